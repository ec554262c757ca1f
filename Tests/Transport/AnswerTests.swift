import Testing
import Web

@testable import Transport

/// What goes out over the wire.
@Suite struct AnswerTests {
  private func answers(
    _ text: String, count: Int = 1, hasBody: Bool = true, _ response: Response
  ) throws -> (answers: [Answer], log: [String]) {
    try withServer(answer: { _ in response }) { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(text)
      return ((0..<count).compactMap { _ in socket.readAnswer(hasBody: hasBody) }, witness.log)
    }
  }

  @Test func anOrdinaryAnswer() throws {
    let answer = try #require(try answers(get("/"), .text(201, "hello\n")).answers.first)
    #expect(answer.status == 201)
    #expect(answer.body == "hello\n")
    #expect(answer.field("Content-Type") == "text/plain; charset=utf-8")
    #expect(answer.field("Content-Length") == "6")
    #expect(answer.field("Date")?.hasSuffix(" GMT") == true)
    #expect(answer.field("Server") == nil)
    #expect(answer.field("X-Request-Id")?.count == 16)
    #expect(answer.field("X-Request-Id")?.allSatisfy(\.isHexDigit) == true)
  }

  @Test(arguments: [
    "a\r\nX-Smuggled: b", "a\nb", "a\0b", "r\u{E5}d", "a\u{7F}", "\u{01}", "",
  ])
  func anUnfitValueIsLeftOutAndLogged(_ value: String) throws {
    let response = Response(200, headers: ["X-Bad": value, "X-Good": "a\tb"])
    let result = try answers(get("/"), response)
    let answer = try #require(result.answers.first)
    #expect(answer.field("X-Bad") == nil)
    #expect(!answer.header.contains("X-Smuggled"))
    #expect(answer.field("X-Good") == "a\tb")
    #expect(result.log.count == 1)
    #expect(result.log.first?.contains("X-Bad") == true)
  }

  @Test(arguments: [
    "Content-Length", "transfer-encoding", "Connection", "X-Request-Id", "Date", "Server",
    "X Bad", "X\r\nBad", "",
  ])
  func anUnfitNameIsLeftOut(_ name: String) throws {
    let result = try answers(get("/"), Response(200, headers: [name: "99"], body: [0x61]))
    let answer = try #require(result.answers.first)
    #expect(answer.body == "a")
    #expect(!answer.header.contains("99") || answer.field("X-Request-Id")?.contains("99") == true)
    #expect(result.log.count == 1)
  }

  @Test func headHasTheLengthAndNoBody() throws {
    let text = "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    let answers = try answers(text + text, count: 2, hasBody: false, .text(200, "hello\n")).answers
    #expect(answers.map(\.status) == [200, 200])
    #expect(answers.first?.field("Content-Length") == "6")
  }

  @Test(arguments: [204, 304]) func someStatusesHaveNoBody(_ status: Int) throws {
    let response = Response(status, body: Array("hello".utf8))
    let two = try answers(get("/") + get("/"), count: 2, hasBody: false, response).answers
    #expect(two.map(\.status) == [status, status])
  }

  @Test(arguments: [0, 99, 101, 1000]) func aStatusThatIsNoneBecomes500(_ status: Int) throws {
    #expect(try answers(get("/"), .text(status, "")).answers.first?.status == 500)
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() throws {
    try withServer { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      socket.send((0..<20).map { get("/\($0)") }.joined())
      for number in 0..<20 { #expect(socket.readAnswer()?.body == "/\(number)\n") }
      #expect(Set(witness.requests.map(\.id)).count == 20)
      #expect(server.load.connections == 1)
    }
  }

  @Test func refusalsCloseAndSayAllow() throws {
    try withServer { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      socket.send("PATCH / HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/second"))
      let answer = try #require(socket.readAnswer())
      #expect(answer.status == 405)
      #expect(answer.field("Allow") == "GET, HEAD, POST, PUT, DELETE")
      #expect(answer.field("Connection")?.lowercased() == "close")
      #expect(answer.field("Content-Type") == "application/problem+json")
      #expect(socket.readUntilClose(within: 1000) == ("", true))
    }
  }

  @Test func allowNamesTheMethodsOfTheAddress() throws {
    let methods: @Sendable (String) -> [Method] = { $0 == "/enheter" ? [.get, .head] : [] }
    try withServer(configure: { $0.methods = methods }) { server, _ in
      for (path, allow) in [
        ("/enheter?a=b", "GET, HEAD"), ("/ukjent", "GET, HEAD, POST, PUT, DELETE"),
      ] {
        let socket = try #require(RawSocket(port: server.port))
        socket.send("OPTIONS \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(socket.readAnswer()?.field("Allow") == allow)
      }
    }
  }

  @Test func theRefusalIsOursToWord() throws {
    try withServer(configure: { $0.refusalResponse = { .text($0, "nei: \($1)") } }) { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      socket.send("GET / HTTP/1.1\r\n\r\n" + get("/", "X A: b\r\n"))
      #expect(socket.readAnswer()?.status == 400)
      let other = try #require(RawSocket(port: server.port))
      other.send(get("/", "X A: b\r\n"))
      #expect(other.readAnswer()?.body == "nei: A field name is malformed.")
    }
  }
}
