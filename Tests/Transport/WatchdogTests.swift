import Glibc
import Testing
import Web

@testable import Transport

/// The server's own question: only silence is a stall.
@Suite struct WatchdogTests {
  /// Lets a server run for a while with a watchdog that asks for the path; gives the stalls.
  private func stalls(
    asking path: String, connections: Int = 2000, occupied: Int = 0,
    answer: @escaping @Sendable (Request) -> Response
  ) throws -> Int {
    let stalls = Monitor(0)
    return try withServer(
      configure: { configuration in
        var watchdog = WatchdogSettings()
        watchdog.path = path
        watchdog.period = .milliseconds(50)
        watchdog.patience = .milliseconds(500)
        watchdog.onStall = { _ in
          stalls.withLock { $0 += 1 }
          stalls.broadcast()
        }
        configuration.watchdog = watchdog
        configuration.limits.connections = connections
        configuration.limits.workers = 1
        configuration.immediate = { $0.path == "/healthz" ? .text(200, "ok\n") : nil }
      }, answer: answer
    ) { server, _ in
      let sockets = (0..<occupied).map { _ in RawSocket(port: server.port) }
      sockets.first??.send(get("/work"))
      _ = stalls.wait(atMost: .milliseconds(1500)) { $0 > 0 }
      #expect(server.load.stalls == stalls.withLock { $0 })
      return stalls.withLock { $0 }
    }
  }

  @Test func silenceIsAStall() throws {
    let count = try stalls(asking: "/stuck") { _ in
      usleep(2_000_000)
      return .text(200, "")
    }
    #expect(count > 0)
  }

  @Test func busyWorkersAreNone() throws {
    let count = try stalls(asking: "/healthz", occupied: 1) { _ in
      usleep(1_800_000)
      return .text(200, "")
    }
    #expect(count == 0)
  }

  @Test func allConnectionsTakenIsNone() throws {
    let count = try stalls(asking: "/healthz", connections: 4, occupied: 8) { _ in .text(200, "") }
    #expect(count == 0)
  }

  @Test func aRefusalIsASignOfLife() throws {
    #expect(try stalls(asking: "/%00") { _ in .text(200, "") } == 0)
  }
}
