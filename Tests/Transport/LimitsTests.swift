import Testing
import Web

@testable import Transport

/// What is too large is refused with the status that says so.
@Suite struct LimitsTests {
  private func answer(_ text: String) throws -> Answer? {
    try withServer(configure: { $0.limits.bodyBytes = 1000 }) { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(text)
      return socket.readAnswer()
    }
  }

  private func post(_ fields: String, _ body: String) -> String {
    "POST /upload HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n\r\n\(body)"
  }

  @Test func aBodyOfTheLimitPasses() throws {
    let body = String(repeating: "a", count: 1000)
    #expect(try answer(post("Content-Length: 1000", body))?.status == 200)
    let chunks = "3e8\r\n\(body)\r\n0\r\n\r\n"
    #expect(try answer(post("Transfer-Encoding: chunked", chunks))?.status == 200)
  }

  @Test func aBodyBeyondItDoesNot() throws {
    let told = try #require(try answer(post("Content-Length: 1001", "")))
    #expect(told.status == 413)
    #expect(told.field("Connection")?.lowercased() == "close")
    #expect(told.body.contains(#""status":413"#))
    let chunks = "3e9\r\n\(String(repeating: "a", count: 1001))\r\n0\r\n\r\n"
    let late = try #require(try answer(post("Transfer-Encoding: chunked", chunks)))
    #expect(late.status == 413)
    #expect(late.field("Connection")?.lowercased() == "close")
  }

  @Test func chunksWithoutEndAreCut() throws {
    try withServer(configure: { $0.limits.bodyBytes = 1000 }) { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(post("Transfer-Encoding: chunked", ""))
      let chunk = "1000\r\n\(String(repeating: "a", count: 4096))\r\n"
      var sent = 0
      while sent < 2000, socket.send(chunk) { sent += 1 }
      #expect(sent < 2000)
      #expect(witness.paths.isEmpty)
    }
  }

  @Test func headers() throws {
    let value = String(repeating: "a", count: 16_000)
    #expect(try answer(get("/", "X-A: \(value)\r\n"))?.status == 200)
    #expect(try answer(get("/", "X-A: \(value)\r\nX-B: \(value)\r\n"))?.status == 431)
    #expect(try answer(get("/", String(repeating: "X-A: b\r\n", count: 100)))?.status == 431)
    #expect(try answer(get("/" + String(repeating: "a", count: 9000)))?.status == 414)
    #expect(try answer(get("/" + String(repeating: "a", count: 40_000)))?.status == 414)
  }

  @Test func bodiesArriveWhole() throws {
    try withServer { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      let body = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      socket.send("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000\r\n\r\n")
      socket.send(body)
      #expect(socket.readAnswer()?.status == 200)
      socket.send("POST /b HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
      socket.send("5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\nX-Trailer: a\r\n\r\n")
      #expect(socket.readAnswer()?.status == 200)
      #expect(witness.requests[0].body == body)
      #expect(witness.requests[1].body == Array("hello, world".utf8))
      #expect(witness.requests[1].headers["X-Trailer"] == nil)
    }
  }

  @Test func anExpectedContinueIsGiven() throws {
    try withServer { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      let fields = "Content-Length: 5\r\nExpect: 100-continue"
      socket.send(post(fields, ""))
      #expect(socket.readAnswer(hasBody: false)?.status == 100)
      socket.send("hello")
      #expect(socket.readAnswer()?.status == 200)
      #expect(witness.requests.first?.body == Array("hello".utf8))
    }
  }
}
