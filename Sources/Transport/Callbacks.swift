internal import CMicroHTTPD
internal import Glibc

/// The functions the library calls, each no more than a bridge to `RequestHandler`.
///
/// They are capture-free, as C asks; the handler travels as their context. The table of
/// connections keeps each `Exchange` alive as long as the library may hold its address.
enum Callbacks {
  static func settings(_ handler: RequestHandler, _ limits: ServerLimits) -> mhd_settings {
    mhd_settings(
      connection_limit: UInt32(limits.connections),
      connection_memory: max(32 * 1024, limits.headerBytes * 2),
      idle_seconds: UInt32(limits.idle.components.seconds) + 1,
      context: Unmanaged.passUnretained(handler).toOpaque(),
      on_request: onRequest, on_target: onTarget, on_completed: onCompleted,
      on_connection: onConnection)
  }

  private static func handler(_ context: UnsafeMutableRawPointer?) -> RequestHandler? {
    context.map { Unmanaged<RequestHandler>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func exchange(
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  ) -> Exchange? {
    slot?.pointee.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let onTarget:
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
    ) -> UnsafeMutableRawPointer? = { context, target, connection in
      guard let handler = handler(context), let target, let connection else { return nil }
      let socket = mhd_socket(connection)
      let bytes = UnsafeRawBufferPointer(start: target, count: strlen(target))
      let exchange = handler.connections.requestLine(socket) { peer in
        Exchange(
          socket: socket, peer: peer, target: Array(bytes), targetPlace: UInt(bitPattern: target))
      }
      return exchange.map { Unmanaged.passUnretained($0).toOpaque() }
    }

  private static let onRequest: MHD_AccessHandlerCallback = {
    context, connection, _, method, version, upload, uploadSize, slot in
    guard let handler = handler(context), let exchange = exchange(slot), let connection, let method,
      let version, let uploadSize
    else { return .NO }
    if !exchange.hasBegun {
      let head = WireHead.read(connection, exchange, method: method, version: version)
      return handler.begin(exchange, head, on: connection) ? .YES : .NO
    }
    guard uploadSize.pointee > 0 else {
      return handler.proceed(exchange, on: connection) ? .YES : .NO
    }
    let piece = UnsafeRawBufferPointer(start: upload, count: uploadSize.pointee)
    uploadSize.pointee = 0
    return handler.receive(piece, of: exchange) ? .YES : .NO
  }

  private static let onCompleted: MHD_RequestCompletedCallback = { context, connection, slot, end in
    guard let exchange = exchange(slot) else { return }
    slot?.pointee = nil
    let isSent = end == .REQUEST_TERMINATED_COMPLETED_OK
    let status = isSent ? connection.map { Int(mhd_status($0)) } : nil
    handler(context)?.completed(exchange, status: status ?? 0)
  }

  private static let onConnection: MHD_NotifyConnectionCallback = { context, connection, _, code in
    guard let handler = handler(context), let connection, code == .CONNECTION_NOTIFY_CLOSED
    else { return }
    if let unfinished = handler.connections.closed(mhd_socket(connection)) {
      handler.completed(unfinished, status: Int(mhd_status(connection)))
    }
  }
}
