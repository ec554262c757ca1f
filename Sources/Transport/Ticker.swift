/// A thread that does one thing again and again until it is stopped.
struct Ticker: Sendable {
  private let isStopped: Monitor<Bool>
  private let thread: PosixThread

  init(every period: Duration, _ tick: @escaping @Sendable () -> Void) throws(TransportError) {
    let isStopped = Monitor(false)
    self.isStopped = isStopped
    thread = try PosixThread.start {
      while !isStopped.wait(atMost: period, until: { $0 }) { tick() }
    }
  }

  func stop() {
    isStopped.withLock { $0 = true }
    isStopped.broadcast()
    thread.join()
  }
}
