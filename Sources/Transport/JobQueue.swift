internal import Web

/// A request that waits for a worker.
struct Job: Sendable {
  let request: Request
  let exchange: Exchange
}

/// The bounded queue between the threads that read sockets and the workers.
///
/// Bounded, because a queue that may grow turns a busy minute into an outage: everybody waits, gives
/// up and tries again.
final class JobQueue: Sendable {
  private struct State: Sendable {
    var ring: [Job?]
    var first = 0
    var count = 0
    var isClosed = false
  }

  private let state: Monitor<State>

  init(capacity: Int) {
    state = Monitor(State(ring: Array(repeating: nil, count: max(1, capacity))))
  }

  var count: Int { state.withLock { $0.count } }

  /// Takes the job in unless the queue is full or closed.
  ///
  /// `prepare` suspends the connection between "there is room" and "a worker may have it", so that
  /// nothing is suspended in vain and nothing is resumed before it was suspended.
  func offer(_ job: Job, prepare: () -> Bool) -> Bool {
    let isIn = state.withLock { state in
      guard !state.isClosed, state.count < state.ring.count, prepare() else { return false }
      state.ring[(state.first + state.count) % state.ring.count] = job
      state.count += 1
      return true
    }
    if isIn { state.signal() }
    return isIn
  }

  /// The next job, waiting for it; nil when the queue is closed.
  func take() -> Job? {
    state.wait { state -> Job?? in
      if state.isClosed { return .some(nil) }
      guard state.count > 0, let job = state.ring[state.first] else { return nil }
      state.ring[state.first] = nil
      state.first = (state.first + 1) % state.ring.count
      state.count -= 1
      return job
    }
  }

  /// Refuses new jobs, forgets those that wait and lets the workers go home.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.ring = state.ring.map { _ in nil }
      state.count = 0
    }
    state.broadcast()
  }
}
