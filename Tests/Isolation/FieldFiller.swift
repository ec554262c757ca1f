import Kernel
import Web

/// What a field of a route may be filled with, from what its kommune has.
///
/// It knows the kinds of fields and not the routes: a new route is filled without a line here, or
/// the sweep fails and says which of its fields has to be named in `SpecialFields.swift`.
struct FieldFiller {
  let neighbour: Neighbour

  /// The values worth trying, the likeliest first; empty when there is none.
  func candidates(for field: FieldDescription, of route: Route) -> [Value] {
    if let special = SpecialFields.values(of: field.name, in: route, neighbour) { return special }
    switch field.kind {
    case .id: return ids(named: field.name).map { .text($0) }
    case .ids: return [.list(ids(named: field.name).map { .text($0) }), .list([])]
    case .text, .opaque, .cursor:
      return [.text("\(neighbour.mark.text) \(field.name) som er lang nok")]
    case .choice(let choices): return choices.map { .text($0) }
    case .choices(let choices): return [.list(choices.map { .text($0) })]
    case .flag: return [true]
    case .number(let range): return [.number(range.lowerBound)]
    case .day: return [.text("\(Scenario.start.day)")]
    case .instant: return [.text("\(Scenario.start.adding(days: 40))")]
    case .version: return [0]
    case .file:
      let content = Array("\(neighbour.mark.text) står i filen".utf8)
      return [.file(SentFile(name: "\(neighbour.mark.text).txt", bytes: content[...]))]
    case .list(let fields):
      var record: [String: Value] = [:]
      for inner in fields where inner.isRequired {
        record[inner.name] = candidates(for: inner, of: route).first
      }
      return [.list([.object(record)])]
    }
  }

  /// The ids that a field of that name can mean: of the table named after it, or else of any table.
  func ids(named name: String) -> [String] {
    let contents = neighbour.contents
    let table = contents.tables.keys.sorted().first { table in
      table.hasSuffix("_\(name)") && !contents.ids(table, "id").isEmpty
    }
    if let table { return contents.ids(table, "id") }
    let column = "\(name)_id"
    let named = contents.idColumns.filter { $0.column == column }
    return Set(named.flatMap { contents.ids($0.table, $0.column) }).sorted()
  }

  /// The versions of the records with these ids, and of what has no id of its own but one of these, for
  /// `If-Match`; without ids, of what a kommune has one of.
  func versions(around ids: [String]) -> [Value] {
    guard !ids.isEmpty else { return [0, 1] }
    let versions = neighbour.contents.tables.values.joined()
      .filter { row in
        row["id"].map(ids.contains) ?? ids.contains { row.values.contains($0) }
      }
      .compactMap { $0["version"].flatMap { Int($0) } }
    return (Set(versions).sorted() + [0]).map { .number($0) }
  }
}
