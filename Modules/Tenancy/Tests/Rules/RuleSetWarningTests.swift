import Kernel
import TestKit
import Testing

@testable import Tenancy

/// A council that is also a body of the law is told where its rules do not see to it.
@Suite struct RuleSetWarningTests {
  @Test func theLibrarysOwnTypesFit() {
    for rules in RuleLibrary.all { #expect(rules.warnings == [], "\(rules.code)") }
  }

  @Test("A kindergarten's brukerråd of parents is no samarbeidsutvalg (barnehageloven § 4)")
  func parentsAloneAreNoCooperation() {
    var rules = RuleSet.trondheimKindergarten
    #expect(rules.warnings == [])
    rules.fulfils = [.kindergartenCooperation]
    #expect(rules.warnings == [.parentsAndStaffMayDiffer, .onlySomeOfThemVote])
  }

  @Test("Parents and staff are as many, and the owner has no more than each")
  func kindergarten() {
    func warnings(_ parents: String, _ staff: String, owner: String = "0") -> [RuleSetWarning] {
      func group(_ code: String, _ kind: GroupKind, _ number: String) -> SeatGroup {
        SeatGroup(code, Text(same: code), kind, NumberRule(number) ?? .any, by: .users)
      }
      let groups = [
        group("forelder", .parent, parents), group("ansatt", .staff, staff),
        group("eier", .owner, owner),
      ]
      return RuleSet("a", Text(same: "a"), groups) { $0.fulfils = [.kindergartenCooperation] }
        .warnings
    }
    #expect(warnings("2", "2") == [])
    #expect(warnings("1-4", "=forelder", owner: "0-1") == [])
    #expect(warnings("=ansatt", "2,3", owner: "2") == [])
    #expect(warnings("1-4", "1-4") == [.parentsAndStaffMayDiffer])
    #expect(warnings("2", "3") == [.parentsAndStaffMayDiffer])
    #expect(warnings("2", "2", owner: "0-3") == [.ownerMayBeTheMost])
    #expect(
      warnings("0-2", "=forelder").first
        == .partyMayBeMissing(.kindergartenCooperation, .parent))
  }

  @Test("R047: in a skolemiljøutvalg pupils and parents are the most, and the others are there")
  func schoolEnvironment() {
    var rules = RuleSet.schoolEnvironment
    rules.groups[2] = rules.groups[2].with(.range(1...2))
    #expect(rules.warnings == [.pupilsAndParentsMayBeTheFewest])
    rules.groups.removeFirst()
    #expect(
      rules.warnings == [
        .partyMayBeMissing(.schoolEnvironmentCommittee, .pupil), .pupilsAndParentsMayBeTheFewest,
      ])
  }

  @Test func onlyPupilsVoteInElevrådAndOnlyParentsInFAU() {
    var rules = RuleSet.trondheimSchool
    rules.fulfils = [.pupilCouncil, .parentCommittee]
    #expect(rules.warnings == [.othersVote(.pupilCouncil), .othersVote(.parentCommittee)])
  }

  @Test("The page says so", arguments: Engine.available)
  func thePageWarns(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    var rules = RuleSet.trondheimKindergarten
    rules.version = 2
    rules.fulfils = [.kindergartenCooperation]
    let decision = RuleDecision(
      validFrom: day(2026, 8, 1), decidedBy: "bystyret", decidedOn: nil, documentLink: nil)
    try kommune.save(rules, decision)
    let client = TestClient(kommune)

    let page = client.page("/regler/trondheim-barnehage").text
    let json = client.api(.get, "/rule-sets/trondheim-barnehage")

    #expect(page.contains("foreldre og ansatte like mange (barnehageloven § 4)"))
    #expect(json.text.contains("barnehageloven § 4"))
    #expect(json.headers["ETag"] == "\"2\"")
  }
}
