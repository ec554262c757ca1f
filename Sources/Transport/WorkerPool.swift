internal import Web

/// The threads that run requests, each with its own closure made on that thread.
struct WorkerPool: Sendable {
  private let threads: [PosixThread]
  private let atWork: Monitor<Int>

  init(
    count: Int, handler: RequestHandler, factory: @escaping WorkerFactory
  ) throws(TransportError) {
    let atWork = Monitor(0)
    self.atWork = atWork
    var threads: [PosixThread] = []
    do throws(TransportError) {
      for _ in 0..<max(1, count) {
        atWork.withLock { $0 += 1 }
        let thread = try PosixThread.start(stack: 8 * 1024 * 1024) {
          Self.work(handler, answer: factory())
          atWork.withLock { $0 -= 1 }
          atWork.broadcast()
        }
        threads.append(thread)
      }
    } catch {
      handler.queue.close()
      threads.forEach { $0.join() }
      throw error
    }
    self.threads = threads
  }

  private static func work(_ handler: RequestHandler, answer: (Request) -> Response) {
    let deadline = handler.configuration.limits.requestDeadline.microseconds
    while let job = handler.queue.take() {
      // NB: a client whose deadline has passed is gone; working for it would only delay the others.
      let isLate = Uptime.now - job.exchange.started > deadline + job.exchange.allowance
      job.exchange.finish(isLate ? .text(503, "Too late.\n") : handler.run(job, answer))
    }
  }

  /// Waits for the workers to end; gives the number of those that did not.
  func join(atMost time: Duration) -> Int {
    let isDone = atWork.wait(atMost: time) { $0 == 0 }
    threads.forEach { isDone ? $0.join() : $0.abandon() }
    return isDone ? 0 : atWork.withLock { $0 }
  }
}
