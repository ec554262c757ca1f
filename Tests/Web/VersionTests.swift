import Kernel
import Testing
import Web

@Suite struct VersionTests {
  private static func refusal(_ values: [String: Value], now: Int) -> VersionRefusal? {
    var input = Input(values)
    let version = input.version()
    do {
      try version.mustBe(now)
      return nil
    } catch { return error as? VersionRefusal }
  }

  @Test func onlyTheVersionThatIsThereMayBeChanged() {
    #expect(Self.refusal(["version": 3], now: 3) == nil)
    #expect(Self.refusal(["version": "3"], now: 3) == nil)
    #expect(Self.refusal(["version": 2], now: 3) == .recordHasChanged)
    #expect(Self.refusal(["version": 4], now: 3) == .recordHasChanged)
    #expect(Self.refusal(["version": "*"], now: 3) == .recordHasChanged)
    #expect(Self.refusal(["version": "W/3"], now: 3) == .recordHasChanged)
    #expect(Self.refusal(["version": ""], now: 3) == .recordHasChanged)
    #expect(Self.refusal([:], now: 3) == .nameTheVersionYouRead)
    #expect(Self.refusal(["version": .null], now: 3) == .nameTheVersionYouRead)
  }

  @Test func theTwoRefusalsHaveTheirOwnStatus() {
    #expect(VersionRefusal.nameTheVersionYouRead.kind.rawValue == 428)
    #expect(VersionRefusal.recordHasChanged.kind.rawValue == 412)
  }
}

@Suite struct CursorTests {
  private static func read(_ cursor: Value) -> (Cursor?, Int) {
    var input = Input(["cursor": cursor])
    let paging = input.paging()
    return (paging.after, input.problems.count)
  }

  @Test(arguments: [
    "", "a", "æøå skole", "'; DROP TABLE x; --", "100%", "%41", "a/b?c&d=e", "\u{202E}x", "👩‍👩‍👧‍👦",
    "  spaces  ", "e\u{301}", "\"\\", "00000000-0000-0000-0000-000000000000",
  ])
  func aCursorComesBackAsItWas(_ key: String) throws {
    let id = ID<Never>(high: 0x0190_0000_0000_7000, low: .max)

    let (cursor, problems) = Self.read(.text(Cursor(key, id).text))

    #expect(problems == 0)
    #expect(try #require(cursor).id == id)
    #expect(cursor.map { Array($0.key.utf8) } == Array(key.utf8))
  }

  @Test(arguments: [
    "x", "00000000-0000-0000-0000-00000000000", "00000000-0000-0000-0000-000000000000%",
  ])
  func aCursorSomebodyMadeUpIsRefused(_ text: String) {
    let (cursor, problems) = Self.read(.text(text))

    #expect(cursor == nil)
    #expect(problems == 1)
  }

  @Test(arguments: [(0, 1), (1, 0), (100, 0), (101, 1), (-1, 1)])
  func aPageHasOneToAHundredRecords(_ limit: Int, _ problems: Int) {
    var input = Input(["limit": .number(limit)])

    _ = input.paging()

    #expect(input.problems.count == problems)
  }
}
