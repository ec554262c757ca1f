import Database
import Kernel
import UseCases
import Web

/// Takes a user group from the kommune's list, unless any rules have ever named it (R054).
package struct RemoveUserGroup: UseCase, Readable {
  let userGroup: String

  package static let permission = Permission.changeRules

  package init(_ input: inout Input) {
    userGroup = input.text("userGroup", max: 40, "The code of the user group.")
  }

  /// - Throws: `Refusal`; `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> UserGroup {
    try work.require(Self.permission)
    // Nobody names it in new rules in the meantime.
    _ = try RuleSets.held(in: work)
    let group = try UserGroup.find(userGroup, in: work).orNotFound()
    let removed = try work.run(
      """
      DELETE FROM tenancy_user_group WHERE code = \(userGroup)
        AND NOT EXISTS (SELECT 1 FROM tenancy_rules_group g WHERE g.user_group = \(userGroup))
      """)
    guard removed == 1 else { throw Refusal.rulesNameTheGroup }
    try work.record("user-group-removed", work.newID() as ID<UserGroup>, ["userGroup": userGroup])
    return group
  }

  static let routes = Route.changing(
    Self.self, .delete, api: TenancyPaths.userGroupInAPI, page: TenancyPaths.userGroupRemoval,
    form: TenancyPaths.userGroups, "Takes a user group from the kommune's list.",
    done: Text(nb: "Brukergruppen er fjernet.", nn: "Brukargruppa er fjerna."))

  /// Why a user group stays.
  package enum Refusal: Kernel.Refusal {
    case rulesNameTheGroup

    package var kind: RefusalKind { .conflict }
    package var text: Text {
      Text(
        nb: "Regler viser til gruppen, eller har gjort det. Gi den heller et annet navn.",
        nn: "Reglar viser til gruppa, eller har gjort det. Gi ho heller eit anna namn.",
        en: "Some version of the rules names the group. Give it another name instead.")
    }
  }
}
