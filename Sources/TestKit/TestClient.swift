import Gateway
import Kernel
import Web

/// A program or a browser in front of a kommune, without a socket in between.
package final class TestClient {
  private let answer: (Request) -> Response
  /// Kept, so that its folder stays as long as somebody may ask for it.
  private let kommune: Kommune
  private let base: String
  /// The token to send, as bearer or as cookie.
  package var token: String?

  /// A client of a kommune that is not signed in.
  package init(_ kommune: Kommune) {
    self.kommune = kommune
    answer = kommune.application().worker()
    base = "/\(kommune.tenant.slug)"
  }

  /// A call to the JSON API.
  package func api(
    _ method: Method, _ path: String, _ json: String = "", headers: Headers = [:]
  ) -> Response {
    var headers = headers
    if !json.isEmpty { headers.set("Content-Type", "application/json") }
    if let token { headers.set("Authorization", "Bearer \(token)") }
    return send(method, "\(base)/api/v1\(path)", headers, json)
  }

  /// A page.
  package func page(_ path: String) -> Response { send(.get, base + path, pageHeaders, "") }

  /// A form, sent as a browser does.
  package func submit(_ path: String, _ form: String) -> Response {
    var headers = pageHeaders
    headers.set("Content-Type", "application/x-www-form-urlencoded")
    return send(.post, base + path, headers, form)
  }

  private var pageHeaders: Headers {
    var headers: Headers = ["Accept": "text/html"]
    if let token { headers.set("Cookie", "samrad=\(token)") }
    return headers
  }

  private func send(
    _ method: Method, _ target: String, _ headers: Headers, _ body: String
  ) -> Response {
    let halves = target.split(separator: "?", maxSplits: 1)
    var headers = headers
    headers.set("Host", "127.0.0.1:8080")
    return answer(
      Request(
        method, String(halves[0]), query: halves.count > 1 ? String(halves[1]) : "",
        headers: headers, body: Array(body.utf8)))
  }
}

extension Response {
  /// The body as text.
  package var text: String { String(decoding: body, as: UTF8.self) }

  /// The body as a tree; nil when it is no JSON object.
  package var json: Value? { try? Value(json: body) }

  /// One text of a JSON object's top level.
  package func json(_ field: String) -> String? {
    guard case .object(let fields) = json, case .text(let text) = fields[field] else { return nil }
    return text
  }
}
