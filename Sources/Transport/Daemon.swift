internal import CMicroHTTPD
internal import Glibc

/// The library's running threads and the handler they call.
///
/// `@unchecked Sendable`: the pointer never changes, and the library guards what it points to.
struct Daemon: @unchecked Sendable {
  private let pointer: OpaquePointer
  private let handler: Unmanaged<RequestHandler>
  private let listening: Int32

  static func start(
    _ handler: RequestHandler, on socket: ListenSocket
  ) throws(TransportError) -> Daemon {
    prepareProcess()
    let held = Unmanaged.passRetained(handler)
    var settings = Callbacks.settings(
      handler, socket: socket.descriptor, limits: handler.configuration.limits)
    guard let pointer = mhd_start(&settings) else {
      let reason = SystemFailure.text(errno)
      held.release()
      throw .cannotStart(reason: reason)
    }
    return Daemon(pointer: pointer, handler: held, listening: socket.descriptor)
  }

  /// Takes no more connections; those that try from now on are refused at once.
  ///
  /// Without the `shutdown` they would wait in the system's backlog for a server that never comes.
  func quiesce() {
    MHD_quiesce_daemon(pointer)
    shutdown(listening, Int32(SHUT_RDWR))
  }

  /// Ends the threads and closes every socket.
  ///
  /// - Important: with a suspended connection left this ends the process instead.
  func stop() {
    MHD_stop_daemon(pointer)
    close(listening)
    handler.release()
  }

  private static func prepareProcess() {
    signal(SIGPIPE, SIG_IGN)
    MHD_set_panic_func(
      { _, _, line, reason in
        let reason = reason.map { String(cString: $0) } ?? "no reason given"
        Log.toStandardError("libmicrohttpd gave up at its line \(line): \(reason)")
        abort()
      }, nil)
  }
}
