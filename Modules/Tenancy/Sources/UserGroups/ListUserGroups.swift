import Database
import Kernel
import UseCases
import Web

/// Lists whom members of the kommune's councils speak for (R054).
package struct ListUserGroups: UseCase, Readable {
  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [ListedUserGroup] {
    let today = try work.rows(
      """
      SELECT r.user_group, s.rule_set, s.nb, s.nn FROM tenancy_rules_group r
      JOIN tenancy_rules s ON s.rule_set = r.rule_set AND s.version = r.version
      WHERE r.user_group IS NOT NULL AND r.version = \(RuleSets.newest(in: work))
      GROUP BY r.user_group, s.rule_set, s.nb, s.nn ORDER BY s.nb, s.rule_set
      """, as: SpeakingType.init)
    let named = try work.values(
      "SELECT DISTINCT user_group FROM tenancy_rules_group WHERE user_group IS NOT NULL",
      of: String.self)
    return try UserGroup.all(in: work).map { group in
      ListedUserGroup(
        group: group, types: today.filter { $0.userGroup == group.code },
        isNamed: named.contains(group.code))
    }
  }

  static let routes = Route.reading(
    Self.self, api: "/user-groups", page: TenancyPaths.userGroups,
    "Whom members of the kommune's councils speak for.", view: UserGroupsPage.view)
}

/// A user group with the types of council where somebody speaks for it.
package struct ListedUserGroup: JSONRecord {
  let group: UserGroup
  /// By the rules of today.
  let types: [SpeakingType]
  let isNamed: Bool

  package static let shape = Shape<ListedUserGroup>(
    "ListedUserGroup",
    [
      Field("code", "Its code, to name it by.") { $0.group.code },
      Field("name", "What they are called, in bokmål.") { $0.group.name.nb },
      Field("nameNn", "What they are called, in nynorsk.") { $0.group.name.nn },
      Field("ruleSets", "The codes of the rule sets in which somebody speaks for them today.") {
        $0.types.map(\.ruleSet)
      },
      Field("isNamed", "Whether a version of any rules names it, so that it has to stay.") {
        $0.isNamed
      },
    ])
}

/// A type of council where somebody speaks for a user group.
struct SpeakingType {
  let userGroup: String
  let ruleSet: String
  let nb: String
  let nn: String

  var name: Text { Text(nb: nb, nn: nn) }
}
