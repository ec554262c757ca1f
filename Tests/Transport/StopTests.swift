import Glibc
import Synchronization
import Testing
import Web

@testable import Transport

/// A stop answers what is under way, refuses the rest, and never aborts the process.
@Suite struct StopTests {
  @Test func requestsUnderWayAreAnswered() throws {
    let gate = Gate()
    try withServer(answer: { _ in
      gate.pass()
      usleep(200_000)
      return .text(200, "done\n")
    }) { server, _ in
      let sockets = try (0..<4).map { _ in
        let socket = try #require(RawSocket(port: server.port))
        socket.send(get("/"))
        return socket
      }
      #expect(gate.await(4))
      gate.open()
      #expect(server.stop(within: .seconds(5)) == StopReport())
      for socket in sockets {
        let answer = try #require(socket.readAnswer())
        #expect(answer.status == 200)
        #expect(answer.field("Connection")?.lowercased() == "close")
      }
    }
  }

  @Test func whoIsNotDoneInTimeGets503() throws {
    let gate = Gate()
    try withServer(
      configure: { $0.limits.workers = 2 },
      answer: { _ in
        gate.pass()
        return .text(200, "done\n")
      }
    ) { server, _ in
      let sockets = try (0..<6).map { _ in
        let socket = try #require(RawSocket(port: server.port))
        socket.send(get("/"))
        return socket
      }
      #expect(gate.await(2))
      let end = RawSocket.now + 3000
      while server.load.queued < 4 && RawSocket.now < end { usleep(2000) }
      let port = server.port
      let isRefused = Monitor(false)
      let opener = try PosixThread.start {
        usleep(300_000)
        let isClosed = RawSocket(port: port) == nil
        isRefused.withLock { $0 = isClosed }
        usleep(300_000)
        gate.open()
      }
      let report = server.stop(within: .milliseconds(100))
      opener.join()
      #expect(isRefused.withLock { $0 })
      #expect(report == StopReport(abandoned: 6, busyWorkers: 0))
      for socket in sockets { #expect(socket.readAnswer()?.status == 503) }
    }
  }

  @Test func aWorkerThatNeverEndsIsLeftBehind() throws {
    let gate = Gate()
    try withServer(
      configure: { $0.limits.workers = 1 },
      answer: { _ in
        gate.pass()
        return .text(200, "done\n")
      }
    ) { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(get("/"))
      #expect(gate.await(1))
      let report = server.stop(within: .milliseconds(50))
      #expect(report == StopReport(abandoned: 1, busyWorkers: 1))
      gate.open()
    }
  }

  @Test func theAnnouncementClosesConnectionsAndTheStopRefusesNewOnes() throws {
    try withServer { server, _ in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(get("/"))
      #expect(socket.readAnswer()?.field("Connection") == nil)
      server.beginStopping()
      socket.send(get("/"))
      let answer = try #require(socket.readAnswer())
      #expect(answer.status == 200)
      #expect(answer.field("Connection")?.lowercased() == "close")
      server.stop(within: .seconds(1))
      #expect(RawSocket(port: server.port) == nil)
      #expect(server.stop(within: .seconds(1)) == StopReport())
    }
  }

  @Test func halfSentRequestsDoNotHoldTheStop() throws {
    try withServer { server, _ in
      let header = try #require(RawSocket(port: server.port))
      header.send("GET / HTTP/1.1\r\nHost: ")
      let body = try #require(RawSocket(port: server.port))
      body.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhel")
      let idle = try #require(RawSocket(port: server.port))
      idle.send(get("/"))
      _ = idle.readAnswer()
      let begin = RawSocket.now
      server.stop(within: .milliseconds(200))
      #expect(RawSocket.now - begin < 3500)
      #expect(idle.readUntilClose(within: 500).isClosed)
    }
  }

  @Test(arguments: 0..<5) func underLoadEveryRequestRunIsAnswered(_ round: Int) throws {
    try withServer(answer: { _ in
      usleep(UInt32.random(in: 0...2000))
      return .text(200, "done\n")
    }) { server, witness in
      let port = server.port
      let answered = Monitor(0)
      let stopper = try PosixThread.start {
        usleep(UInt32(60_000 + round * 7000))
        server.stop(within: .seconds(5))
      }
      try onThreads(16) { _ in
        let end = RawSocket.now + 5000
        while RawSocket.now < end, let socket = RawSocket(port: port) {
          while socket.send(get("/")), let answer = socket.readAnswer() {
            if answer.status == 200 { answered.withLock { $0 += 1 } }
          }
        }
      }
      stopper.join()
      #expect(answered.withLock { $0 } > 0)
      #expect(witness.requests.count == answered.withLock { $0 })
    }
  }
}
