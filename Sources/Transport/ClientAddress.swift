internal import CMicroHTTPD
internal import Glibc
internal import Web

/// Who is really at the other end, when a proxy stands between.
struct ClientAddress: Sendable {
  var trustedProxies: Set<String>

  /// The address for `Request.address`: the peer's, or what a trusted proxy says it is.
  ///
  /// Only the last hop counts, since everything before it was written by the client.
  func resolve(peer: String, headers: Headers) -> String {
    guard trustedProxies.contains(peer) else { return peer }
    let chain = headers.fields.last { $0.name.lowercased() == "x-forwarded-for" }?.value ?? ""
    let last = chain.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    let address = last.filter { $0 != " " && $0 != "\t" }
    return Self.isAddress(address) ? address : peer
  }

  /// Whether a field speaks of the client and therefore only a trusted proxy may send it.
  static func isForwarding(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("x-forwarded-") || name == "forwarded" || name == "x-real-ip"
  }

  func trusts(_ peer: String) -> Bool { trustedProxies.contains(peer) }

  private static func isAddress(_ text: String) -> Bool {
    var buffer = in6_addr()
    return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1
  }

  /// The numeric form of a socket address; IPv4 inside IPv6 as plain IPv4.
  static func text(_ address: UnsafePointer<sockaddr>) -> String {
    let isIPv4 = Int32(address.pointee.sa_family) == AF_INET
    let length = isIPv4 ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let failure = getnameinfo(
      address, socklen_t(length), &host, socklen_t(host.count), nil, 0, NI_NUMERICHOST)
    guard failure == 0 else { return "-" }
    let text = host.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "-" }
    return text.hasPrefix("::ffff:") ? String(text.dropFirst(7)) : text
  }
}
