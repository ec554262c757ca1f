import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Which councils are asked for.
struct CouncilFilter: Sendable {
  /// Part of the name of the council or its unit.
  let search: String?
  let serviceArea: String?
  let unitType: UnitType?
  let area: String?
  let ruleSet: String?
  let userGroup: String?
  let status: CouncilStatus?
  let hasVacancy: Bool

  init(_ input: inout Input) {
    search = input.optionalText(
      "search", max: 100, "Only where this is a part of the name of the council or its unit.")
    serviceArea = input.optionalText("serviceArea", "Only of this service area, by its code.")
    unitType = input.optionalChoice("unitType", "Only at this kind of unit.")
    area = input.optionalText("area", "Only in this neighbourhood or zone, by its name.")
    ruleSet = input.optionalText("ruleSet", max: 60, "Only of this type, by its rule set's code.")
    userGroup = input.optionalText(
      "userGroup", max: 40,
      "Only those at work or being formed whose members speak for this user group, by its code.")
    status = input.optionalChoice("status", "Only those that are so.")
    hasVacancy = input.flag(
      "vacancy", "Only those at work with fewer than their type has, or a seat nobody took over.")
  }

  /// The filter as a condition on a council `c` and its unit `u`.
  func condition(in work: borrowing Work) throws -> SQL {
    let parts: [SQL?] = [
      search.map { Self.name(holds: $0) }, serviceArea.map { "u.service_area = \($0)" },
      unitType.map { "u.type = \($0)" }, area.map { "u.area = \($0)" },
      ruleSet.map { "c.rule_set = \($0)" }, status.map { "c.status = \($0)" },
      userGroup.map { Self.speaks(for: $0, in: work) },
      hasVacancy ? try Self.vacancy(in: work) : nil,
    ]
    return parts.compactMap(\.self).reduce("true") { "\($0) AND \($1)" }
  }

  private static func speaks(for userGroup: String, in work: borrowing Work) -> SQL {
    """
    c.status IN (\(CouncilStatus.constituted), \(CouncilStatus.forming))
      AND c.rule_set IN \(RuleSets.speaking(for: userGroup, in: work))
    """
  }

  /// SQLite knows no capitals but those of English, so the Norwegian ones are changed by hand.
  private static func name(holds text: String) -> SQL {
    let escaped = text.lowercased().flatMap { "\\%_".contains($0) ? "\\\($0)" : "\($0)" }
    let pattern = "%\(String(escaped))%"
    func small(_ column: SQL) -> SQL {
      "replace(replace(replace(lower(\(column)), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')"
    }
    return """
      (\(small("c.name")) LIKE \(pattern) ESCAPE '\\' OR \(small("u.name")) LIKE \(pattern) \
      ESCAPE '\\')
      """
  }

  /// A council at work that has fewer who vote than its type demands, or somebody who left before
  /// time and whose place nobody took.
  ///
  /// What a single council deviates in is not looked at: that would take its rules one by one.
  static func vacancy(in work: borrowing Work) throws -> SQL {
    let today = OsloTime(work.now).day
    let fewest = try RuleSets.all(in: work).reduce("CASE c.rule_set WHEN '' THEN 0" as SQL) {
      "\($0) WHEN \($1.code) THEN \($1.fewestWhoVote)"
    }
    return """
      c.status = \(CouncilStatus.constituted) AND c.constituted_on <= \(today) AND (
        (SELECT count(*) FROM councils_seat s WHERE s.council_id = c.id AND s.votes
          AND s.term_start <= \(today) AND s.term_end >= \(today)) < \(fewest) ELSE 0 END
        OR EXISTS (SELECT 1 FROM councils_seat s WHERE s.council_id = c.id
          AND s.term_end < \(today) AND s.planned_end >= \(today) AND NOT EXISTS (
            SELECT 1 FROM councils_seat r WHERE r.replaces_id = s.id)))
      """
  }

  /// The fields that are filled in, for a link to the same councils.
  var fields: [(name: String, value: String)] {
    [
      ("search", search), ("serviceArea", serviceArea), ("unitType", unitType?.rawValue),
      ("area", area), ("ruleSet", ruleSet), ("userGroup", userGroup),
      ("status", status?.rawValue),
      ("vacancy", hasVacancy ? "true" : nil),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  /// A place with this filter in its query.
  func target(_ place: Target) -> Target {
    fields.reduce(place) { $0.asking($1.name, $1.value) }
  }
}

extension RuleSet {
  /// The fewest members with a vote that keep the rules, in all or group by group.
  fileprivate var fewestWhoVote: Int {
    max(size.fewest, groups.filter(\.votes).reduce(0) { $0 + $1.number.fewest })
  }
}
