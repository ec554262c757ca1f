import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct CouncilNameTests {
  @Test("Capitals and line ends make no other name", arguments: Engine.available)
  func readsAlike(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    func request(_ name: String) -> [String: Value] {
      SchoolCouncil.request(school, SchoolCouncil.seats(), ["name": .text(name)])
    }
    let council = try kommune.run(ConstituteCouncil.self, request("Råd\nved Åsen"))
    #expect(council.council.name == "Råd ved Åsen")
    try kommune.expect(ConstituteCouncil.Refusal.unitHasACouncilOfThatName) {
      try kommune.run(ConstituteCouncil.self, request("råd ved åsen"))
    }
    let other = try kommune.run(ConstituteCouncil.self, request("Annet råd"))
    func correct(_ id: ID<Council>, _ name: String) throws -> CouncilDetails {
      try kommune.run(
        CorrectCouncil.self,
        [
          "council": .text("\(id)"), "version": 1, "name": .text(name),
          "legalBasis": "local_decision",
        ])
    }
    try kommune.expect(ConstituteCouncil.Refusal.unitHasACouncilOfThatName) {
      _ = try correct(other.id, "RÅD VED ÅSEN")
    }
    #expect(try correct(council.id, "RÅD VED ÅSEN").council.name == "RÅD VED ÅSEN")
  }
}
