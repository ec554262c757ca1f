import Glibc
import Synchronization

/// Runs a body on threads of their own at the same time, and throws the first thing any of them threw.
func inParallel(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
  let failure = Failure()
  var threads: [pthread_t] = []
  for number in 0..<count {
    let job = Job {
      do { try body(number) } catch { failure.note(error) }
    }
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(job).toOpaque())
    threads.append(thread)
  }
  for thread in threads { pthread_join(thread, nil) }
  if let first = failure.first { throw first }
}

private final class Job: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private final class Failure: Sendable {
  private let noted = Mutex<(any Error)?>(nil)
  var first: (any Error)? { noted.withLock { $0 } }
  func note(_ error: any Error) { noted.withLock { $0 = $0 ?? error } }
}
