import Database
import Tenancy
import Web

/// Which representatives are asked for: those with a seat that is so.
struct RepresentativeFilter: Sendable {
  let serviceArea: String?
  let area: String?
  let groupKind: GroupKind?

  init(_ input: inout Input) {
    serviceArea = input.optionalText(
      "serviceArea", "Only those of councils of this service area, by its code.")
    area = input.optionalText(
      "area", "Only those of councils in this neighbourhood or zone, by its name.")
    groupKind = input.optionalChoice("groupKind", "Only those who speak for these.")
  }

  /// The filter as a condition on a seat `s`, its council `c` and its unit `u`.
  func condition(under rules: [RuleSet]) -> SQL {
    let parts: [SQL?] = [
      serviceArea.map { "u.service_area = \($0)" }, area.map { "u.area = \($0)" },
      groupKind.map { Self.group(of: $0, under: rules) },
    ]
    return parts.compactMap(\.self).reduce("true") { "\($0) AND \($1)" }
  }

  /// A seat has the code of its group; what kind that is stands in the rules of its council.
  private static func group(of kind: GroupKind, under rules: [RuleSet]) -> SQL {
    let any = rules.reduce("false" as SQL) { sql, rules in
      let codes = rules.groups.filter { $0.kind == kind }.map(\.code)
      guard !codes.isEmpty else { return sql }
      return "\(sql) OR (c.rule_set = \(rules.code) AND s.group_code IN (\(list: codes)))"
    }
    return "(\(any))"
  }

  /// The fields that are filled in, for a link to the same representatives.
  var fields: [(name: String, value: String)] {
    [("serviceArea", serviceArea), ("area", area), ("groupKind", groupKind?.rawValue)]
      .compactMap { name, value in value.map { (name, $0) } }
  }

  /// A place with this filter in its query.
  func target(_ place: Target) -> Target {
    fields.reduce(place) { $0.asking($1.name, $1.value) }
  }
}
