internal import Glibc

/// A thread of the operating system.
///
/// Workers block on databases; blocking a thread of Swift's own pool, one per core, stalls all.
struct PosixThread: Sendable {
  private let handle: pthread_t

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(
    stack: Int = 512 * 1024, _ run: @escaping @Sendable () -> Void
  ) throws(TransportError) -> PosixThread {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stack)
    var handle = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    let code = pthread_create(
      &handle, &attributes,
      { context in
        context.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      body.release()
      throw .cannotStart(reason: SystemFailure.text(code))
    }
    return PosixThread(handle: handle)
  }

  func join() { pthread_join(handle, nil) }

  /// Gives up waiting for the thread; it ends with the process.
  func abandon() { pthread_detach(handle) }
}
