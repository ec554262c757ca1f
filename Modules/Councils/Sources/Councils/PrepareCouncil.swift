import Kernel
import Tenancy
import UseCases
import Web

/// Shows the form for a unit's new council, with a row for every seat its rule set allows.
package struct PrepareCouncil: UseCase, Readable {
  let unit: ID<ServiceUnit>
  let ruleSet: String

  package static let permission = Permission.constituteCouncil
  package static let changes = false

  package init(_ input: inout Input) {
    unit = input.id("unit")
    ruleSet = input.text("ruleSet")
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, also when the rule set is not for the unit.
  package func perform(in work: borrowing Work) throws -> CouncilPreparation {
    let unit = try ServiceUnit.find(unit, in: work)
    try work.require(Self.permission, as: work.actor.member?.roles(in: unit.id) ?? [])
    let rules = try RuleSets.find(ruleSet, in: work)
      .flatMap { $0.unitTypes.contains(unit.type) ? $0 : nil }.orNotFound()
    return CouncilPreparation(
      unit: unit, rules: rules,
      name: try Council.usualName(of: unit, under: rules, in: work.tenant.language),
      today: OsloTime(work.now).day)
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.newCouncilAt, "The form for a unit's new council.",
    view: NewCouncilPage.view)
}

/// What the form for a new council starts from.
package struct CouncilPreparation: JSONRecord {
  let unit: ServiceUnit
  let rules: RuleSet
  let name: String
  let today: Day

  package static let shape = Shape<CouncilPreparation>(
    "CouncilPreparation",
    [
      Field("unit", "The unit.") { $0.unit },
      Field("ruleSet", "The rule set.") { $0.rules },
      Field("name", "The name it gets unless another is given.") { $0.name },
    ])
}

extension Council {
  /// The name of a unit's council when nobody gives another, in the kommune's language: what its type
  /// is called, and where it is.
  static func usualName(
    of unit: ServiceUnit, under rules: RuleSet, in language: Language
  ) -> String {
    let type = rules.name[language].split(separator: " ").prefix { $0 != "ved" && $0 != "i" }
      .joined(separator: " ")
    return "\(type.prefix(1).uppercased())\(definite(type).dropFirst()) ved \(unit.name)"
  }

  /// `brukerråd` as `brukerrådet`: one word with such an ending is neuter; others stay as they are.
  private static func definite(_ type: String) -> String {
    guard !type.contains(" ") else { return type }
    if type.hasSuffix("styre") { return "\(type)t" }
    return ["råd", "utvalg", "utval"].contains(where: type.hasSuffix) ? "\(type)et" : type
  }
}
