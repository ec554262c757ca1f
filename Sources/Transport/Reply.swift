internal import CMicroHTTPD
internal import Glibc
internal import Web

/// Turns a `Response` into the library's, leaving out what must not go over the wire.
struct Reply {
  /// Fields that frame the message or name it; only the transport sets them.
  private static let reserved: Set<String> = [
    "connection", "content-length", "date", "keep-alive", "server", "trailer",
    "transfer-encoding", "upgrade", "x-request-id",
  ]

  let response: Response
  let requestID: String
  let closes: Bool
  let log: @Sendable (String) -> Void

  /// The status to send: what is no final status would break the protocol.
  var status: Int { (200...599).contains(response.status) ? response.status : 500 }

  var body: [UInt8] { status == 204 || status == 304 ? [] : response.body }

  /// How many bytes the body has.
  var size: Int { response.spool?.count ?? body.count }

  /// Sends the answer as soon as the callback returns; false when the library would not have it.
  func queue(on connection: OpaquePointer) -> Bool {
    guard let made = response.spool.map(made(of:)) ?? madeOfBody() else {
      log("No memory for the answer to request \(requestID).")
      return false
    }
    defer { MHD_destroy_response(made) }
    for (name, value) in response.headers.fields { add(name, value, to: made) }
    let isNamed = MHD_add_response_header(made, "X-Request-Id", requestID) == .YES
    let isClosed = !closes || MHD_add_response_header(made, "Connection", "close") == .YES
    return isNamed && isClosed && MHD_queue_response(connection, UInt32(status), made) == .YES
  }

  private func madeOfBody() -> OpaquePointer? {
    body.withUnsafeBytes { bytes in
      MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
    }
  }

  /// A body that goes from disk to the socket; the library closes what it is given.
  private func made(of spool: Spool) -> OpaquePointer? {
    let descriptor = fcntl(spool.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { return nil }
    guard let made = MHD_create_response_from_fd64(UInt64(spool.count), descriptor) else {
      close(descriptor)
      return nil
    }
    return made
  }

  /// Adds a field unless it is unfit, which is said without its value: that may be a secret.
  private func add(_ name: String, _ value: String, to made: OpaquePointer) {
    let isFit =
      FieldRules.isToken(name.utf8) && FieldRules.isSendableValue(value.utf8)
      && !Self.reserved.contains(name.lowercased())
    if isFit && MHD_add_response_header(made, name, value) == .YES { return }
    log("Left an unfit field “\(printable(name))” out of the answer to request \(requestID).")
  }

  private func printable(_ name: String) -> String {
    String(name.unicodeScalars.prefix(40).map { ("!"..."~").contains($0) ? Character($0) : "?" })
  }
}
