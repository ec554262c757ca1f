import Database
import Glibc
import Kernel
import Synchronization
import UseCases

extension Kommune {
  /// Performs `first`, and before it is saved lets `second` try on a connection of its own: the
  /// worst moment there is for somebody else to act.
  ///
  /// - Returns: the code of the refusal of `second`; nil when it was done too.
  package func overlap<First: UseCase, Second: UseCase>(
    _ first: (First, Actor), _ second: (Second, Actor)
  ) throws -> String? {
    let (tenant, location, now) = (tenant, location, now)
    let other = OtherThread {
      let store = Store(location)
      try store.transaction(of: tenant.id) { transaction in
        let work = Work(in: transaction, for: tenant, by: second.1, at: now, ids: IDSource())
        _ = try work.perform(second.0)
      }
    }
    try work(as: first.1) { work in
      _ = try work.perform(first.0)
      other.start()
      // Long enough for the second to come as far as it can.
      usleep(200_000)
    }
    switch other.join() {
    case .success, nil: return nil
    case .failure(let refusal as any Refusal): return refusal.code
    case .failure(let error): throw error
    }
  }
}

/// Somebody else's thread.
private final class OtherThread: Sendable {
  private let body: @Sendable () throws -> Void
  private let state = Mutex<(thread: pthread_t?, result: Result<Void, any Error>?)>((nil, nil))

  init(_ body: @escaping @Sendable () throws -> Void) { self.body = body }

  func start() {
    guard state.withLock({ $0.thread }) == nil else { return }
    var thread = pthread_t()
    let own = Unmanaged.passRetained(self)
    pthread_create(
      &thread, nil,
      { pointer in
        pointer.map { Unmanaged<OtherThread>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, own.toOpaque())
    state.withLock { [thread] in $0.thread = thread }
  }

  func join() -> Result<Void, any Error>? {
    if let thread = state.withLock({ $0.thread }) { pthread_join(thread, nil) }
    return state.withLock { $0.result }
  }

  private func run() {
    let result = Result { try body() }
    state.withLock { $0.result = result }
  }
}
