import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct RemoveUserGroupTests {
  @Test("R054: a user group that no rules have named goes", arguments: Engine.available)
  func removes(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(RemoveUserGroup.self, ["userGroup": "pasient"])
    let left = try kommune.run(ListUserGroups.self, as: .visitor).map(\.group.code)
    #expect(left.count == 6 && !left.contains("pasient"))
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(RemoveUserGroup.self, ["userGroup": "pasient"])
    }
  }

  @Test("R054: one that a version of rules names stays", arguments: Engine.available)
  func staysWhileNamed(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func remove() throws {
      try kommune.expect(RemoveUserGroup.Refusal.rulesNameTheGroup) {
        try kommune.run(RemoveUserGroup.self, ["userGroup": "elev"])
      }
    }
    try remove()
    // The newest rules name it no more, but the first ones did.
    try kommune.work { work in
      var rules = RuleSet.trondheimSchool
      rules.version = 2
      rules.groups = rules.groups.map { $0.speaking(for: nil) }
      let decision = RuleDecision(
        validFrom: day(2026, 8, 17), decidedBy: "bystyret", decidedOn: nil, documentLink: nil)
      let isSaved = try RuleSets.save(rules, decision, in: work)
      #expect(isSaved)
    }
    try remove()
  }
}
