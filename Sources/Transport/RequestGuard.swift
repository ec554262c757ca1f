internal import Web

/// A header field as it came, before anybody trusts it.
struct RawField: Sendable {
  var name: [UInt8]
  var value: [UInt8]
}

/// Why a request is refused before anything else is read.
struct RequestRefusal: Error, Equatable {
  var status: Int
  var title: String

  static func malformed(_ title: String) -> RequestRefusal { .init(status: 400, title: title) }
}

/// What the guard found in a request that may go on.
struct RequestFacts: Equatable {
  var method: Method
  var path: String
  var query: String
  /// The length the body was announced with; 0 when there is none, nil when it comes in chunks.
  var bodyLength: Int?

  var hasBody: Bool { bodyLength != 0 }
}

/// Refuses what two parsers could read in two ways.
///
/// The library parses laxly, and a request that a proxy and this server understand differently can
/// carry a second one past the proxy. So whatever is not exactly what RFC 9112 asks for ends here.
struct RequestGuard: Sendable {
  var limits: ServerLimits
  var acceptsHost: @Sendable (String) -> Bool

  func examine(
    method: [UInt8], target: [UInt8], version: [UInt8], fields: [RawField],
    mayBeLarge: (RequestFacts) -> Bool = { _ in false }
  ) throws(RequestRefusal) -> RequestFacts {
    try checkVersion(version)
    try checkFields(fields)
    let method = try knownMethod(method)
    if target.count + version.count + 10 > limits.requestLineBytes {
      throw RequestRefusal(status: 414, title: "The address is too long.")
    }
    let (path, query) = try TargetRules.split(target)
    try checkHost(fields)
    try checkExpectation(fields)
    let length = try FramingRules.bodyLength(fields)
    if method.isSafe && length != 0 { throw .malformed("GET and HEAD carry no body.") }
    let facts = RequestFacts(method: method, path: path, query: query, bodyLength: length)
    if let length, length > limits.bodyBytes {
      guard length <= limits.discardedBytes, mayBeLarge(facts) else { throw .bodyTooLarge }
    }
    return facts
  }

  private func checkVersion(_ version: [UInt8]) throws(RequestRefusal) {
    if version.elementsEqual("HTTP/1.1".utf8) { return }
    let shape = version.map { (0x30...0x39).contains($0) ? UInt8(ascii: "9") : $0 }
    guard shape.elementsEqual("HTTP/9.9".utf8) else {
      throw .malformed("The version is malformed.")
    }
    throw RequestRefusal(status: 505, title: "Only HTTP/1.1 is spoken here.")
  }

  private func knownMethod(_ bytes: [UInt8]) throws(RequestRefusal) -> Method {
    guard FieldRules.isToken(bytes) else { throw .malformed("The method is malformed.") }
    let name = String(decoding: bytes, as: UTF8.self)
    if let method = Method(rawValue: name) { return method }
    guard ["CONNECT", "OPTIONS", "PATCH", "QUERY", "TRACE"].contains(name) else {
      throw RequestRefusal(status: 501, title: "This method is not known here.")
    }
    throw RequestRefusal(status: 405, title: "This method is not allowed here.")
  }

  private func checkFields(_ fields: [RawField]) throws(RequestRefusal) {
    if fields.count > limits.headerFields { throw .headerTooLarge }
    for field in fields {
      guard FieldRules.isToken(field.name) else { throw .malformed("A field name is malformed.") }
      guard FieldRules.isReceivedValue(field.value) else {
        throw .malformed("A field value holds control characters.")
      }
    }
  }

  private func checkHost(_ fields: [RawField]) throws(RequestRefusal) {
    let hosts = fields.filter { $0.hasName("host") }
    guard hosts.count == 1 else { throw .malformed("Exactly one Host is needed.") }
    guard let name = HostName.parse(hosts[0].value) else { throw .malformed("Host is malformed.") }
    guard acceptsHost(name) else {
      throw RequestRefusal(status: 421, title: "This host is not served here.")
    }
  }

  private func checkExpectation(_ fields: [RawField]) throws(RequestRefusal) {
    for field in fields where field.hasName("expect") {
      guard field.hasValue("100-continue") else {
        throw RequestRefusal(status: 417, title: "Only 100-continue can be expected.")
      }
    }
  }
}

extension RequestRefusal {
  static let bodyTooLarge = RequestRefusal(status: 413, title: "The body is too large.")
  static let headerTooLarge = RequestRefusal(status: 431, title: "The header is too large.")
}

extension RawField {
  func hasName(_ lowercased: StaticString) -> Bool { Self.same(name, lowercased) }

  func hasValue(_ lowercased: StaticString) -> Bool { Self.same(value, lowercased) }

  func nameStarts(with lowercased: StaticString) -> Bool {
    name.count >= lowercased.utf8CodeUnitCount
      && Self.same(name.prefix(lowercased.utf8CodeUnitCount), lowercased)
  }

  /// The value without the blanks at its end, which the library leaves in.
  var trimmedValue: ArraySlice<UInt8> {
    let end = value.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return value[..<(end.map { $0 + 1 } ?? 0)]
  }

  private static func same(_ bytes: some Collection<UInt8>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      zip(bytes, text).allSatisfy { (0x41...0x5A).contains($0) ? $0 | 0x20 == $1 : $0 == $1 }
    }
  }
}
