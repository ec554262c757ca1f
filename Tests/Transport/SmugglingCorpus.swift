/// One request as raw bytes, and what it is.
struct RawCase: Sendable {
  enum Kind { case malformed, borderline, good }

  var name: String
  var kind: Kind
  /// Bytes 0...255 as Unicode scalars; `@` stands for the second request.
  var text: String

  /// The bytes, with the second request put in where the case has its `@`.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar == "@" {
        bytes += Self.second.utf8
      } else {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      }
    }
    return bytes
  }

  static let second = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
}

/// Requests that parsers are known to read in different ways.
enum SmugglingCorpus {
  static let all = lengths + codings + chunks + lines + heads + borderline

  private static func post(_ name: String, _ rest: String) -> RawCase {
    RawCase(
      name: name, kind: .malformed, text: "POST /first HTTP/1.1\r\nHost: localhost\r\n\(rest)")
  }

  private static func head(_ name: String, _ text: String) -> RawCase {
    RawCase(name: name, kind: .malformed, text: text)
  }

  static let lengths = [
    post("two lengths", "Content-Length: 5\r\nContent-Length: 46\r\n\r\nhello@"),
    post("the same length twice", "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"),
    post("a list of lengths", "Content-Length: 5, 5\r\n\r\nhello"),
    post("a length with a plus", "Content-Length: +5\r\n\r\nhello@"),
    post("a negative length", "Content-Length: -5\r\n\r\n@"),
    post("a hexadecimal length", "Content-Length: 0x5\r\n\r\nhello@"),
    post("an empty length", "Content-Length:\r\n\r\n@"),
    post("a length with a letter", "Content-Length: 5a\r\n\r\nhello@"),
    post("a length beyond 64 bits", "Content-Length: 18446744073709551621\r\n\r\nhello@"),
    post("a blank before the colon of a length", "Content-Length : 30\r\n\r\n@"),
    post("a tab before the colon of a length", "Content-Length\t: 30\r\n\r\n@"),
    post("a folded length", "Content-Length:\r\n 30\r\n\r\n@"),
  ]

  static let codings = [
    post(
      "chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n@"),
    post(
      "a length and chunks",
      "Content-Length: 50\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n@"),
    post("an unknown coding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n@"),
    post("chunked not last", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n@"),
    post("the identity coding", "Transfer-Encoding: identity\r\n\r\n@"),
    post(
      "two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n@"),
    post("a blank before the colon of a coding", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n@"),
    post("a folded coding", "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n@"),
    post("a coding after a vertical tab", "Transfer-Encoding: \u{0B}chunked\r\n\r\n0\r\n\r\n@"),
    post("a quoted coding", "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n@"),
  ]

  private static let chunked = "Transfer-Encoding: chunked\r\n\r\n"

  static let chunks = [
    post("a chunk size with 0x", "\(chunked)0x5\r\nhello\r\n0\r\n\r\n"),
    post("a negative chunk size", "\(chunked)-5\r\nhello\r\n0\r\n\r\n@"),
    post("a chunk size beyond 64 bits", "\(chunked)10000000000000005\r\nhello\r\n0\r\n\r\n@"),
    post("a chunk without its end of line", "\(chunked)5\r\nhello0\r\n\r\n@"),
    post("a bare LF after a chunk size", "\(chunked)5\nhello\r\n0\r\n\r\n"),
    post("an empty chunk size", "\(chunked)\r\nhello\r\n0\r\n\r\n@"),
  ]

  static let lines = [
    head("a bare LF after a field", "GET /first HTTP/1.1\r\nHost: localhost\nX-A: b\r\n\r\n"),
    head("a bare LF at the end", "GET /first HTTP/1.1\r\nHost: localhost\r\nX-A: b\n\n"),
    head(
      "a bare CR in a value", "GET /first HTTP/1.1\r\nHost: localhost\r\nX-A: b\rX-C: d\r\n\r\n"),
    head("NUL in a value", "GET /first HTTP/1.1\r\nHost: localhost\r\nX-A: b\0c\r\n\r\n"),
    head("NUL in a name", "GET /first HTTP/1.1\r\nHost: localhost\r\nX-\0A: b\r\n\r\n"),
    head("a control character", "GET /first HTTP/1.1\r\nHost: localhost\r\nX-A: \u{01}\r\n\r\n"),
    head("a blank in a name", "GET /first HTTP/1.1\r\nHost: localhost\r\nX A: b\r\n\r\n"),
    head("eight bits in a name", "GET /first HTTP/1.1\r\nHost: localhost\r\nX-\u{E5}: b\r\n\r\n"),
    head("a field without a name", "GET /first HTTP/1.1\r\nHost: localhost\r\n: b\r\n\r\n"),
    head("a folded field", "GET /first HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n c\r\n\r\n"),
  ]

  static let heads = [
    head("no host", "GET /first HTTP/1.1\r\nX-A: b\r\n\r\n"),
    head("two hosts", "GET /first HTTP/1.1\r\nHost: localhost\r\nHost: example.org\r\n\r\n"),
    head("a host with a path", "GET /first HTTP/1.1\r\nHost: localhost/a\r\n\r\n"),
    head("a malformed version", "GET /first HTTP/1.1x\r\nHost: localhost\r\n\r\n"),
  ]

  static let borderline = [
    RawCase(name: "a good GET", kind: .good, text: get("/good")),
    RawCase(
      name: "a good POST", kind: .good,
      text: "POST /good HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"),
    RawCase(
      name: "good chunks", kind: .good,
      text: "POST /good HTTP/1.1\r\nHost: localhost\r\n\(chunked)5;a=b\r\nhello\r\n0\r\n\r\n"),
    RawCase(name: "two good requests at once", kind: .good, text: get("/good") + get("/good")),
    RawCase(
      name: "an ordinary field twice", kind: .good, text: get("/good", "X-A: b\r\nX-A: c\r\n")),
    RawCase(
      name: "a GET with a body", kind: .borderline,
      text: get("/body", "Content-Length: 46\r\n") + "@"),
    RawCase(
      name: "an absolute target", kind: .borderline,
      text: "GET http://localhost/a HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    RawCase(
      name: "a header of 64 KiB", kind: .borderline,
      text: get("/big", "X-A: " + String(repeating: "a", count: 65_536) + "\r\n")),
    RawCase(
      name: "2000 fields", kind: .borderline,
      text: get("/many", String(repeating: "X-A: b\r\n", count: 2000))),
    RawCase(name: "an encoded NUL", kind: .borderline, text: get("/a%00b")),
    RawCase(name: "eight bits in the target", kind: .borderline, text: get("/r\u{E5}d")),
    RawCase(name: "NUL in the target", kind: .borderline, text: get("/a\0b")),
    RawCase(
      name: "two blanks in the request line", kind: .borderline,
      text: "GET  /a HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    RawCase(
      name: "a method in lower case", kind: .borderline,
      text: "get /a HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    RawCase(
      name: "HTTP/1.9", kind: .borderline, text: "GET /a HTTP/1.9\r\nHost: localhost\r\n\r\n"),
    RawCase(
      name: "HTTP/1.0", kind: .borderline, text: "GET /a HTTP/1.0\r\nHost: localhost\r\n\r\n"),
  ]
}
