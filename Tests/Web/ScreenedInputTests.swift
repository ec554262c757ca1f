import Kernel
import TestKit
import Testing
import Web

/// No text comes in with an identity number in it (R034, R136).
@Suite struct ScreenedInputTests {
  private static let number = SyntheticNumber.example
  private static let slip = String(number.dropLast(2)) + "00"

  private static func problems(
    _ values: [String: Value], lenient: Bool = false, today: Day = day(2026, 11, 22),
    _ read: (inout Input) -> Void = { input in _ = input.text("title") }
  ) throws -> [FieldProblem] {
    var input = Input(values, lenient: lenient, today: today)
    read(&input)
    do {
      try input.finish()
      return []
    } catch let refusal as InvalidInput {
      return refusal.fields
    }
  }

  @Test(arguments: SyntheticNumber.spellings(of: number))
  func aNumberIsRefusedWithTheWayOutAndWithoutRepeatingIt(_ spelling: String) throws {
    let found = try Self.problems(["title": .text("Om \(spelling)")])

    #expect(found.map(\.field) == ["title"])
    for text in found.flatMap({ [$0.text.nb, $0.text.nn, $0.text.en] }) {
      #expect(text.contains("Stafettlogg"))
      #expect(!text.contains { $0.isNumber })
    }
  }

  @Test func aNearMissAsksAndIsTakenOnceConfirmed() throws {
    let asked = try Self.problems(["title": .text(Self.slip)])

    #expect(asked.map(\.field) == ["title", "notAnIdentityNumber"])
    #expect(asked.first?.text.nb.contains("\(Self.number.prefix(6))*****") == true)
    #expect(try Self.problems(["title": .text(Self.slip), "notAnIdentityNumber": true]) == [])
    let form: [String: Value] = ["title": .text(Self.slip), "notAnIdentityNumber": "true"]
    #expect(try Self.problems(form, lenient: true) == [])
  }

  @Test func confirmingDoesNotLetANumberIn() throws {
    let found = try Self.problems(["title": .text(Self.number), "notAnIdentityNumber": true])

    #expect(found.map(\.field) == ["title"])
  }

  @Test func recordsOfAListAreScreenedToo() throws {
    func read(_ input: inout Input) {
      _ = input.list("seats") { seat in _ = seat.optionalText("name") }
    }
    let seats: Value = [["name": "Kari"], ["name": .text(Self.slip)]]

    let asked = try Self.problems(["seats": seats], read)

    #expect(asked.map(\.field) == ["seats.1.name", "notAnIdentityNumber"])
    #expect(try Self.problems(["seats": seats, "notAnIdentityNumber": true], read) == [])
    let inside: Value = [["name": "Kari", "notAnIdentityNumber": true]]
    #expect(
      try Self.problems(["seats": inside], read).map(\.field) == ["seats.0.notAnIdentityNumber"])
  }

  @Test func theDayDecidesWhichCheckDigitsAreRight() throws {
    let number = Value.text(SyntheticNumber.all(1, seed: 3, remainder: 2)[0])
    let confirmed: [String: Value] = ["title": number, "notAnIdentityNumber": true]

    #expect(try Self.problems(confirmed, today: day(2031, 12, 31)) == [])
    #expect(try Self.problems(confirmed, today: day(2032, 1, 1)).map(\.field) == ["title"])
  }

  @Test func secretsAndCursorsAreLeftAlone() throws {
    let found = try Self.problems(["password": .text(Self.number)]) { input in
      _ = input.opaque("password")
    }

    #expect(found == [])
  }

  @Test func theConfirmationIsDescribedOnceAndOnlyBesideText() {
    var input = Input([:])
    _ = input.text("title")
    _ = input.list("seats") { seat in _ = seat.text("name") }
    #expect(input.described.count { $0.name == "notAnIdentityNumber" } == 1)

    var other = Input([:])
    _ = other.opaque("password")
    #expect(other.described.map(\.name) == ["password"])
  }
}
