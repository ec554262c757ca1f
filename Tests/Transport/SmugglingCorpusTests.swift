import Synchronization
import Testing

@testable import Transport

/// Raw requests over real sockets: what is ambiguous is refused, and nothing hides in anything.
@Suite struct SmugglingCorpusTests {
  /// The malformed kinds that get another answer than 400.
  static let tolerated: Set<String> = [
    // The library answers these two itself, with 413.
    "a length beyond 64 bits", "a chunk size beyond 64 bits",
    // The library reads chunks without showing their lines; no boundary moves.
    "a bare LF after a chunk size",
  ]

  @Test func theCorpusHasEnoughKinds() {
    let malformed = SmugglingCorpus.all.filter { $0.kind == .malformed }
    #expect(malformed.count == 42)
    #expect(SmugglingCorpus.all.count >= 54)
    #expect(Set(SmugglingCorpus.all.map(\.name)).count == SmugglingCorpus.all.count)
    #expect(Self.tolerated.count <= 6)
  }

  @Test func nothingIsSmuggledAndMalformedIsRefused() throws {
    let answers = Mutex<[String: String]>([:])
    let paths = try withServer(configure: Self.shorten) { server, witness in
      let port = server.port
      try onThreads(8) { thread in
        for number in SmugglingCorpus.all.indices where number % 8 == thread {
          let raw = SmugglingCorpus.all[number]
          guard let socket = RawSocket(port: port) else { continue }
          socket.send(raw.bytes)
          let text = socket.read(within: 1500, quiet: 150).text
          answers.withLock { $0[raw.name] = text }
        }
      }
      return witness.paths + witness.records.map(\.path)
    }
    #expect(!paths.contains { $0.contains("smuggled") })
    let all = answers.withLock { $0 }
    #expect(all.count == SmugglingCorpus.all.count)
    let accepted = SmugglingCorpus.all.filter { raw in
      raw.kind == .malformed && !Self.isRefused(all[raw.name] ?? "")
    }
    #expect(Set(accepted.map(\.name)) == Self.tolerated)
    for raw in SmugglingCorpus.all where raw.kind == .good {
      #expect(all[raw.name]?.hasPrefix("HTTP/1.1 200 ") == true, "\(raw.name)")
    }
    for raw in SmugglingCorpus.all where raw.kind == .borderline {
      #expect(all[raw.name]?.hasPrefix("HTTP/1.1 2") == false, "\(raw.name)")
    }
  }

  private static func isRefused(_ text: String) -> Bool {
    text.isEmpty || text.hasPrefix("HTTP/1.1 400 ")
  }

  @Sendable private static func shorten(_ configuration: inout ServerConfiguration) {
    configuration.limits.headerDeadline = .milliseconds(500)
    configuration.limits.bodyDeadline = .milliseconds(500)
  }
}
