internal import Glibc

/// A socket that listens; made here rather than in the library for the sake of clear errors.
struct ListenSocket {
  let descriptor: Int32
  let port: Int
  /// Where the server can reach itself.
  let loopback: String

  static func open(
    host: String, port: Int, backlog: Int
  ) throws(TransportError) -> ListenSocket {
    guard (0...65535).contains(port) else { throw .badPort(port) }
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let numeric = host == "localhost" ? "127.0.0.1" : host
    guard getaddrinfo(numeric, String(port), &hints, &found) == 0, let found else {
      throw .badAddress(host)
    }
    defer { freeaddrinfo(found) }
    let descriptor = try bind(found.pointee, host: host, port: port, backlog: backlog)
    let isAny = numeric == "0.0.0.0" || numeric == "::"
    let loopback = numeric.contains(":") ? "::1" : "127.0.0.1"
    return ListenSocket(
      descriptor: descriptor, port: boundPort(descriptor), loopback: isAny ? loopback : numeric)
  }

  private static func bind(
    _ address: addrinfo, host: String, port: Int, backlog: Int
  ) throws(TransportError) -> Int32 {
    let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.ai_family, type, 0)
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    let listens =
      descriptor >= 0 && Glibc.bind(descriptor, address.ai_addr, address.ai_addrlen) == 0
      && listen(descriptor, Int32(backlog)) == 0
    if listens { return descriptor }
    let code = errno
    if descriptor >= 0 { close(descriptor) }
    if code == EADDRINUSE { throw .portInUse(host: host, port: port) }
    throw .cannotListen(host: host, port: port, reason: SystemFailure.text(code))
  }

  private static func boundPort(_ descriptor: Int32) -> Int {
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    withUnsafeMutableBytes(of: &address) { bytes in
      _ = getsockname(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &length)
    }
    // NB: the port has the same place in IPv4 and IPv6 addresses.
    return Int(UInt16(bigEndian: address.sin6_port))
  }
}

/// The system's own words for an error number.
enum SystemFailure {
  static func text(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
