import Testing

@testable import Transport

/// The guard's rules one by one, without a socket.
@Suite struct RequestGuardTests {
  static let host = "Host: localhost"

  private func status(
    _ method: String = "GET", _ target: String = "/", _ version: String = "HTTP/1.1",
    _ fields: [String] = [host], limits: ServerLimits = ServerLimits()
  ) -> Int {
    let raw = fields.map { field in
      let parts = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
      return RawField(name: Self.bytes(String(parts[0])), value: Self.bytes(String(value)))
    }
    let rules = RequestGuard(limits: limits, acceptsHost: { $0 != "elsewhere" })
    do throws(RequestRefusal) {
      _ = try rules.examine(
        method: Self.bytes(method), target: Self.bytes(target), version: Self.bytes(version),
        fields: raw)
      return 200
    } catch {
      return error.status
    }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test(arguments: [
    ("GET", 200), ("HEAD", 200), ("POST", 200), ("PUT", 200), ("DELETE", 200), ("PATCH", 405),
    ("OPTIONS", 405), ("QUERY", 405), ("TRACE", 405), ("CONNECT", 405), ("get", 501), ("BREW", 501),
    ("", 400),
    ("GE T", 400), ("GET\t", 400), ("G\u{E5}T", 400),
  ])
  func methods(_ method: String, _ expected: Int) {
    #expect(status(method) == expected)
  }

  @Test(arguments: [
    ("/", 200), ("/trondheim/r%C3%A5d?a=b&c", 200), ("/a//b", 200), ("/?", 200), ("", 400),
    ("*", 400), ("a", 400), ("http://localhost/", 400), ("localhost:80", 400), ("/a b", 400),
    ("/a\tb", 400), ("/a#b", 400), ("/r\u{E5}d", 400), ("/a\u{7F}", 400), ("/a%00b", 400),
    ("/a?b=%00", 400), ("/%", 400), ("/%4", 400), ("/%zz", 400), ("/%4g", 400),
  ])
  func targets(_ target: String, _ expected: Int) {
    #expect(status("GET", target) == expected)
  }

  @Test(arguments: [
    ("HTTP/1.1", 200), ("HTTP/1.0", 505), ("HTTP/1.9", 505), ("HTTP/2.0", 505), ("http/1.1", 400),
    ("HTTP/1.1x", 400), ("HTTP/11", 400), ("HTTP/1,1", 400), ("", 400),
  ])
  func versions(_ version: String, _ expected: Int) {
    #expect(status("GET", "/", version) == expected)
  }

  @Test(arguments: [
    ("localhost", 200), ("rad.trondheim.example:8080", 200), ("127.0.0.1", 200), ("[::1]:80", 200),
    ("LOCALHOST", 200), ("elsewhere", 421), ("ELSEWHERE:80", 421), ("", 400), ("a b", 400),
    ("a@b", 400), ("a/b", 400), ("a:", 400), ("a:0", 400), ("a:+80", 400), ("a:65536", 400),
    ("a:80:80", 400), (".a", 400), ("[::1", 400), ("[]", 400), ("[zz]", 400), ("r\u{E5}d", 400),
    ("localhost ", 400), (String(repeating: "a", count: 256), 400),
  ])
  func hosts(_ host: String, _ expected: Int) {
    #expect(status("GET", "/", "HTTP/1.1", ["Host: " + host]) == expected)
  }

  @Test func exactlyOneHost() {
    #expect(status("GET", "/", "HTTP/1.1", []) == 400)
    #expect(status("GET", "/", "HTTP/1.1", ["X-Host: a"]) == 400)
    #expect(status("GET", "/", "HTTP/1.1", [Self.host, "hOST: localhost"]) == 400)
  }

  @Test(arguments: [
    (["Content-Length: 0"], 200), (["Content-Length: 5"], 200), (["content-length: 1048576"], 200),
    (["Content-Length: 1048577"], 413), (["Content-Length: 99999999999999999999"], 413),
    (["Content-Length: "], 400), (["Content-Length: +5"], 400), (["Content-Length: -1"], 400),
    (["Content-Length: 5, 5"], 400), (["Content-Length: 5 "], 400), (["Content-Length: 0x5"], 400),
    (["Content-Length: 5", "Content-Length: 5"], 400), (["Content-Length : 5"], 400),
    (["Content-Length5: "], 400), (["Content-LengthX: 5"], 400),
    (["Transfer-EncodingX: chunked"], 400), (["Transfer-Encoding: chunked"], 200),
    (["Transfer-Encoding: Chunked"], 200), (["Transfer-Encodingchunked: "], 400),
    (["Transfer-Encoding: gzip"], 400), (["Transfer-Encoding: chunked, chunked"], 400),
    (["Transfer-Encoding: "], 400), (["Transfer-Encoding: chunked", "Content-Length: 5"], 400),
    (["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], 400),
    (["Expect: 100-continue"], 200), (["Expect: 200-ok"], 417), (["X A: b"], 400), ([": b"], 400),
    (["X-A: b\u{01}"], 400), (["X-A: b\tc"], 200), (["X-A: b\rc"], 400), (["X-A: b\0c"], 400),
    (["X-A: b\u{7F}"], 400), (["X-A: \u{E5}"], 200), (["X-\u{E5}: b"], 400), (["X-A: "], 200),
  ])
  func fields(_ fields: [String], _ expected: Int) {
    #expect(status("POST", "/", "HTTP/1.1", [Self.host] + fields) == expected)
  }

  @Test func safeMethodsCarryNoBody() {
    for method in ["GET", "HEAD"] {
      #expect(status(method, "/", "HTTP/1.1", [Self.host, "Content-Length: 1"]) == 400)
      #expect(status(method, "/", "HTTP/1.1", [Self.host, "Transfer-Encoding: chunked"]) == 400)
      #expect(status(method, "/", "HTTP/1.1", [Self.host, "Content-Length: 0"]) == 200)
    }
  }

  @Test func sizes() {
    let fields = Array(repeating: "X-A: b", count: 99)
    #expect(status("GET", "/", "HTTP/1.1", [Self.host] + fields) == 200)
    #expect(status("GET", "/", "HTTP/1.1", [Self.host, "X-A: b"] + fields) == 431)
    #expect(status("GET", "/" + String(repeating: "a", count: 8000)) == 200)
    #expect(status("GET", "/" + String(repeating: "a", count: 9000)) == 414)
  }

  @Test func splitsTheTargetOnce() throws {
    let (path, query) = try TargetRules.split(Array("/a%2Fb?c=d?e".utf8))
    #expect(path == "/a%2Fb")
    #expect(query == "c=d?e")
  }
}
