import Glibc
import Testing
import Web

@testable import Transport

/// More than the server can do is refused at once, and what it can do still gets done.
@Suite struct OverloadTests {
  @Test func aFullQueueIsSaidAtOnceAndRecovers() throws {
    let gate = Gate()
    try withServer(
      configure: { configuration in
        configuration.limits.workers = 1
        configuration.limits.queueLength = 2
        configuration.limits.retryAfterSeconds = 7
        configuration.immediate = { $0.path == "/healthz" ? .text(200, "ok\n") : nil }
      },
      answer: { request in
        gate.pass()
        return .text(200, request.path)
      }
    ) { server, witness in
      let held = try (0..<3).map { number in
        let socket = try #require(RawSocket(port: server.port))
        socket.send(get("/held\(number)"))
        if number == 0 { #expect(gate.await(1)) }
        return socket
      }
      let end = RawSocket.now + 3000
      while server.load.queued < 2 && RawSocket.now < end { usleep(2000) }
      #expect(server.load.queued == 2)

      let begin = RawSocket.now
      let refused = try #require(RawSocket(port: server.port))
      refused.send(get("/refused"))
      let answer = try #require(refused.readAnswer())
      #expect(answer.status == 503)
      #expect(answer.field("Retry-After") == "7")
      #expect(answer.field("Content-Type") == "application/problem+json")
      #expect(RawSocket.now - begin < 2000)

      refused.send(get("/healthz"))
      #expect(refused.readAnswer()?.status == 200)

      gate.open()
      for (number, socket) in held.enumerated() {
        #expect(socket.readAnswer()?.body == "/held\(number)")
      }
      refused.send(get("/again"))
      #expect(refused.readAnswer()?.status == 200)
      #expect(!witness.paths.contains("/refused"))
      #expect(!witness.paths.contains("/healthz"))
    }
  }

  @Test func aRequestThatWaitedTooLongIsNotRun() throws {
    let gate = Gate()
    try withServer(
      configure: { configuration in
        configuration.limits.workers = 1
        configuration.limits.requestDeadline = .milliseconds(300)
      },
      answer: { _ in
        gate.pass()
        return .text(200, "done\n")
      }
    ) { server, witness in
      let first = try #require(RawSocket(port: server.port))
      first.send(get("/first"))
      #expect(gate.await(1))
      let second = try #require(RawSocket(port: server.port))
      second.send(get("/second"))
      #expect(second.readUntilClose(within: 2000).isClosed)
      gate.open()
      let third = try #require(RawSocket(port: server.port))
      third.send(get("/third"))
      #expect(third.readAnswer()?.status == 200)
      #expect(witness.paths == ["/first", "/third"])
    }
  }

  @Test func thousandsOfSuspendedRequestsWithoutAStall() throws {
    try withServer(
      configure: { $0.limits.workers = 8 },
      answer: { request in
        usleep(UInt32.random(in: 0...1500))
        return .text(200, request.path)
      }
    ) { server, witness in
      let port = server.port
      let good = Monitor(0)
      try onThreads(50) { thread in
        guard let socket = RawSocket(port: port) else { return }
        for number in 0..<40 {
          socket.send(get("/\(thread)/\(number)"))
          guard socket.readAnswer()?.body == "/\(thread)/\(number)" else { return }
          good.withLock { $0 += 1 }
        }
      }
      #expect(good.withLock { $0 } == 2000)
      #expect(Set(witness.paths).count == 2000)
    }
  }
}
