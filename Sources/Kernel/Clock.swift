/// What time it is; tests and the demo set their own.
package struct Clock: Sendable {
  private let read: @Sendable () -> Instant

  /// A clock that asks `read`.
  package init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

  /// The time now.
  package var now: Instant { read() }

  /// The machine's own clock.
  package static let system = Clock {
    let sinceEpoch = SystemTime.microsecondsSince1970()
    return Instant(microseconds: sinceEpoch)
  }

  /// A clock that stands still.
  package static func fixed(_ instant: Instant) -> Clock { Clock { instant } }
}
