import Glibc
import Kernel
import Synchronization
import Testing
import Web

@testable import Transport

/// What an operator meets: start errors, the access log, proxies, workers.
@Suite struct OperationTests {
  private func startError(_ change: (inout ServerConfiguration) -> Void) -> TransportError? {
    var configuration = ServerConfiguration()
    configuration.watchdog = nil
    change(&configuration)
    do throws(TransportError) {
      let server = try MicroHTTPServer.start(configuration) { { _ in .text(200, "") } }
      server.stop(within: .seconds(1))
      return nil
    } catch {
      return error
    }
  }

  @Test func startErrorsAreSentences() throws {
    try withServer { server, _ in
      let error = startError { $0.port = server.port }
      #expect(error == .portInUse(host: "127.0.0.1", port: server.port))
      #expect(error?.description.contains("another program already does") == true)
    }
    #expect(startError { $0.host = "not an address" } == .badAddress("not an address"))
    #expect(startError { $0.port = 70_000 } == .badPort(70_000))
    guard case .cannotListen(_, _, let reason) = startError({ $0.host = "192.0.2.1" }) else {
      Issue.record("an address of another machine was listened on")
      return
    }
    #expect(reason == "Cannot assign requested address")
    #expect(startError { $0.host = "localhost" } == nil)
  }

  @Test func everyRequestIsLogged() throws {
    try withServer { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(get("/a?secret=1"))
      let answer = try #require(socket.readAnswer())
      socket.send("GET /b?secret=1 HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n")
      #expect(socket.readUntilClose(within: 1000).isClosed)
      let records = witness.records
      #expect(records.map(\.path) == ["/a", "/b"])
      #expect(records.map(\.status) == [200, 400])
      #expect(records.map(\.method) == ["GET", "-"])
      #expect(records.first?.bytes == 3)
      #expect(records.first?.requestID == answer.field("X-Request-Id"))
      #expect(records.allSatisfy { $0.address == "127.0.0.1" && $0.microseconds > 0 })
    }
  }

  @Test func logLinesCannotBeForged() {
    let lines = Mutex<[String]>([])
    let log = AccessLog(clock: .fixed(Instant(microseconds: 0))) { bytes in
      lines.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
    }
    log.record(
      AccessRecord(
        method: "-", path: "/a\"\n\\\u{1F600}", status: 400, bytes: 1, microseconds: 2,
        requestID: "id", address: "192.0.2.7"))
    #expect(
      lines.withLock { $0 } == [
        #"{"time":"1970-01-01T00:00:00Z","method":"-","path":"/a\"\u000a\\\ud83d\ude00","#
          + #""status":400,"bytes":1,"us":2,"id":"id"}"# + "\n"
      ])
  }

  @Test(arguments: [
    ("198.51.100.9", ["203.0.113.5"], "198.51.100.9"),
    ("192.0.2.1", ["203.0.113.5"], "203.0.113.5"),
    ("192.0.2.1", ["10.0.0.1, 203.0.113.5"], "203.0.113.5"),
    ("192.0.2.1", ["10.0.0.1", "203.0.113.5"], "203.0.113.5"), ("192.0.2.1", [], "192.0.2.1"),
    ("192.0.2.1", ["203.0.113.5, "], "192.0.2.1"), ("192.0.2.1", ["evil"], "192.0.2.1"),
    ("192.0.2.1", ["2001:db8::1"], "2001:db8::1"),
  ])
  func onlyTheLastHopOfATrustedProxyCounts(_ peer: String, _ hops: [String], _ expected: String) {
    var headers: Headers = [:]
    hops.forEach { headers.add("X-Forwarded-For", $0) }
    let rule = ClientAddress(trustedProxies: ["192.0.2.1"])
    #expect(rule.resolve(peer: peer, headers: headers) == expected)
  }

  @Test(arguments: [(true, "203.0.113.5"), (false, "127.0.0.1")])
  func forwardingFieldsOfStrangersAreDropped(_ isTrusted: Bool, _ expected: String) throws {
    try withServer(
      configure: { $0.trustedProxies = isTrusted ? ["127.0.0.1"] : [] }
    ) { server, witness in
      let socket = try #require(RawSocket(port: server.port))
      socket.send(get("/", "X-Forwarded-For: 203.0.113.5\r\nX-Forwarded-Proto: https\r\n"))
      _ = socket.readAnswer()
      let request = try #require(witness.requests.first)
      #expect(request.address == expected)
      #expect((request.headers["X-Forwarded-Proto"] != nil) == isTrusted)
    }
  }

  @Test func everyWorkerHasItsOwnClosure() throws {
    let made = Monitor<[pthread_t]>([])
    var configuration = ServerConfiguration()
    configuration.watchdog = nil
    configuration.limits.workers = 3
    let server = try MicroHTTPServer.start(configuration) {
      let thread = pthread_self()
      made.withLock { $0.append(thread) }
      made.broadcast()
      return { _ in .text(pthread_self() == thread ? 200 : 500, "") }
    }
    defer { server.stop(within: .seconds(1)) }
    #expect(made.wait(atMost: .seconds(2)) { Set($0).count == 3 })
    let socket = try #require(RawSocket(port: server.port))
    for _ in 0..<30 {
      socket.send(get("/"))
      #expect(socket.readAnswer()?.status == 200)
    }
  }
}
