import Testing
import Web

@testable import Transport

/// The look behind the library's parser must never take a good request for a bad one.
@Suite struct WireLayoutTests {
  private func isExact(shift: UInt = 0, version: UInt = 0, size: Int = 0, value: UInt = 0) -> Bool {
    // GET /a HTTP/1.1, Host: x, A:b
    var layout = WireLayout(
      method: .init(start: 100, count: 3), target: .init(start: 104, count: 2),
      version: .init(start: 107 + version, count: 8))
    layout.add(name: .init(start: 117 + shift, count: 4), value: .init(start: 123, count: 1))
    layout.add(name: .init(start: 126, count: 1), value: .init(start: 128 - value, count: 1))
    return layout.isExact(size: 33 + size)
  }

  @Test func aGapAnywhereIsSeen() {
    #expect(isExact())
    #expect(!isExact(shift: 1))
    #expect(!isExact(version: 1))
    #expect(!isExact(size: 1))
    #expect(!isExact(size: -1))
    #expect(!isExact(value: 1))
  }

  @Test func theLibraryIsTheOneWeKnow() { #expect(WireLayout.isKnown) }

  @Test func goodHeadersOfEveryShapePassInPieces() throws {
    try withServer { server, witness in
      var chance = SystemRandomNumberGenerator()
      for number in 0..<60 {
        let socket = try #require(RawSocket(port: server.port))
        for turn in 0..<3 {
          let text = get("/\(number)/\(turn)?q", Self.fields(&chance))
          var rest = Array(text.utf8)[...]
          while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...1500, using: &chance))
            socket.send(Array(piece))
            rest = rest.dropFirst(piece.count)
          }
          #expect(socket.readAnswer()?.status == 200, "\(text)")
        }
      }
      #expect(witness.requests.allSatisfy { $0.query == "q" })
      let values = witness.requests.flatMap { $0.headers.fields.dropFirst().map(\.value) }
      #expect(values.allSatisfy { value in value.allSatisfy { $0 == "v" } })
    }
  }

  private static func fields(_ chance: inout SystemRandomNumberGenerator) -> String {
    (0..<Int.random(in: 0...60, using: &chance)).map { number in
      let before = String(repeating: " ", count: Int.random(in: 0...2, using: &chance))
      let value = String(repeating: "v", count: Int.random(in: 0...200, using: &chance))
      let after = ["", " ", "\t"].randomElement(using: &chance) ?? ""
      return "X-\(number):\(before)\(value)\(after)\r\n"
    }.joined()
  }
}
