import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ListMissingCouncilsTests {
  @Test("R061: every unit shall have a council of its own", arguments: Engine.available)
  func namesUnitsWithout(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(2)
    try kommune.addUnits("sykehjem,Bakklia sykehjem,Vest,,helse-og-omsorg")
    #expect(try missing(kommune) == ["Bakklia sykehjem"])

    try kommune.dissolve(councils[0].id)
    #expect(try missing(kommune) == ["Bakklia sykehjem", "Skole 0"])
    let statements = kommune.statements
    statements.clear()
    _ = try missing(kommune)
    #expect(statements.statements.filter { $0.contains("councils_") }.count == 1)
  }

  @Test("R043: where a council is optional, none is missing", arguments: Engine.available)
  func optionalIsNotMissing(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine, preset: "baerum")
    _ = try kommune.school()
    #expect(try missing(kommune).isEmpty)
  }

  @Test("The path is not taken for a council's id", arguments: Engine.available)
  func hasItsOwnPath(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    _ = try kommune.school()
    let client = TestClient(kommune)
    #expect(client.api(.get, "/councils/missing").text.contains("trondheim-skole"))
    let page = client.page("/rad-som-mangler").text
    #expect(page.contains("Solbakken skole"))
    #expect(!page.contains("/nytt-rad/"))
  }

  private func missing(_ kommune: TestKit.Kommune) throws -> [String] {
    try kommune.run(ListMissingCouncils.self, as: .visitor).data.map(\.unitName)
  }
}
