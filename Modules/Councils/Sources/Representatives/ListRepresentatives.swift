import Kernel
import Tenancy
import UseCases
import Web

/// Lists whom a common meeting of the councils gathers (R002): everybody who represents users today.
///
/// It names people of every council at once, so looking at it is an event (decision 22).
package struct ListRepresentatives: UseCase, Readable {
  let filter: RepresentativeFilter
  let paging: Paging

  package static let permission = Permission.manageSeats
  package static let changes = false
  package static let leavesTrace = true

  package init(_ input: inout Input) {
    filter = RepresentativeFilter(&input)
    paging = input.paging()
  }

  package func perform(in work: borrowing Work) throws -> RepresentativeList {
    try work.require(Self.permission)
    let list = try RepresentativeList.find(filter, paging, in: work)
    try work.recordOnceAnHour("representatives-listed", work.newID() as ID<Never>, list.facts)
    return list
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/representatives", page: CouncilsPaths.representatives,
    "Everybody who sits with a vote in a council at work today, each once; reading it is an event.",
    view: { RepresentativesPage(list: $0, page: $1).view })
}

/// A page of representatives, and what was asked for.
package struct RepresentativeList: JSONValue {
  let filter: RepresentativeFilter
  let choices: UnitChoices
  let rules: [RuleSet]
  package let page: ListPage<Representative>

  package static var schema: JSONSchema { ListPage<Representative>.schema }
  package func write(to json: inout JSONWriter) { page.write(to: &json) }

  static func find(
    _ filter: RepresentativeFilter, _ paging: Paging, in work: borrowing Work
  ) throws -> RepresentativeList {
    let rules = try RuleSets.all(in: work)
    return RepresentativeList(
      filter: filter, choices: try UnitChoices.load(in: work), rules: rules,
      page: try Representative.sitting(
        where: filter.condition(under: rules), paging, in: work))
  }

  /// The filter as the event log may have it: codes the kommune has, and never a name.
  var facts: KeyValuePairs<String, String> {
    let isKnown = choices.serviceAreas.contains { $0.value == filter.serviceArea }
    return [
      "serviceArea": filter.serviceArea.map { isKnown ? $0 : "unknown" } ?? "",
      "area": filter.area == nil ? "" : "one",
      "groupKind": filter.groupKind?.rawValue ?? "",
    ]
  }

  /// What a seat's group is called, or its code when the rules know it no more.
  func group(of seat: RepresentativeSeat) -> Text {
    let rules = rules.first { $0.code == seat.ruleSet }
    return rules?.group(seat.group)?.name ?? Text(same: seat.group)
  }

  /// What a seat's service area is called.
  func serviceArea(of seat: RepresentativeSeat) -> Text {
    choices.serviceAreas.first { $0.value == seat.serviceArea }?.label
      ?? Text(same: seat.serviceArea)
  }
}
