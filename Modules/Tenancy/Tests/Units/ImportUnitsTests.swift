import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct ImportUnitsTests {
  private static let header = "type,name,area,organisation_number,service_area\n"

  @Test(arguments: Engine.available)
  func importsOnceAndTwice(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let file = Array((Self.header + "skole,Solbakken skole,Østbyen,942110464,skole\n").utf8)

    let first = try kommune.run(ImportUnits(file: file))
    let second = try kommune.run(ImportUnits(file: file))

    #expect(first.added == 1)
    #expect(second.added == 0)
    #expect(second.unchanged == 1)
    let units = try kommune.run(ListUnits.self, as: .visitor).data
    #expect(units.map(\.name) == ["Solbakken skole"])
  }

  @Test("R060: every kind of unit, home care in zones", arguments: Engine.available)
  func importsEveryKind(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let words = [
      "skole", "barnehage", "sykehjem", "hjemmetjeneste", "bolig", "dagsenter", "annet", "sone",
    ]
    let units = try kommune.addUnits(
      words.map { "\($0),Enhet \($0),Sone 2,,skole" }.joined(separator: "\n"))
    #expect(Set(units.map(\.type.text.nb)) == Set(words))
    #expect(units.allSatisfy { $0.area == "Sone 2" })
  }

  @Test(arguments: Engine.available)
  func namesEveryBadLineAndImportsNothing(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let file =
      Self.header + """
        skole,Solbakken skole,Østbyen,,skole
        skole,Solbakken skole,Østbyen,,skole
        romskip,Apollo,Østbyen,,skole
        skole,,Østbyen,,skole
        skole,Nordlia skole,Østbyen,123456789,skole
        skole,Sørlia skole,Østbyen,,sport
        """

    try kommune.expect(code: "invalid-input") {
      try kommune.run(ImportUnits(file: Array(file.utf8)))
    }
    do {
      try kommune.run(ImportUnits(file: Array(file.utf8)))
    } catch let refusal as InvalidInput {
      #expect(refusal.fields.map(\.field) == ["line 3", "line 4", "line 5", "line 6", "line 7"])
    }
  }

  @Test(
    "R136: a file with an identity number is refused without repeating it",
    arguments: Engine.available)
  func refusesIdentityNumbers(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let number = SyntheticNumber.example
    let near = String(number.dropLast(2)) + "00"
    for bad in [
      "skole,Elev \(number),Østbyen,,skole", "\(number),Nordlia,Østbyen,,skole",
      "skole,Nordlia,Østbyen,\(number),skole", "skole,Nordlia,Vei \(near),,skole",
    ] {
      let file = Self.header + "skole,Solbakken,Østbyen,,skole\n" + bad
      do {
        try kommune.run(ImportUnits(file: Array(file.utf8)))
        Issue.record("imported: \(bad)")
      } catch let refusal as InvalidInput {
        #expect(refusal.fields.map(\.field) == ["line 3"])
        #expect(!refusal.fields.contains { $0.text.en.contains(number.prefix(6)) })
      }
    }
    #expect(try kommune.run(ListUnits.self, as: .visitor).data.isEmpty)
  }

  @Test(arguments: Engine.available)
  func saysOnceThatAFileIsNotUTF8(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let latin1 = Array(Self.header.utf8) + [0xF8, 0x0A, 0x61, 0x0A, 0xE5, 0x0A]

    do {
      try kommune.run(ImportUnits(file: latin1))
      Issue.record("a file in Latin-1 was imported")
    } catch let refusal as InvalidInput {
      #expect(refusal.fields.map(\.field) == ["line 2"])
      #expect(refusal.fields.allSatisfy { $0.text.nb.contains("2 av linjene") })
    }
  }

  @Test(arguments: Engine.available)
  func refusesLatin1AndWrongColumns(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let latin1 = Array(Self.header.utf8) + [0x73, 0x6B, 0xF8, 0x0A]

    try kommune.expect(code: "invalid-input") { try kommune.run(ImportUnits(file: latin1)) }
    try kommune.expect(code: "invalid-input") {
      try kommune.run(ImportUnits(file: Array("navn,type\nA,skole\n".utf8)))
    }
    try kommune.expect(code: "invalid-input") { try kommune.run(ImportUnits(file: [])) }
  }

  @Test(arguments: Engine.available)
  func aUnitThatStandsTwiceUnderTwoWordsForItsKindIsNamed(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let file = Self.header + "skole,Solbakken,Østbyen,,skole\nschool,Solbakken,Østbyen,,skole\n"

    try kommune.expect(code: "invalid-input") {
      try kommune.run(ImportUnits(file: Array(file.utf8)))
    }
  }

  @Test(arguments: Engine.available)
  func aUnitThatGaveItsNameToANewOneKeepsItsRecord(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let before = try kommune.addUnits("skole,Solbakken,Østbyen,942110464,skole")

    let after = try kommune.addUnits(
      "skole,Nordlia,Østbyen,942110464,skole", "skole,Solbakken,Vestbyen,,skole")

    #expect(after.map(\.name) == ["Nordlia", "Solbakken"])
    #expect(after.first?.id == before.first?.id)
  }

  @Test(arguments: Engine.available)
  func aNameOfAnotherUnitIsRefusedInWords(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits(
      "skole,Solbakken,Østbyen,942110464,skole", "skole,Nordlia,Østbyen,974760673,skole")

    try kommune.expect(code: "invalid-input") {
      try kommune.addUnits("skole,Nordlia,Østbyen,942110464,skole")
    }
  }

  @Test(
    arguments: Engine.available,
    [
      "skole,Sol\0bakken,Østbyen,,skole", "skole,Solbakken,Øst\u{1B}byen,,skole",
      "skole,Solbakken,\(String(repeating: "x", count: 201)),,skole",
    ])
  func whatNoFormWouldTakeIsRefused(_ engine: Engine, _ line: String) throws {
    let kommune = try Kommune(on: engine)

    try kommune.expect(code: "invalid-input") { try kommune.addUnits(line) }
  }

  @Test(arguments: Engine.available)
  func onlyAdministratorsImport(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.addPerson("Siv Sekretær", "siv@eksempel.no", .secretary)

    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(ImportUnits(file: Array(Self.header.utf8)), as: secretary)
    }
    try kommune.expect(AccessRefusal.youMustSignIn) {
      try kommune.run(ImportUnits(file: Array(Self.header.utf8)), as: .visitor)
    }
  }
}
