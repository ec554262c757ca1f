internal import Glibc

/// State that threads share and wait for.
///
/// `Mutex` of the standard library has no condition to wait on, which the worker queue needs, and
/// the thread sanitizer does not see it on Linux.
///
/// `@unchecked Sendable`: `state` is guarded by `mutex`; the two pointers never change.
final class Monitor<State: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  init(_ state: State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func withLock<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&state)
  }

  /// Wakes one waiter.
  func signal() { pthread_cond_signal(condition) }

  /// Wakes every waiter.
  func broadcast() { pthread_cond_broadcast(condition) }

  /// Waits until `body` gives something, asking again each time the monitor is signalled.
  func wait<Result>(_ body: (inout State) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&state) { return result }
      pthread_cond_wait(condition, mutex)
    }
  }

  /// Waits at most so long for the condition; false when the time ran out.
  func wait(atMost time: Duration, until isDone: (State) -> Bool) -> Bool {
    var deadline = timespec()
    clock_gettime(CLOCK_MONOTONIC, &deadline)
    deadline.add(time)
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isDone(state) {
      if pthread_cond_timedwait(condition, mutex, &deadline) == ETIMEDOUT { return isDone(state) }
    }
    return true
  }
}

extension timespec {
  fileprivate mutating func add(_ time: Duration) {
    let nanoseconds = tv_nsec + Int(time.components.attoseconds / 1_000_000_000)
    tv_sec += Int(time.components.seconds) + nanoseconds / 1_000_000_000
    tv_nsec = nanoseconds % 1_000_000_000
  }
}
