import Glibc
import Testing
import Web

@testable import Transport

/// Slow clients are cut: silence is not the measure, the whole time is.
@Suite struct DeadlineTests {
  /// Milliseconds until the server cut the connection while `drip` was sent again and again.
  private func cut(
    _ start: String, drip: String?, every milliseconds: Int = 40,
    configure: (inout ServerLimits) -> Void
  ) throws -> Int? {
    try withServer(configure: { configure(&$0.limits) }) { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      let begin = RawSocket.now
      socket.send(start)
      while RawSocket.now - begin < 5000 {
        if let drip { socket.send(drip) }
        if socket.read(within: milliseconds) == nil { return RawSocket.now - begin }
      }
      return nil
    }
  }

  @Test func aHeaderByteByByte() throws {
    let time = try cut("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ", drip: "a") {
      $0.headerDeadline = .milliseconds(400)
    }
    #expect((350...2400).contains(try #require(time)))
  }

  @Test func aRequestLineByteByByte() throws {
    let time = try cut("GET /", drip: "a") { $0.headerDeadline = .milliseconds(400) }
    #expect((350...2400).contains(try #require(time)))
  }

  @Test func aBodyByteByByte() throws {
    let time = try cut(
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n", drip: "a"
    ) { $0.bodyDeadline = .milliseconds(400) }
    #expect((350...2400).contains(try #require(time)))
  }

  @Test func nothingAtAll() throws {
    let time = try cut("", drip: nil) { $0.headerDeadline = .milliseconds(400) }
    #expect((350...2400).contains(try #require(time)))
  }

  @Test func silenceAfterAnAnswer() throws {
    let time = try cut(get("/"), drip: nil) { $0.idle = .milliseconds(400) }
    #expect((350...2400).contains(try #require(time)))
  }

  @Test func aSecondHeaderByteByByte() throws {
    let time = try cut(
      get("/") + "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ", drip: "a"
    ) { $0.headerDeadline = .milliseconds(400) }
    #expect((350...2400).contains(try #require(time)))
  }

  @Test func aClientThatDoesNotRead() throws {
    let big = Response(200, body: Array(repeating: 0x61, count: 16 << 20))
    try withServer(
      configure: { $0.limits.requestDeadline = .milliseconds(400) }, answer: { _ in big }
    ) { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(get("/"))
      let end = RawSocket.now + 4000
      while RawSocket.now < end && (server.load.connections > 0 || witness.records.isEmpty) {
        usleep(10_000)
      }
      #expect(server.load.connections == 0)
      #expect(witness.records.map(\.status) == [0])
      #expect(socket.readUntilClose(within: 1000).isClosed)
    }
  }

  @Test func aWorkerThatIsTooSlow() throws {
    try withServer(
      configure: { $0.limits.requestDeadline = .milliseconds(300) },
      answer: { request in
        if request.path == "/slow" { usleep(2_000_000) }
        return .text(200, "done\n")
      }
    ) { server, _ in
      let begin = RawSocket.now
      let socket = try #require(RawSocket(port: server.port))
      socket.send(get("/slow"))
      #expect(socket.readUntilClose(within: 2000).isClosed)
      #expect(RawSocket.now - begin < 1800)
      let next = try #require(RawSocket(port: server.port))
      next.send(get("/quick"))
      #expect(next.readAnswer()?.status == 200)
    }
  }

  @Test func whoHangsUpInTheMiddleIsForgotten() throws {
    try withServer { server, witness in
      for _ in 0..<20 {
        let socket = try #require(RawSocket(port: server.port))
        socket.send("GET /half HTTP/1.1\r\nHost: local")
      }
      let end = RawSocket.now + 3000
      while RawSocket.now < end && (server.load.connections > 0 || witness.records.count < 20) {
        usleep(10_000)
      }
      #expect(server.load.connections == 0)
      #expect(witness.records.map(\.path) == Array(repeating: "/half", count: 20))
      #expect(witness.records.allSatisfy { $0.status == 0 })
    }
  }

  @Test func whoIsInTimeIsLeftAlone() throws {
    try withServer(configure: { $0.limits.headerDeadline = .milliseconds(600) }) { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      for _ in 0..<4 {
        socket.send(get("/"))
        #expect(socket.readAnswer()?.status == 200)
        usleep(250_000)
      }
    }
  }
}
