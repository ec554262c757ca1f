import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct CorrectCouncilTests {
  private static func request(
    _ council: CouncilDetails, _ more: [String: Value] = [:]
  ) -> [String: Value] {
    let request: [String: Value] = [
      "council": .text("\(council.id)"), "version": .number(council.version),
      "name": "Elevrådet ved Skole 0", "legalBasis": "oppll_10_5_elevraad",
    ]
    return request.merging(more) { $1 }
  }

  @Test("A council gets its right name and what it stands on", arguments: Engine.available)
  func corrects(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.schoolsWithCouncils(1)[0]

    let corrected = try kommune.run(CorrectCouncil.self, Self.request(council))

    #expect(corrected.council.name == "Elevrådet ved Skole 0")
    #expect(corrected.council.legalBasis == .pupilCouncil)
    #expect(corrected.version == council.version + 1)
    #expect(corrected.seats.count == council.seats.count)
    try kommune.expect(VersionRefusal.recordHasChanged) {
      try kommune.run(CorrectCouncil.self, Self.request(council))
    }
  }

  @Test("No two councils of a unit have one name", arguments: Engine.available)
  func oneName(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.schoolsWithCouncils(1)[0]
    try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(
        council.unit, SchoolCouncil.seats(), ["name": "Elevrådet ved Skole 0"]))
    try kommune.expect(ConstituteCouncil.Refusal.unitHasACouncilOfThatName) {
      try kommune.run(CorrectCouncil.self, Self.request(council))
    }
    let same = try kommune.run(
      CorrectCouncil.self, Self.request(council, ["name": .text(council.council.name)]))
    #expect(same.council.legalBasis == .pupilCouncil)
  }

  @Test("By page, for those who constitute councils", arguments: Engine.available)
  func byPage(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.schoolsWithCouncils(1)[0]
    let path = "/rad/\(council.id)/retting"
    #expect(TestClient(kommune).page(path).status == 303)
    #expect(!TestClient(kommune).page("/rad/\(council.id)").text.contains(path))
    let client = try kommune.client(of: kommune.secretary())
    #expect(client.page("/rad/\(council.id)").text.contains("\(path)\""))
    var form = FilledForm(client.page(path).text, to: path)
    #expect(form["name"] == council.council.name && form["legalBasis"] == "local_decision")
    form["name"] = "Skolens brukerråd"
    #expect(client.submit(path, form.body).status == 303)
    #expect(client.page("/rad/\(council.id)").text.contains("<h1>Skolens brukerråd</h1>"))
  }

  @Test("Only those who constitute councils may", arguments: Engine.available)
  func whoMay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.schoolsWithCouncils(1)[0]
    let leader = try kommune.addPerson("Rita", "rita@example.org", .unitLeader)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(CorrectCouncil.self, as: leader, Self.request(council))
    }
  }
}
