internal import CMicroHTTPD
internal import Glibc

/// A running thread of the library and the handler it calls.
///
/// `@unchecked Sendable`: the pointer never changes, and the library guards what it points to.
struct Daemon: @unchecked Sendable {
  private let pointer: OpaquePointer
  private let handler: Unmanaged<RequestHandler>

  static func start(_ handler: RequestHandler) throws(TransportError) -> Daemon {
    prepareProcess()
    let held = Unmanaged.passRetained(handler)
    var settings = Callbacks.settings(handler, handler.configuration.limits)
    guard let pointer = mhd_start(&settings) else {
      let reason = SystemFailure.text(errno)
      held.release()
      throw .cannotStart(reason: reason)
    }
    return Daemon(pointer: pointer, handler: held)
  }

  /// Gives the thread a connection; when it refuses, it has closed the socket.
  func add(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Bool {
    MHD_add_connection(pointer, socket, address, length) == .YES
  }

  /// Ends the thread and closes its sockets.
  ///
  /// - Important: with a suspended connection left this ends the process instead.
  func stop() {
    MHD_stop_daemon(pointer)
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
