import Database
import Kernel
import UseCases
import Web

/// The kommune's own page about a type of council (R045, R052).
package struct InfoLink: JSONRecord {
  let rules: RuleSet
  package let link: WebLink?

  package static let shape = Shape<InfoLink>(
    "InfoLink",
    [
      Field("ruleSet", "The code of the rule set.") { $0.rules.code },
      Field("link", "The kommune's own page about such councils, or null.") { $0.link },
    ])

  /// The page about a type of council, or nil when there is none.
  package static func find(_ ruleSet: String, in work: borrowing Work) throws -> WebLink? {
    try work.value("SELECT link FROM tenancy_info_link WHERE rule_set = \(ruleSet)")
  }

  static let table = Table(
    "tenancy_info_link",
    .column("rule_set", .text),
    .column("link", .text),
    .primaryKey(["rule_set"]),
    .references(["rule_set"], "tenancy_council_type", ["code"]),
    .check("link_is_https", "link LIKE 'https://_%._%'"))
}
