/// The methods this server answers.
package enum Method: String, Sendable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case delete = "DELETE"

  /// Whether the method only reads.
  package var isSafe: Bool { self == .get || self == .head }
}

/// One request as it came over the wire, already found well-formed by the request guard.
package struct Request: Sendable {
  package var method: Method
  /// The path as sent, still percent-encoded, without the query: `/trondheim/rad`.
  package var path: String
  /// The query as sent, still percent-encoded, without the `?`; empty when there is none.
  package var query: String
  package var headers: Headers
  package var body: [UInt8]
  /// Whether more was sent than is taken; nothing of it is here.
  package var isTooLarge = false
  /// The address of whoever connected, without the port.
  package var address: String
  /// Names this request in the log and in `X-Request-Id`.
  package var id: String

  /// A request; tests leave out what they do not need.
  package init(
    _ method: Method, _ path: String, query: String = "", headers: Headers = [:],
    body: [UInt8] = [], address: String = "127.0.0.1", id: String = "-"
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.address = address
    self.id = id
  }
}

/// Header fields in the order they came; names are compared without regard to case.
package struct Headers: Sendable, ExpressibleByDictionaryLiteral {
  package private(set) var fields: [(name: String, value: String)]

  /// Headers from a literal: `["Content-Type": "text/html"]`.
  package init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { ($0.0, $0.1) }
  }

  /// The first value of a field.
  package subscript(name: String) -> String? {
    let wanted = name.lowercased()
    return fields.first { $0.name.lowercased() == wanted }?.value
  }

  /// Adds a field, keeping earlier ones of the same name.
  package mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }

  /// Sets a field, replacing earlier ones of the same name.
  package mutating func set(_ name: String, _ value: String) {
    let wanted = name.lowercased()
    fields.removeAll { $0.name.lowercased() == wanted }
    fields.append((name, value))
  }
}
