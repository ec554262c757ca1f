import Kernel
import TestKit
import Testing

@testable import Councils
@testable import Tenancy

/// Rows K12, K23-K25 and K27 of `norway.md` § 3.1: councils of the kommune, and of several.
@Suite struct MunicipalRulesTests {
  @Test("K12: one from each kommune around one NAV office", arguments: Engine.available)
  func melhus(_ engine: Engine) throws {
    let council = try RealKommune(engine, .melhus).constitute("melhus-nav", ["kommune": 4])
    #expect(council.unit.type == .interMunicipal)
    #expect(council.rules.legalBasis == .nav)
    #expect(council.seats.allSatisfy { $0.termEnd == day(2027, 10, 31) })
  }

  @Test("K23: what a kommunedelsutvalg says follows the case", arguments: Engine.available)
  func stavanger(_ engine: Engine) throws {
    let council = try RealKommune(engine, .stavanger).constitute(
      "stavanger-kommunedelsutvalg", ["politiker": 7])
    #expect(council.rules.statementsFollowCase)
    #expect(council.rules.openness == .open)
    #expect(council.unit.type == .zone)
  }

  @Test("K24: eight meetings; candidates by 15 September", arguments: Engine.available)
  func eigersund(_ engine: Engine) throws {
    let council = try RealKommune(engine, .eigersund).constitute(
      "eigersund-felles", ["bruker": 3, "organisasjon": 3, "politiker": 1])
    #expect(council.rules.meetingsPerYear == 8)
    #expect(council.rules.candidatesBy == "09-15")
  }

  @Test("K25: the name does not say what a council stands on", arguments: Engine.available)
  func vestreSlidre(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .jointStatutoryCouncil)
    let code = "vestre-slidre-brukarmedverknad"
    #expect(try kommune.faults(code, ["medlem": 6]).count == 1)
    let council = try kommune.constitute(code, ["medlem": 7])
    #expect(council.rules.name.nb == "råd for brukarmedverknad")
    #expect(council.rules.legalBasis == .elderlyCouncil)
    #expect(council.rules.deputies == .numbered && council.rules.gender == .fortyPercent)
    #expect(council.rules.candidatesBy == "10-01")
  }

  @Test("K27: three councils of the law, and one training day for all", arguments: Engine.available)
  func vang(_ engine: Engine) throws {
    let three = [RuleSet.elderlyCouncil, .disabilityCouncil, .youthCouncil].map { rules in
      var rules = rules
      rules.annualEvents = [.report, .trainingDay]
      return rules
    }
    let kommune = try RealKommune(engine, three[0], three[1], three[2])
    for code in three.map(\.code) {
      let group = code == "koml-ungdomsrad" ? "ungdom" : "medlem"
      let council = try kommune.constitute(code, [group: 5])
      #expect(council.rules.annualEvents.contains(.trainingDay))
      #expect(council.rules.tie == .leaderDecides)
      #expect(council.rules.lateItems == .unlessAThirdObjects)
    }
    #expect(try kommune.rules("koml-ungdomsrad").age == .allAreUnderNineteen)
    #expect(try kommune.rules("koml-eldrerad").age == .mostAreSixty)
  }
}
