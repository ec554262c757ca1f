import UseCases
import Web

/// Lists the rule sets of a kommune as they stand today, with the groups of seats each demands.
package struct ListRuleSets: UseCase, Readable {
  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [RuleSet] {
    try RuleSets.all(in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/rule-sets", "The rule sets of the kommune.")
}
