import Councils
import Database
import Kernel
import Tenancy
import TestKit
import UseCases
import Web

/// What the kommune has decided for later: about one type of council a change that was withdrawn and one
/// that stands, and how one council is to deviate.
struct RuleSteps {
  private let kommune: TestKit.Kommune
  private let mark: Mark

  init(in kommune: TestKit.Kommune, _ mark: Mark) {
    self.kommune = kommune
    self.mark = mark
  }

  func play() throws {
    try decide(3)
    try kommune.run(
      WithdrawRules.self,
      [
        "ruleSet": "trondheim-omsorg", "version": 3,
        "reason": .text("\(mark.text) skrev feil år"), "decidedBy": .text("\(mark.text) bystyret"),
      ])
    try decide(4)
  }

  /// A council's own rules become others on a later day.
  func deviate(_ council: CouncilDetails, by secretary: Actor) throws {
    try kommune.run(
      ChangeDeviations.self, as: secretary,
      [
        "council": .text("\(council.id)"), "version": .number(council.version),
        "validFrom": .text("\(Scenario.start.day.adding(days: 50))"), "deviations": Self.answers,
        "reason": .text("\(mark.text) vil ha det slik"), "decidedBy": .text("\(mark.text) FAU"),
      ])
  }

  /// All a council does otherwise.
  static let answers: Value = .list([.object(["field": "noticeDays", "value": "21"])])

  private func decide(_ version: Int) throws {
    let found = try kommune.work(as: .host, .read) {
      try RuleSets.find("trondheim-omsorg", in: $0)
    }
    var rules = try found.orNotFound()
    rules.version = version
    rules.answerDays = 14
    let decision = RuleDecision(
      validFrom: Scenario.start.day.adding(days: 100), decidedBy: "\(mark.text) bystyret",
      decidedOn: nil, documentLink: nil)
    try Store(kommune.location).transaction(of: kommune.tenant.id) {
      try RuleSets.save(rules, decision, in: $0)
    }
  }
}
