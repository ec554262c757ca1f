import Kernel
import TestKit
import Testing
import UseCases

@testable import Tenancy

@Suite struct PresetTests {
  @Test(arguments: Engine.available)
  func eachKommuneHasItsOwnWords(_ engine: Engine) throws {
    func word(_ word: Word, _ preset: String) throws -> String {
      let kommune = try Kommune(on: engine, preset: preset)
      return try kommune.work(as: .host, .read) { try Words.load(in: $0)[word].nb }
    }

    #expect(try word(.chiefExecutive, "trondheim") == "rådmann")
    #expect(try word(.chiefExecutive, "baerum") == "kommunedirektør")
    #expect(try word(.unitLeader, "baerum") == "virksomhetsleder")
    #expect(try word(.unitLeader, "ringebu") == "enhetsleder")
  }

  @Test("R061: in Trondheim every kind of unit has one rule that demands a council")
  func everyUnitInTrondheimShallHaveACouncil() {
    let rules = Preset.trondheim.ruleSets

    for type in UnitType.services {
      #expect(rules.filter { $0.unitTypes.contains(type) }.count == 1)
    }
    #expect(rules.allSatisfy { $0.isMandatory })
  }

  @Test("R092, R094: Trondheim's councils have three or five user representatives for two years")
  func trondheimsCouncilsHaveThreeOrFive() {
    for rules in Preset.trondheim.ruleSets {
      #expect([.oneOf([3, 5]), .oneOf([5])].contains(rules.size))
      #expect(rules.termYears == 2)
    }
  }

  @Test("R093: in Trondheim user representatives have personal deputies")
  func trondheimHasPersonalDeputies() {
    #expect(Preset.trondheim.ruleSets.allSatisfy { $0.deputies == .personal })
  }

  @Test("R096: at a school two parents come from FAU and three pupils from elevrådet")
  func aSchoolHasTwoParentsAndThreePupils() throws {
    let school = try #require(Preset.trondheim.ruleSets.first { $0.unitTypes.contains(.school) })

    let groups = school.groups.filter(\.votes)

    #expect(
      groups.map { "\($0.number.text.nb) \($0.electors.nb)" } == ["2 FAU", "3 elevrådet"])
    #expect(school.size == .oneOf([5]))
  }

  @Test("R099, R101: staff take part in every council and never vote")
  func staffNeverVote() {
    for rules in Preset.all.flatMap(\.ruleSets) where rules.legalBasis == .localDecision {
      let staff = rules.groups.filter { $0.code == "ansatt" }

      #expect(staff.count == 1)
      #expect(staff.allSatisfy { !$0.votes && $0.number.fewest > 0 })
      #expect(rules.groups.contains { $0.votes })
    }
  }

  @Test("R054: in the library pupils, parents, relatives and the elderly are spoken for by name")
  func groupsSayWhomTheySpeakFor() {
    let groups = RuleLibrary.all.flatMap(\.groups)
    for (kind, userGroup) in [(GroupKind.pupil, UserGroup.pupils), (.parent, .parents)] {
      #expect(groups.filter { $0.kind == kind }.allSatisfy { $0.userGroup == userGroup })
    }
    #expect(groups.filter { $0.code == "pårørende" }.allSatisfy { $0.userGroup == .relatives })
    #expect(RuleSet.elderlyCouncil.userGroups == [.elderly])
    #expect(RuleSet.disabilityCouncil.userGroups == [])
    #expect(RuleSet.beiarn.userGroups == [.residents])
    let others: [GroupKind] = [.staff, .unitLeader, .politician, .external, .owner]
    #expect(groups.filter { others.contains($0.kind) }.allSatisfy { $0.userGroup == nil })
    #expect(groups.compactMap(\.userGroup).allSatisfy { UserGroup.usual.contains($0) })
  }

  @Test("R043: in Bærum a council may be, and need not")
  func bærumDemandsNoCouncil() {
    #expect(Preset.bærum.ruleSets.allSatisfy { !$0.isMandatory })
  }

  @Test func everyPresetHasItsCodeOnce() {
    #expect(Set(Preset.all.map(\.code)) == ["trondheim", "baerum", "ringebu"])
    #expect(Preset.named("oslo") == nil)
  }
}
