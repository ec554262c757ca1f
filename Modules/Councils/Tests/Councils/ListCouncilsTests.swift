import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ListCouncilsTests {
  @Test("One statement, whatever the number of councils", arguments: Engine.available)
  func runsOneStatement(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let whenEmpty = try kommune.countStatements { try kommune.run(ListCouncils.self) }
    try kommune.schoolsWithCouncils(3)
    let withThree = try kommune.countStatements { try kommune.run(ListCouncils.self) }
    #expect(whenEmpty == withThree)
    #expect(kommune.statements.statements.filter { $0.contains("councils_") }.count == 1)
  }

  @Test("Pages follow each other without gaps or repeats", arguments: Engine.available)
  func pages(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(3)
    let first = try kommune.run(ListCouncils.self, ["limit": 2])
    let next = try #require(first.next)
    let second = try kommune.run(ListCouncils.self, ["limit": 2, "cursor": .text(next)])
    #expect((first.data + second.data).map(\.unitName) == ["Skole 0", "Skole 1", "Skole 2"])
    #expect(second.next == nil)
    #expect(first.data.allSatisfy { $0.userRepresentatives == 5 && $0.status == .constituted })
  }

  @Test("By service area and by kind of unit", arguments: Engine.available)
  func filters(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(2)
    func count(_ values: [String: Value]) throws -> Int {
      try kommune.run(ListCouncils.self, values).data.count
    }
    #expect(try count(["serviceArea": "skole", "unitType": "school"]) == 2)
    #expect(try count(["serviceArea": "barnehage"]) == 0)
    #expect(try count(["unitType": "nursing_home"]) == 0)
    try kommune.expect(code: "invalid-input") { _ = try count(["unitType": "romskip"]) }
  }

  @Test(
    "R101: only members with a vote in a term that holds are counted", arguments: Engine.available)
  func countsTheTerm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    kommune.now = Instant(day(2028, 8, 1), hour: 12)
    #expect(try kommune.run(ListCouncils.self).data.map(\.userRepresentatives) == [0])
  }

  @Test("Anybody sees the page and the API", arguments: Engine.available)
  func shows(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let client = TestClient(kommune)
    #expect(client.page("/rad").text.contains("Kommunen har ingen råd ennå."))
    try kommune.schoolsWithCouncils(1)
    #expect(client.page("/rad").text.contains("Brukerrådet ved Skole 0"))
    #expect(client.api(.get, "/councils?limit=1").text.contains("\"unitType\":\"school\""))
  }
}
