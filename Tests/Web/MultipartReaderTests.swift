import Testing
import Web

@Suite struct MultipartReaderTests {
  private static let type = "multipart/form-data; boundary=xyz"

  @Test func fieldsAndAFileAreRead() throws {
    let fields = try read(
      part("name=\"_token\"", "abc")
        + part("name=\"file\"; filename=\"a b.pdf\"", "%PDF\r\n--xy\r\n")
        + "--xyz--\r\n")
    #expect(fields["_token"] == "abc")
    guard case .file(let file) = fields["file"] else { throw RequestRefusal.bodyIsNotAForm }
    #expect(file.name == "a b.pdf")
    #expect(String(decoding: file.bytes, as: UTF8.self) == "%PDF\r\n--xy\r\n")
  }

  @Test func namesAreReadAsBrowsersWriteThem() throws {
    let names = [
      ("a%22b%0D%0Ac.pdf", "a\"b\r\nc.pdf"), ("100%.pdf", "100%.pdf"), ("../../x", "../../x"),
      ("", ""),
    ]
    for (sent, name) in names {
      let fields = try read(part("name=\"file\"; filename=\"\(sent)\"", "x") + "--xyz--")
      guard case .file(let file) = fields["file"] else { throw RequestRefusal.bodyIsNotAForm }
      #expect(file.name == name)
    }
    let both = try read(
      part("name=\"file\"; filename=\"a.txt\"; filename*=UTF-8''b.exe", "x") + "--xyz--")
    guard case .file(let file) = both["file"] else { throw RequestRefusal.bodyIsNotAForm }
    #expect(file.name == "a.txt")
  }

  @Test(arguments: [
    "", "--xyz", "--xyz\r\n", "preamble\r\n--xyz--", "--xyz--\r\nmore", "--xyz--x",
    "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
    "--xyz\nContent-Disposition: form-data; name=\"a\"\n\nx\n--xyz--",
    "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--xyz--",
    "--xyz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--xyz--",
    "--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--xyz--",
    "--xyz\r\nContent-Type: text/plain\r\n\r\nx\r\n--xyz--",
    "--xyz\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nx\r\n--xyz--",
    "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--xyz--",
    "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n folded\r\n\r\nx\r\n--xyz--",
    "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--xyz--",
  ])
  func whatIsNotExactlyAFormIsRefused(_ body: String) {
    #expect(throws: RequestRefusal.bodyIsNotAForm) { try read(body) }
  }

  @Test func twiceTheSameFieldOrTwoFilesAreRefused() {
    let field = part("name=\"a\"", "x")
    #expect(throws: RequestRefusal.bodyIsNotAForm) { try read(field + field + "--xyz--") }
    let files = part("name=\"a\"; filename=\"a\"", "x") + part("name=\"b\"; filename=\"b\"", "x")
    #expect(throws: RequestRefusal.bodyIsNotAForm) { try read(files + "--xyz--") }
    let many = (0..<21).map { part("name=\"a\($0)\"", "x") }.joined()
    #expect(throws: RequestRefusal.bodyIsNotAForm) { try read(many + "--xyz--") }
    let huge = part("name=\"a\"\r\nContent-Type: \(String(repeating: "x", count: 5000))", "x")
    #expect(throws: RequestRefusal.bodyIsNotAForm) { try read(huge + "--xyz--") }
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/mixed; boundary=xyz", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=xyz; boundary=abc", "multipart/form-data; boundary=x\"z",
    "multipart/form-data; boundary=\(String(repeating: "x", count: 71))", "text/plain",
  ])
  func aStrangeBoundaryIsRefused(_ type: String) {
    #expect(throws: RequestRefusal.bodyIsNotAForm) {
      try MultipartReader.fields(of: Array("--xyz--".utf8), contentType: type)
    }
  }

  @Test func aQuotedBoundaryIsTheSame() throws {
    let fields = try MultipartReader.fields(
      of: Array((part("name=\"a\"", "x") + "--xyz--").utf8),
      contentType: "Multipart/Form-Data; Boundary=\"xyz\"")
    #expect(fields == ["a": "x"])
  }

  /// A form with pieces cut out, doubled and changed is read or refused, never anything else.
  @Test func anyBytesAreAnswered() {
    var dice = SystemRandomNumberGenerator()
    let whole = Array(
      (part("name=\"a\"", "x") + part("name=\"f\"; filename=\"g\"", "\r\n--xyz\r\n") + "--xyz--\r\n")
        .utf8)
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 5))
        default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      _ = try? MultipartReader.fields(of: bytes, contentType: Self.type)
    }
  }

  private func read(_ body: String) throws -> [String: Value] {
    try MultipartReader.fields(of: Array(body.utf8), contentType: Self.type)
  }

  private func part(_ parameters: String, _ content: String) -> String {
    "--xyz\r\nContent-Disposition: form-data; \(parameters)\r\n\r\n\(content)\r\n"
  }
}
