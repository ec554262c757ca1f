import Glibc
import Synchronization

/// Runs a body on threads of their own at the same time, and gives what each of them made.
func inParallel<Result: Sendable>(
  _ count: Int, _ body: @escaping @Sendable () -> Result
) -> [Result] {
  let made = Made<Result>()
  let job = Unmanaged.passRetained(Job { made.add(body()) })
  defer { job.release() }
  var threads: [pthread_t] = []
  for _ in 0..<count {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeUnretainedValue().run() }
        return nil
      }, job.toOpaque())
    threads.append(thread)
  }
  for thread in threads { pthread_join(thread, nil) }
  return made.all
}

private final class Job: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private final class Made<Result: Sendable>: Sendable {
  private let results = Mutex<[Result]>([])
  var all: [Result] { results.withLock { $0 } }
  func add(_ result: Result) { results.withLock { $0.append(result) } }
}
