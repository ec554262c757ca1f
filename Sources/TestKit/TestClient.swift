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

  /// A file sent to the JSON API as it is.
  package func upload(
    _ path: String, _ bytes: [UInt8], headers: Headers = [:]
  ) -> Response {
    var headers = headers
    headers.set("Content-Type", "text/html")
    if let token { headers.set("Authorization", "Bearer \(token)") }
    return send(.post, "\(base)/api/v1\(path)", headers, bytes)
  }

  /// A form of several parts, sent as a browser does.
  package func submit(
    _ path: String, _ fields: [String: String], fileName: String, _ bytes: [UInt8],
    boundary: String = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
  ) -> Response {
    var headers = pageHeaders
    headers.set("Content-Type", "multipart/form-data; boundary=\(boundary)")
    var body: [UInt8] = []
    for (name, value) in fields {
      body += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
      )
    }
    body += Array(
      """
      --\(boundary)\r
      Content-Disposition: form-data; name="file"; filename="\(fileName)"\r
      Content-Type: application/x-msdownload\r
      \r

      """.utf8)
    return send(.post, base + path, headers, body + bytes + Array("\r\n--\(boundary)--\r\n".utf8))
  }

  private var pageHeaders: Headers {
    var headers: Headers = ["Accept": "text/html"]
    if let token { headers.set("Cookie", "samrad=\(token)") }
    return headers
  }

  private func send(
    _ method: Method, _ target: String, _ headers: Headers, _ body: String
  ) -> Response { send(method, target, headers, Array(body.utf8)) }

  private func send(
    _ method: Method, _ target: String, _ headers: Headers, _ body: [UInt8]
  ) -> Response {
    let halves = target.split(separator: "?", maxSplits: 1)
    var headers = headers
    headers.set("Host", "127.0.0.1:8080")
    return answer(
      Request(
        method, String(halves[0]), query: halves.count > 1 ? String(halves[1]) : "",
        headers: headers, body: body))
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
