import UseCases
import Web

/// Lists the rule sets of a kommune, with the groups of seats each demands.
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

extension RuleSet: JSONRecord {
  package static let shape = Shape<RuleSet>(
    "RuleSet",
    [
      Field("code", "Its code, to name it by.") { $0.code },
      Field("name", "What the type of council is called, in bokmål.") { $0.name.nb },
      Field("sizes", "How many user representatives there may be in all.") { $0.sizes },
      Field("termYears", "For how many years members are elected.") { $0.termYears },
      Field("deputies", "Whether members have deputies.") { $0.deputies },
      Field("quorum", "How many must be there for a vote.") { $0.quorum },
      Field("answerDays", "Within how many days a resolution must be answered.") { $0.answerDays },
      Field("unitTypes", "The kinds of units it is for.") { $0.unitTypes },
      Field("isMandatory", "Whether every such unit shall have a council.") { $0.isMandatory },
      Field("groups", "The groups of seats.") { $0.groups },
    ])
}

extension SeatGroup: JSONRecord {
  package static let shape = Shape<SeatGroup>(
    "SeatGroup",
    [
      Field("code", "Its code, to name it by.") { $0.code },
      Field("name", "What it is called, in bokmål.") { $0.name.nb },
      Field("minimum", "The fewest seats.") { $0.minimum },
      Field("maximum", "The most seats.") { $0.maximum },
      Field("votes", "Whether its members vote.") { $0.votes },
      Field("chosenBy", "Who chooses its members, in bokmål.") { $0.chosenBy.nb },
    ])
}
