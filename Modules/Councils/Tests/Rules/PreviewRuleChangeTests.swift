import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct PreviewRuleChangeTests {
  private static func preview(
    _ kommune: TestKit.Kommune, from day: String = "2026-08-17", _ set: (inout RuleSet) -> Void
  ) throws -> RulePreview {
    var rules = RuleSet.trondheimSchool
    set(&rules)
    return try kommune.run(PreviewRuleChange.self, rules.request(from: day))
  }

  @Test("Nothing is changed by looking", arguments: Engine.available)
  func changesNothing(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let before = try kommune.fingerprint()
    let preview = try Self.preview(kommune) { $0.answerDays = 14 }
    #expect(preview.differences.map(\.field) == ["answerDays"])
    #expect(preview.change.canBeSaved)
    #expect(try kommune.fingerprint() == before)
  }

  @Test("What each council would lack is told", arguments: Engine.available)
  func effects(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.schoolsWithCouncils(1)[0]
    let preview = try Self.preview(kommune) {
      $0.groups[0] = $0.groups[0].with(.oneOf([3]))
      $0.size = .oneOf([6])
      $0.deputies = .none
    }
    let effect = try #require(preview.change.effects.first)
    #expect(effect.council == council.id)
    #expect(
      effect.faults.map(\.nb) == [
        "Det skal være 3 i gruppen «forelder»; nå er det 2.",
        "Det skal være 6 som stemmer i alt; nå er det 5.",
        "Denne plassen har ikke vara. La feltene for vara stå tomme.",
      ])
    #expect(!preview.change.canBeSaved)
    #expect(preview.change.effects.count == 1)
  }

  @Test("A group that goes is named with those who sit in it", arguments: Engine.available)
  func aGroupGoes(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    let preview = try Self.preview(kommune) {
      $0.groups.remove(at: 1)
      $0.size = .oneOf([2])
    }
    #expect(
      preview.change.effects.first?.faults.map(\.nb) == [
        "Gruppen «elev» finnes ikke lenger; 3 sitter der."
      ])
  }

  @Test("A council that fits by its own deviation is not touched", arguments: Engine.available)
  func deviationsCount(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(
        school, SchoolCouncil.seats(pupils: 2),
        [
          "deviations": [
            [
              "field": "size", "value": "4", "reason": "Fire har alltid vært her.",
              "decidedBy": "rektor",
            ],
            [
              "field": "groups.elev", "value": "2", "reason": "To har alltid vært her.",
              "decidedBy": "rektor",
            ],
          ]
        ]))
    let smaller = try Self.preview(kommune) {
      $0.groups[1] = $0.groups[1].with(.oneOf([1]))
      $0.size = .oneOf([3])
    }
    let effect = try #require(smaller.change.effects.first)
    #expect(effect.faults.isEmpty && effect.lapsed.isEmpty && smaller.change.canBeSaved)
    // It is told all the same: whoever changes the rule may have meant everybody.
    #expect(
      effect.kept.map(\.nb) == [
        "Beholder avviket sitt. Antall i gruppen «elev»: 2",
        "Beholder avviket sitt. Hvor mange som stemmer, i alt: 4",
      ])
    let unrelated = try Self.preview(kommune) { $0.answerDays = 14 }
    #expect(unrelated.change.effects.isEmpty)
    let without = try Self.preview(kommune, from: "2027-01-01") {
      $0.groups.remove(at: 1)
      $0.size = .oneOf([2])
    }
    #expect(
      without.change.effects.first?.lapsed.map(\.nb) == [
        "Avviket fra antallet i gruppen «elev» (2) gjelder ikke lenger"
      ])
  }

  @Test("Whose names would stand open is told", arguments: Engine.available)
  func opensNames(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    func hide(_ isPublic: Bool) -> (inout RuleSet) -> Void {
      { rules in
        let group = rules.groups[1]
        rules.groups[1] = SeatGroup(
          group.code, group.name, group.kind, group.number, by: group.chosenBy,
          namesArePublic: isPublic)
      }
    }
    let hiding = try Self.preview(kommune, hide(false))
    #expect(hiding.change.effects.isEmpty)
    var rules = RuleSet.trondheimSchool
    hide(false)(&rules)
    try kommune.run(ChangeRuleSet.self, rules.request(from: "2026-08-17"))
    rules.version = 2
    hide(true)(&rules)
    let opening = try kommune.run(PreviewRuleChange.self, rules.request(from: "2026-08-17"))
    #expect(
      opening.change.effects.first?.published.map(\.nb) == [
        "Alle kan lese navnene i gruppen «elev» (3)"
      ])
    #expect(opening.change.canBeSaved)
  }

  @Test(
    "Rules that a council's own no longer go together with are told of", arguments: Engine.available
  )
  func clashes(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let own: Value = [
      "field": "quorumNumber", "value": "3", "reason": "Tre må alltid være her.",
      "decidedBy": "rektor",
    ]
    var rules = RuleSet.trondheimSchool
    rules.quorum = .number
    rules.quorumNumber = 4
    try kommune.run(ChangeRuleSet.self, rules.request(from: "2026-08-17"))
    try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(
        try kommune.school(), SchoolCouncil.seats(), ["deviations": .list([own])]))
    let preview = try kommune.run(
      PreviewRuleChange.self,
      RuleSet.trondheimSchool.request(reading: 2, from: "2026-08-17"))
    #expect(!preview.change.canBeSaved)
    #expect(preview.change.effects.first?.faults.first?.nb.hasPrefix("Tallet brukes ikke") == true)
  }

  @Test("Those whose term is over by then need not be put right", arguments: Engine.available)
  func laterTerms(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    func effects(_ day: String) throws -> Int {
      try Self.preview(kommune, from: day) {
        $0.size = .oneOf([3, 4]); $0.groups[1] = $0.groups[1].with(.range(1...2))
      }
      .change.effects.count
    }
    #expect(try effects("2028-07-31") == 1)
    #expect(try effects("2028-08-01") == 0)
  }

  @Test("Councils that have not begun or are closed down", arguments: Engine.available)
  func otherCouncils(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let council = try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(school, SchoolCouncil.seats(), ["termStart": "2026-10-01"]))
    func effects() throws -> Int {
      try Self.preview(kommune) { $0.deputies = .none }.change.effects.count
    }
    #expect(try effects() == 1)
    try kommune.dissolve(council.id)
    #expect(try effects() == 0)
  }
}
