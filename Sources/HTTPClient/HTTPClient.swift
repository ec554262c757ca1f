import CCurl
import Glibc

/// Asks other people's servers, and trusts them with little: five seconds in all, one megabyte,
/// no redirect, no proxy, a certificate that holds, and no address inside our own walls.
package enum HTTPClient {
  /// What was answered.
  package struct Answer: Sendable {
    package let status: Int
    package let body: [UInt8]

    /// An answer; tests make their own.
    package init(status: Int, body: [UInt8]) {
      self.status = status
      self.body = body
    }
  }

  /// Why there is no answer.
  package enum Failure: Error, Hashable {
    case cannotBeReached
    case tookTooLong
    case saidTooMuch
    case isInsideOurWalls
  }

  private static let milliseconds = 5_000
  fileprivate static let longest = 1_048_576

  /// Asks an address, with POST when there is a form to send.
  ///
  /// - Throws: `Failure`, which tells nothing of what was sent.
  package static func ask(
    _ address: WebAddress, form: String? = nil, headers: [String] = []
  ) throws(Failure) -> Answer {
    guard isReady, let curl = curl_easy_init() else { throw .cannotBeReached }
    defer { curl_easy_cleanup(curl) }
    var lines: UnsafeMutablePointer<curl_slist>?
    // No `Expect: 100-continue`: it costs a round trip.
    for line in ["Accept: application/json", "Expect:"] + headers {
      lines = curl_slist_append(lines, line)
    }
    defer { curl_slist_free_all(lines) }
    let inbox = Inbox(isOnThisMachine: address.isOnThisMachine)
    let code = address.text.withCString { url in
      address.scheme.withCString { scheme in
        withOptionalCString(form) { form in
          var exchange = curl_exchange(
            url: url, protocol: scheme, form: form, headers: lines, milliseconds: milliseconds,
            context: Unmanaged.passUnretained(inbox).toOpaque(), on_body: onBody,
            on_connect: onConnect)
          return withExtendedLifetime(inbox) { curl_perform_exchange(curl, &exchange) }
        }
      }
    }
    if inbox.refusedAddress { throw .isInsideOurWalls }
    if inbox.overflowed { throw .saidTooMuch }
    guard code != CURLE_OPERATION_TIMEDOUT else { throw .tookTooLong }
    guard code == CURLE_OK else { throw .cannotBeReached }
    return Answer(status: curl_status(curl), body: inbox.body)
  }

  private static let isReady =
    curl_global_init(Int(CURL_GLOBAL_SSL | CURL_GLOBAL_WIN32)) == CURLE_OK

  private static func withOptionalCString<Result>(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }
}

/// What one exchange has brought so far.
private final class Inbox {
  let isOnThisMachine: Bool
  var body: [UInt8] = []
  var overflowed = false
  var refusedAddress = false

  init(isOnThisMachine: Bool) { self.isOnThisMachine = isOnThisMachine }

  static func of(_ context: UnsafeMutableRawPointer?) -> Inbox? {
    context.map { Unmanaged<Inbox>.fromOpaque($0).takeUnretainedValue() }
  }
}

private let onBody:
  @convention(c) (
    UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?
  ) -> Int = { bytes, size, count, context in
    guard let inbox = Inbox.of(context) else { return 0 }
    let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
    guard inbox.body.count + part.count <= HTTPClient.longest else {
      inbox.overflowed = true
      return 0
    }
    inbox.body += part
    return part.count
  }

/// Asked for each address a name led to, and connects to that very address or not at all; so a
/// name cannot lead elsewhere the second time it is looked up.
private let onConnect:
  @convention(c) (
    UnsafeMutableRawPointer?, curlsocktype, UnsafeMutablePointer<curl_sockaddr>?
  ) -> curl_socket_t = { context, _, address in
    guard let inbox = Inbox.of(context), let address, let found = numbers(of: address) else {
      return CURL_SOCKET_BAD
    }
    guard inbox.isOnThisMachine ? found.isLoopback : found.isPublic else {
      inbox.refusedAddress = true
      return CURL_SOCKET_BAD
    }
    let about = address.pointee
    return socket(about.family, about.socktype | Int32(SOCK_CLOEXEC.rawValue), about.protocol)
  }

private func numbers(of address: UnsafeMutablePointer<curl_sockaddr>) -> NetworkAddress? {
  let start = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
  switch address.pointee.family {
  case AF_INET:
    let numbers = start.loadUnaligned(as: sockaddr_in.self).sin_addr
    return NetworkAddress(withUnsafeBytes(of: numbers) { Array($0) })
  case AF_INET6:
    let numbers = start.loadUnaligned(as: sockaddr_in6.self).sin6_addr
    return NetworkAddress(withUnsafeBytes(of: numbers) { Array($0) })
  default: return nil
  }
}
