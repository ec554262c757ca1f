import Database
import Kernel
import Tenancy
import UseCases

/// A council about to be added to a unit.
struct NewCouncil {
  let unit: ServiceUnit
  let rules: RuleSet
  /// Its name; that of its type and unit when nobody gives another.
  let name: String?
  /// What it stands on; what its type does when nobody says otherwise.
  let legalBasis: LegalBasis?
  let status: CouncilStatus
  /// The first day of its first term.
  let firstDay: Day

  /// Adds it.
  ///
  /// - Throws: `ConstituteCouncil.Refusal` when the first day is far from today, or the unit has a
  ///   council of that name.
  func add(in work: borrowing Work) throws -> ID<Council> {
    try Self.mustBeNear(firstDay, today: OsloTime(work.now).day)
    let id: ID<Council> = work.newID()
    let name = try name ?? Council.usualName(of: unit, under: rules, in: work.tenant.language)
    // The key decides, not a look beforehand, so that of two people at once one is told.
    let added = try work.run(
      """
      INSERT INTO councils_council
        (id, unit_id, name, rule_set, legal_basis, status, constituted_on, version)
      VALUES (\(id), \(unit.id), \(name), \(rules.code),
        \(legalBasis ?? rules.legalBasis), \(status), \(firstDay), 1)
      ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { throw ConstituteCouncil.Refusal.unitHasACouncilOfThatName }
    if status == .constituted { try StatusChange.begin(id, version: 1, on: firstDay, in: work) }
    return id
  }

  /// Refuses a first day whose year is likely to be a slip.
  static func mustBeNear(_ day: Day, today: Day) throws {
    guard abs(day.daysSince1970 - today.daysSince1970) <= 3653 else {
      throw ConstituteCouncil.Refusal.termIsFarFromToday
    }
  }
}

extension ServiceUnit {
  /// The rules for a council here, which must be named when several fit.
  ///
  /// - Throws: `ConstituteCouncil.Refusal`.
  func rules(named code: String?, among all: [RuleSet]) throws -> RuleSet {
    let fitting = all.filter { $0.unitTypes.contains(type) }
    if let code {
      guard all.contains(where: { $0.code == code }) else {
        throw ConstituteCouncil.Refusal.ruleSetIsUnknown
      }
      guard let rules = fitting.first(where: { $0.code == code }) else {
        throw ConstituteCouncil.Refusal.ruleSetIsForOtherUnits
      }
      return rules
    }
    guard let rules = fitting.first else {
      throw ConstituteCouncil.Refusal.noRuleSetIsForThisUnit
    }
    guard fitting.count == 1 else {
      throw ConstituteCouncil.Refusal.nameTheRuleSet(fitting.map(\.code))
    }
    return rules
  }
}
