import Kernel
import Testing
import Web

@Suite struct InputTests {
  private enum Colour: String, CaseIterable { case red, green }
  private enum Thing {}

  /// The fields that are refused, in order, and what is said of each in English.
  private static func problems(
    _ values: [String: Value], lenient: Bool = false, _ read: (inout Input) -> Void
  ) throws -> [String] {
    var input = Input(values, lenient: lenient)
    read(&input)
    do {
      try input.finish()
      return []
    } catch let refusal as InvalidInput {
      return refusal.fields.map(\.field)
    }
  }

  private static func readAll(_ input: inout Input) {
    _ = input.text("name")
    _ = input.id("unit", of: Thing.self)
    _ = input.instant("startsAt")
    _ = input.day("from")
    _ = input.choice("colour", of: Colour.self)
    _ = input.number("count", in: 1...5, ifMissing: 1)
    _ = input.flag("open")
    _ = input.list("seats") { seat in _ = seat.text("person") }
  }

  @Test(arguments: ["\u{200B}\u{200B}", "\u{2060}", "\u{FEFF} ", "\u{200D}", "\u{202E}"])
  func textThatNobodySeesIsMissing(_ text: String) {
    var input = Input(["a": .text(text)])

    _ = input.text("a")

    #expect(input.problems.map(\.field) == ["a"])
  }

  @Test func marksThatNobodySeesAreDropped() {
    var input = Input(["a": "sol\u{00AD}skinn \u{202E}👩\u{200D}🎓"])

    #expect(input.text("a") == "solskinn 👩\u{200D}🎓")
  }

  @Test func everyProblemIsNamedAtOnce() throws {
    let found = try Self.problems(
      [
        "name": 7, "unit": "x", "startsAt": "i morgen", "from": "2026-02-30", "colour": "blue",
        "count": 6, "open": "yes", "seats": [["person": "Kari"], ["persn": ""], "text"],
        "extra": 1,
      ], Self.readAll)

    #expect(
      found == [
        "name", "name", "unit", "startsAt", "from", "colour", "count", "open", "seats.1.person",
        "seats.1.persn", "seats.2", "seats.2.person", "extra",
      ])
  }

  @Test func everythingThatIsMissingIsNamedAtOnce() throws {
    let found = try Self.problems([:], Self.readAll)

    #expect(found == ["name", "unit", "startsAt", "from", "colour", "seats"])
  }

  @Test func aFormMayHoldMoreFieldsThanAreRead() throws {
    #expect(try Self.problems(["a": "1"], lenient: true) { _ in }.isEmpty)
    #expect(try Self.problems(["a": "1"]) { _ in } == ["a"])
  }

  @Test func aFormSendsNumbersAndFlagsAsTextAndJSONMayNot() throws {
    func read(_ input: inout Input) {
      #expect(input.number("n", in: 1...9, ifMissing: 1) == 4 || input.problems.count > 0)
      #expect(input.flag("f") || input.problems.count > 0)
    }

    #expect(try Self.problems(["n": "4", "f": "on"], lenient: true, read).isEmpty)
    #expect(try Self.problems(["n": "4", "f": "on"], read) == ["n", "f"])
    #expect(try Self.problems(["n": 4, "f": true], read).isEmpty)
  }

  @Test(arguments: [
    ("  Kari \r\n", "Kari"), ("a\r\nb\rc", "a\nb\nc"), ("\ta\tb", "a\tb"), ("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"),
  ])
  func textIsTrimmedAndItsLineEndsAreOne(_ sent: String, _ read: String) {
    var input = Input(["a": .text(sent)])

    #expect(input.text("a") == read)
    #expect(input.problems.isEmpty)
  }

  @Test(arguments: ["a\0b", "a\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\u{E000}", "a\u{FFFF}"])
  func charactersNobodyCanSeeAreRefused(_ text: String) {
    var input = Input(["a": .text(text)])

    _ = input.text("a")

    #expect(input.problems.map(\.field) == ["a"])
  }

  @Test func lengthIsCountedInCharactersAsTheAPISays() {
    func problems(_ text: String) -> Int {
      var input = Input(["a": .text(text)])
      _ = input.text("a", max: 10)
      return input.problems.count
    }

    #expect(problems(String(repeating: "å", count: 10)) == 0)
    #expect(problems(String(repeating: "𝄞", count: 10)) == 0)
    #expect(problems(String(repeating: "å", count: 11)) == 1)
    #expect(problems("e" + String(repeating: "\u{301}", count: 500)) == 1)
    #expect(problems("   0123456789   ") == 0)
  }

  @Test func emptyTextCountsAsLeftOut() throws {
    #expect(try Self.problems(["a": "  "]) { _ = $0.text("a") } == ["a"])
    #expect(try Self.problems(["a": "  "]) { _ = $0.optionalText("a") }.isEmpty)
    #expect(try Self.problems(["a": .null]) { _ = $0.optionalText("a") }.isEmpty)
    #expect(try Self.problems(["a": "x"]) { _ = $0.optionalID("a", of: Thing.self) } == ["a"])
  }

  /// What is sent and not understood is never taken for nothing.
  @Test func aFieldThatMayBeLeftOutIsRefusedWhenItIsNoText() throws {
    func read(_ input: inout Input) {
      _ = input.optionalID("id", of: Thing.self)
      _ = input.optionalDay("day")
      _ = input.optionalChoice("colour", of: Colour.self)
    }
    let names = ["id", "day", "colour"]
    func all(_ value: Value) -> [String: Value] {
      Dictionary(uniqueKeysWithValues: names.map { ($0, value) })
    }

    #expect(try Self.problems(all(.null), read).isEmpty)
    #expect(try Self.problems(all(""), lenient: true, read).isEmpty, "as a form sends it")
    for value: Value in ["", 7, true, ["a"], ["a": "b"]] {
      #expect(try Self.problems(all(value), read) == names)
    }
  }

  @Test(arguments: [
    ("on", true), ("true", true), ("1", true), ("", false), ("false", false), ("0", false),
    ("AAA", nil), ("null", nil),
  ])
  func aFlagOfAQueryIsReadOrRefused(_ text: String, _ expected: Bool?) {
    var input = Input(["f": .text(text)], lenient: true)

    let flag = input.flag("f")

    #expect(input.problems.isEmpty == (expected != nil))
    #expect(flag == (expected ?? false))
  }

  @Test func aListThatIsTooLongOrNoListIsRefused() throws {
    let long = Value.list(Array(repeating: ["a": "x"], count: 4))

    #expect(
      try Self.problems(["l": long]) { _ = $0.list("l", max: 3) { _ = $0.text("a") } } == ["l"])
    #expect(try Self.problems(["l": "x"]) { _ = $0.list("l") { _ = $0.text("a") } } == ["l"])
  }

  @Test func readingNothingDescribesTheFields() {
    var input = Input([:])

    Self.readAll(&input)

    #expect(
      input.described.map(\.name) == [
        "name", "unit", "startsAt", "from", "colour", "count", "open", "seats",
        "notAnIdentityNumber",
      ])
    #expect(
      input.described.map(\.isRequired) == [
        true, true, true, true, true, false, false, true, false,
      ])
    #expect(input.described[4].kind == .choice(["red", "green"]))
    guard case .list(let fields) = input.described[7].kind else {
      Issue.record("the list is not described")
      return
    }
    #expect(fields.map(\.name) == ["person"])
  }
}
