import HTML
import Tenancy
import Web

/// A form's rows for the seats of a council, numbered through all of its groups.
struct SeatRows {
  let rules: RuleSet
  let form: Form
  let page: Page

  var groups: [HTML] {
    var first = 0
    return rules.groups.map { group in
      defer { first += group.rows }
      return section(group, first: first)
    }
  }

  /// Rows for more than the rules allow, after all others and folded away: for a council that deviates.
  var beyondTheRules: HTML {
    var first = rules.groups.reduce(0) { $0 + $1.rows }
    let rows: [HTML] = rules.groups.flatMap { group in
      defer { first += group.rowsBeyond }
      return (0..<group.rowsBeyond).map {
        row(group, number: group.rows + $0 + 1, at: "seats.\(first + $0)")
      }
    }
    guard !rows.isEmpty else { return .none }
    let open: HTML = page.attempt == nil ? "" : " open"
    return """
      <details\(open)><summary>\(page.say(
        nb: "Flere plasser enn reglene sier, når rådet avviker",
        nn: "Fleire plassar enn reglane seier, når rådet avvik"))</summary>
      \(rows)
      </details>
      """
  }

  private func section(_ group: SeatGroup, first: Int) -> HTML {
    let inSight = min(max(group.number.fewest, 1), group.rows)
    let rows = (0..<group.rows).map { row(group, number: $0 + 1, at: "seats.\(first + $0)") }
    return """
      <h3>\(group.title(page))</h3>
      <p class="hint">\(page.say(nb: "Velges av", nn: "Blir valde av")) \(page.say(group.electors)).</p>
      \(Array(rows.prefix(inSight)))
      \(folded(Array(rows.dropFirst(inSight)), group))
      """
  }

  /// Open after a refusal, so that no problem is out of sight.
  private func folded(_ rows: [HTML], _ group: SeatGroup) -> HTML {
    guard !rows.isEmpty else { return .none }
    let open: HTML = page.attempt == nil ? "" : " open"
    return """
      <details\(open)><summary>\(page.say(nb: "Flere plasser", nn: "Fleire plassar")): \
      \(page.say(group.name))</summary>
      \(rows)
      </details>
      """
  }

  /// No field of it must be filled in, since a council that deviates may have fewer members.
  private func row(_ group: SeatGroup, number: Int, at place: String) -> HTML {
    let fields = SeatFields(rules: rules, group: group, form: form, page: page)
    return form.group(
      "\(place).group", "\(group.title(page)) \(number)",
      [form.hidden("\(place).group", group.code)]
        + fields.all(at: "\(place).", isRequired: false))
  }
}

/// The fields of one seat, as far as the rules of its group ask for them.
struct SeatFields {
  let rules: RuleSet
  let group: SeatGroup
  let form: Form
  let page: Page

  /// `place` stands before each field's name: `seats.2.`, or nothing.
  func all(at place: String, isRequired: Bool) -> [HTML] {
    let name = page.say(nb: "Navn", nn: "Namn")
    return [
      form.text("\(place)name", name, isRequired: isRequired),
      form.text("\(place)email", "E-post", type: "email", isRequired: isRequired),
      organisation(at: place, isRequired: isRequired), staffField(at: place),
      hasDeputy
        ? form.text("\(place)deputyName", "Vara: \(name.lowercased())", isRequired: isRequired)
        : .none,
      hasDeputy
        ? form.text("\(place)deputyEmail", "Vara: e-post", type: "email", isRequired: isRequired)
        : .none,
      group.votes && rules.chair != .unitLeader
        ? form.box("\(place)leader", page.say(nb: "Leder av rådet", nn: "Leiar av rådet")) : .none,
    ]
  }

  private var hasDeputy: Bool { group.votes && rules.hasDeputyForEachSeat }

  private func organisation(at place: String, isRequired: Bool) -> HTML {
    guard group.kind == .organisation else { return .none }
    let isDemanded = if case .onePerOrganisation = group.number { isRequired } else { false }
    return form.text("\(place)organisation", "Organisasjon", isRequired: isDemanded)
  }

  private func staffField(at place: String) -> HTML {
    guard group.kind == .staff else { return .none }
    let none = [(value: "", label: page.say(nb: "Ikke oppgitt", nn: "Ikkje oppgitt"))]
    return form.select(
      "\(place)staffField", page.say(nb: "Arbeider med", nn: "Arbeider med"),
      none + StaffField.allCases.map { (value: $0.rawValue, label: page.say($0.text)) })
  }
}

extension SeatGroup {
  /// How many rows a form has for it; who needs more sends the API a list.
  fileprivate var rows: Int { min(number.greatest, 15) }

  /// How many more it has for a council that deviates upwards.
  fileprivate var rowsBeyond: Int { min(5, 15 - rows) }

  /// Its name as a heading.
  func title(_ page: Page) -> String {
    let name = page.say(name)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
