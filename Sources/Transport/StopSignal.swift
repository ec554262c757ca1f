internal import Synchronization

/// Whether the server is on its way down, shared between the server and its readiness check.
package final class StopSignal: Sendable {
  private let raised = Atomic(false)

  /// A signal that is not raised.
  package init() {}

  /// Whether the stop was announced.
  package var isRaised: Bool { raised.load(ordering: .acquiring) }

  /// Announces the stop.
  package func raise() { raised.store(true, ordering: .releasing) }
}
