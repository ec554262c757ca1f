import Kernel
import Tenancy
import TestKit
import Testing
import UseCases

@testable import Councils

@Suite struct RoleTextTests {
  @Test("R130: the actors have the names the brochure gives them", arguments: Engine.available)
  func actorsHaveTheirNames(_ engine: Engine) throws {
    let roles: [Role] = [.userRepresentative, .personalDeputy, .councilLeader, .politician]
    #expect(
      roles.map(\.text.nb) == [
        "brukerrepresentant", "personlig vara", "leder av rådet", "politiker",
      ])
    let kommune = try Kommune(on: engine)
    let unitLeader = try kommune.work(as: .host, .read) { try Words.load(in: $0)[.unitLeader] }
    #expect(unitLeader.nb == "enhetsleder")
    let electors = try kommune.work(as: .host, .read) { try RuleSets.all(in: $0) }
      .flatMap(\.groups).map(\.electors.nb)
    #expect(electors.contains("FAU"))
    #expect(electors.contains("elevrådet"))
  }
}
