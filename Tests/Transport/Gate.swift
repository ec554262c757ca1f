@testable import Transport

/// Holds workers back until the test opens it.
final class Gate: Sendable {
  private let state = Monitor((waiting: 0, isOpen: false))

  /// Waits for the gate, at most five seconds.
  func pass() {
    state.withLock { $0.waiting += 1 }
    state.broadcast()
    _ = state.wait(atMost: .seconds(5)) { $0.isOpen }
  }

  /// Waits until so many are at the gate.
  func await(_ count: Int) -> Bool {
    state.wait(atMost: .seconds(5)) { $0.waiting >= count }
  }

  func open() {
    state.withLock { $0.isOpen = true }
    state.broadcast()
  }
}
