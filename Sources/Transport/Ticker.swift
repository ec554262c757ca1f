/// A thread that does one thing again and again until it is stopped.
package struct Ticker: Sendable {
  private let isStopped: Monitor<Bool>
  private let thread: PosixThread

  /// Starts it.
  ///
  /// - Throws: `TransportError` when no thread can be made.
  package init(
    every period: Duration, _ tick: @escaping @Sendable () -> Void
  ) throws(TransportError) {
    try self.init(every: period, making: { tick })
  }

  /// Starts it with what `making` gives on the new thread, which may own what must not be shared.
  ///
  /// - Throws: `TransportError` when no thread can be made.
  package init(
    every period: Duration, making: @escaping @Sendable () -> () -> Void
  ) throws(TransportError) {
    let isStopped = Monitor(false)
    self.isStopped = isStopped
    thread = try PosixThread.start(stack: 1024 * 1024) {
      let tick = making()
      while !isStopped.wait(atMost: period, until: { $0 }) { tick() }
    }
  }

  /// Waits for what is under way, and ends it.
  package func stop() {
    isStopped.withLock { $0 = true }
    isStopped.broadcast()
    thread.join()
  }
}
