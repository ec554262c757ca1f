import Testing
import Web

@testable import Transport

/// Files are larger than other bodies: they wait on disk, few at once, and only where they may.
@Suite struct LargeBodyTests {
  private static func configure(_ configuration: inout ServerConfiguration) {
    configuration.limits.bodyBytes = 1000
    configuration.limits.largeBodyBytes = 100_000
    configuration.limits.discardedBytes = 200_000
    configuration.mayBeLarge = { $0.path == "/file" && $0.headers["Authorization"] != nil }
  }

  private func post(_ length: Int, to path: String = "/file", _ fields: String = "") -> String {
    """
    POST \(path) HTTP/1.1\r\nHost: localhost\r\nAuthorization: x\r\n\(fields)\
    Content-Length: \(length)\r\n\r\n
    """
  }

  @Test func aLargeBodyComesWholeWhereItMay() throws {
    try withServer(configure: Self.configure) { server, witness in
      for length in [1000, 1001, 100_000] {
        let body = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let socket = try #require(RawSocket(port: server.port))
        socket.send(post(length))
        socket.send(body)
        #expect(socket.readAnswer()?.status == 200)
        #expect(witness.requests.last?.body == body)
        #expect(witness.requests.last?.isTooLarge == false)
      }
    }
  }

  @Test func elsewhereItIsRefusedBeforeItComes() throws {
    try withServer(configure: Self.configure) { server, witness in
      let other = try #require(RawSocket(port: server.port))
      other.send(post(1001, to: "/other"))
      #expect(other.readAnswer()?.status == 413)
      let anonymous = try #require(RawSocket(port: server.port))
      anonymous.send("POST /file HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\n\r\n")
      #expect(anonymous.readAnswer()?.status == 413)
      #expect(witness.paths.isEmpty)
    }
  }

  @Test func oneThatIsTooLargeIsThrownAwayAndSaidSo() throws {
    try withServer(configure: Self.configure) { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(post(100_001))
      socket.send([UInt8](repeating: 1, count: 100_001))
      #expect(socket.readAnswer()?.status == 200)
      #expect(witness.requests.first?.isTooLarge == true)
      #expect(witness.requests.first?.body.isEmpty == true)
      let huge = try #require(RawSocket(port: server.port))
      huge.send(post(200_001))
      #expect(huge.readAnswer()?.status == 413)
    }
  }

  @Test func onlySoManyWaitAtOnce() throws {
    try withServer(configure: {
      Self.configure(&$0)
      $0.limits.largeBodies = 1
    }) { server, _ in
      let first = try #require(RawSocket(port: server.port))
      first.send(post(5000) + "a")
      let end = Uptime.now + 5_000_000
      while server.load.underWay == 0, Uptime.now < end {}
      let second = try #require(RawSocket(port: server.port))
      second.send(post(5000))
      let refused = try #require(second.readAnswer())
      #expect(refused.status == 503)
      #expect(refused.field("Retry-After") != nil)
      first.send([UInt8](repeating: 97, count: 4999))
      #expect(first.readAnswer()?.status == 200)
      // The client has its answer a moment before the place is free.
      var status = 503
      for _ in 0..<50 where status != 200 {
        guard let socket = RawSocket(port: server.port) else { continue }
        socket.send(post(5000))
        socket.send([UInt8](repeating: 97, count: 5000))
        status = socket.readAnswer()?.status ?? 0
      }
      #expect(status == 200)
    }
  }

  @Test func onlySoManyAreInMemoryAtOnce() throws {
    let gate = Gate()
    try withServer(
      configure: {
        Self.configure(&$0)
        $0.limits.largeBodiesInMemory = 1
      },
      answer: { _ in
        gate.pass()
        return .text(200, "")
      }
    ) { server, witness in
      let sockets = try (0..<2).map { _ in try #require(RawSocket(port: server.port)) }
      sockets[0].send(post(5000))
      sockets[0].send([UInt8](repeating: 97, count: 5000))
      #expect(gate.await(1))
      sockets[1].send(post(5000))
      sockets[1].send([UInt8](repeating: 97, count: 5000))
      #expect(sockets[1].readAnswer()?.status == 503)
      gate.open()
      #expect(sockets[0].readAnswer()?.status == 200)
    }
  }

  @Test func aSlowOneIsCutWhenItsTimeIsUp() throws {
    try withServer(configure: {
      Self.configure(&$0)
      $0.limits.bodyDeadline = .milliseconds(200)
      $0.limits.pace = 100_000
    }) { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      let before = Uptime.now
      socket.send(post(50_000) + "a")
      #expect(socket.readAnswer() == nil)
      // A fifth of a second as for everybody, and half a second for the bytes.
      #expect(Uptime.now - before > 600_000)
      #expect(witness.paths.isEmpty)
    }
  }

  @Test func anAnswerMayWaitOnDisk() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 11) }
    try withServer(answer: { _ in
      var response = Response(200, headers: ["Content-Type": "image/png"])
      response.spool = try? Spool()
      try? response.spool?.append(bytes)
      return response
    }) { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(get("/"))
      let answer = try #require(socket.readAnswer())
      #expect(answer.field("Content-Length") == "300000")
      socket.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let head = try #require(socket.readAnswer(hasBody: false))
      #expect(head.field("Content-Length") == "300000")
    }
  }

  @Test func aSpoolGivesBackWhatItWasGiven() throws {
    let spool = try Spool()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    try spool.append(bytes)
    try spool.append([1, 2, 3])
    #expect(spool.count == 100_003)
    #expect(try spool.contents() == bytes + [1, 2, 3])
  }
}
