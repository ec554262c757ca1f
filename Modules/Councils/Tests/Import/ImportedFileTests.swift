import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// Files as spreadsheets save them, and what is told of one that cannot be read in.
@Suite struct ImportedFileTests {
  @Test("Days are taken as Norwegian spreadsheets write them", arguments: Engine.available)
  func takesNorwegianDays(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits("skole,Ås skole,Østbyen,,skole")
    var lines = CouncilRows.lines(of: "Ås skole")
    lines = lines.map { $0.replacing("2026-08-01", with: "01.08.2026") }
    lines[1] = lines[1].replacing("01.08.2026", with: "1.8.2026")
    try kommune.run(ImportCouncils(file: CouncilRows.file(lines)))
    let council = try #require(try kommune.run(ListCouncils.self).data.first)
    let details = try kommune.run(ReadCouncil.self, ["council": .text("\(council.id)")])
    #expect(details.council.constitutedOn == day(2026, 8, 1))
    let page = try kommune.client(of: kommune.secretary()).page("/rad/import").text
    #expect(page.contains("1.8.2026 eller 2026-08-01"))
    #expect(page.contains("Lia skole,trondheim-"))
  }

  @Test("A file without seats, or not in UTF-8, is refused once", arguments: Engine.available)
  func refusesTheWholeFile(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits("skole,Ås skole,Østbyen,,skole")
    #expect(try Self.told(kommune, CouncilRows.file([])) == ["line 1"])
    let lines = CouncilRows.lines(of: "Ås skole").joined(separator: "\n")
    let latin1 = lines.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(try Self.told(kommune, Array(CouncilRows.header.utf8) + latin1) == ["line 2"])
  }

  @Test("What the file has no columns for is made on the page", arguments: Engine.available)
  func saysWhatIsMadeOnThePage(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits("skole,Ås skole,Østbyen,,skole")
    var rules = RuleSet.trondheimSchool
    rules.deputies = .shared
    try kommune.run(ChangeRuleSet.self, rules.request(reading: 1, from: "2026-08-17", [:]))
    let file = CouncilRows.file(CouncilRows.lines(of: "Ås skole"))
    try kommune.expectRefusal {
      try kommune.run(ImportCouncils(file: file))
    } check: { refusal in
      #expect(refusal.fields.map(\.field) == ["line 2"])
      #expect(refusal.fields.allSatisfy { $0.text.nb.contains("på siden Nytt råd") })
    }
  }

  private static func told(_ kommune: TestKit.Kommune, _ file: [UInt8]) throws -> [String] {
    var fields: [String] = []
    try kommune.expectRefusal {
      try kommune.run(ImportCouncils(file: file))
    } check: { refusal in
      fields = refusal.fields.map(\.field)
    }
    return fields
  }
}
