import Kernel
import TestKit
import Testing

@testable import Database

@Suite struct ValuesTests {
  private static let hostile = [
    "", " ", "'", "''", "\"", "\\", "\\'", "'; DROP TABLE scratch_thing; --", "$1", "$1$2", "%s",
    "NULL", "\r\n\t", "\u{1}\u{7F}", "æøåÆØÅ", "e\u{301}", "é", "👩‍👩‍👧‍👦", "𝕊", "\u{FEFF}", "\u{202E}abc",
    "\u{10FFFF}", "E'\\x41'", "{1,2}", "f", "t", String(repeating: "ø", count: 100_000),
  ]

  @Test(arguments: Engine.available)
  func hostileTextComesBackByteByByte(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    for (number, text) in Self.hostile.enumerated() {
      try scratch.run { transaction in
        try transaction.run(
          "INSERT INTO scratch_thing (id, name, note) VALUES (\(number), \("\(number)"), \(text))")
        let back: String? = try transaction.value(
          "SELECT note FROM scratch_thing WHERE note = \(text) AND id = \(number)")

        #expect(back.map { Array($0.utf8) } == Array(text.utf8))
      }
    }
    #expect(try scratch.things() == Self.hostile.count)
  }

  @Test(arguments: Engine.available, ["\0", "Kari\0Nordmann", "Kari\0"])
  func aTextWithNULIsRefusedAndNothingIsCutOff(_ engine: Engine, _ text: String) throws {
    let scratch = try Scratch(on: engine)

    let found = try kind {
      try scratch.run { transaction in
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'before')")
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (2, \(text))")
      }
    }

    #expect(found == .checkFailed)
    #expect(try scratch.things() == 0)
  }

  @Test(arguments: Engine.available)
  func everyTypeComesBackAsItWas(_ engine: Engine) throws {
    enum Thing {}
    let scratch = try Scratch(on: engine)
    let id = ID<Thing>(high: 1, low: .max)
    let (late, early) = (Instant(microseconds: .max), Instant(microseconds: -1))

    try scratch.run(.read) { transaction in
      let count = try transaction.rows(
        """
        SELECT CAST(\(id) AS text), CAST(\(day(2026, 2, 28)) AS text), CAST(\(late) AS bigint),
          CAST(\(early) AS bigint), CAST(\(true) AS boolean), CAST(\(false) AS boolean),
          CAST(\(Int.min) AS bigint), CAST(\(Language.nynorsk) AS text),
          CAST(\(nil as String?) AS text)
        """,
        as: {
          (
            a: ID<Thing>, b: Day, c: Instant, d: Instant, e: Bool, f: Bool, g: Int, h: Language,
            i: String?
          ) in
          #expect(a == id)
          #expect(b == day(2026, 2, 28))
          #expect(c == late)
          #expect(d == early)
          #expect(e && !f)
          #expect(g == Int.min)
          #expect(h == .nynorsk)
          #expect(i == nil)
        }
      ).count
      #expect(count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func aListForINFindsEachOfItsValues(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    try scratch.run { transaction in
      for id in 1...5 {
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (\(id), \("n\(id)"))")
      }
    }

    let found: [Int] = try scratch.run(.read) { transaction in
      try transaction.values(
        "SELECT id FROM scratch_thing WHERE id IN (\(list: [5, 2, 99])) ORDER BY id")
    }
    let none: [Int] = try scratch.run(.read) { transaction in
      try transaction.values("SELECT id FROM scratch_thing WHERE id IN (\(list: [Int]()))")
    }

    #expect(found == [2, 5])
    #expect(none.isEmpty)
  }

  @Test(arguments: Engine.available)
  func bytesComeBackAsTheyWere(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let type: SQL = engine == .sqlite ? "blob" : "bytea"
    let all = (0...255).map { UInt8($0) }
    let large = [UInt8](repeating: 0, count: 262_144) + [1]
    for bytes in [all, [], [0], [0, 0], Array("\\x41".utf8), large] {
      let back: [UInt8]? = try scratch.run(.read) {
        try $0.value("SELECT CAST(\(bytes) AS \(type))")
      }
      #expect(back == bytes)
    }
    let missing: [UInt8]?? = try scratch.run(.read) {
      try $0.value("SELECT CAST(\(nil as [UInt8]?) AS \(type))", of: [UInt8]?.self)
    }
    #expect(missing == .some(nil))
    #expect(throws: DatabaseError.self) {
      let _: [UInt8]? = try scratch.run(.read) { try $0.value("SELECT 'kari'") }
    }
  }
}
