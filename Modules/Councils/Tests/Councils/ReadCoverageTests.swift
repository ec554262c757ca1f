import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ReadCoverageTests {
  @Test("R061: how many shall have a council, have one and lack one", arguments: Engine.available)
  func counts(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3)
    try kommune.addUnits(
      "sykehjem,Bakklia sykehjem,Vest,,helse-og-omsorg", "sykehjem,Åsen,Vest,,helse-og-omsorg")
    try kommune.dissolve(councils[0].id)

    let coverage = try kommune.run(ReadCoverage.self, as: .visitor, ["limit": 2])
    #expect(coverage.types.map(\.type) == [.school, .nursingHome])
    #expect(coverage.types.map(\.units) == [3, 2])
    #expect(coverage.types.map(\.have) == [2, 0])
    #expect(coverage.types.map(\.isMandatory) == [true, true])
    #expect(coverage.missing.data.map(\.unitName) == ["Bakklia sykehjem", "Skole 0"])
    #expect(coverage.missing.next != nil)
    let json = TestClient(kommune).api(.get, "/councils/coverage").text
    #expect(json.contains("\"units\":3,\"have\":2,\"empty\":0,\"lack\":1"))
  }

  @Test("R043: a unit that may have a council lacks none", arguments: Engine.available)
  func optionalIsTold(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine, preset: "baerum")
    _ = try kommune.school()
    let client = TestClient(kommune)
    let json = client.api(.get, "/councils/coverage").text
    #expect(json.contains("\"isMandatory\":false"))
    #expect(json.contains("\"units\":1,\"have\":0,\"empty\":0,\"lack\":0"))
    let page = client.page("/rad-som-mangler").text
    #expect(page.contains("kan ha råd"))
    #expect(page.contains("Ingen enheter mangler et råd de skal ha."))
  }

  @Test("Whoever may, is led from a unit to its new council", arguments: Engine.available)
  func leadsToTheForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let unit = try kommune.school()
    #expect(!TestClient(kommune).page("/rad-som-mangler").text.contains("/nytt-rad/"))
    let client = try kommune.client(of: kommune.secretary())
    #expect(client.page("/rad-som-mangler").text.contains("/nytt-rad/\(unit.id)/trondheim-skole"))
  }

  @Test("As many statements for many units as for none", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let none = try kommune.countStatements { try kommune.run(ReadCoverage.self) }
    try kommune.schoolsWithCouncils(3)
    #expect(try kommune.countStatements { try kommune.run(ReadCoverage.self) } == none)
  }
}
