import Kernel
import Web

/// Everything of the other kommune that an attacker could have got hold of, to be put where a value
/// of one's own belongs.
struct Loot {
  private let neighbour: Neighbour
  private let victim: Neighbour
  private let cursors: [String]

  /// Takes all of B's ids, addresses, names and secrets, and the cursors of every list.
  init(_ two: TwoKommuner, _ good: [GoodRequest]) {
    let neighbour = two.b
    self.neighbour = neighbour
    victim = two.a
    cursors = good.compactMap { good in
      guard good.route.fields.contains(where: { $0.name == "cursor" }), good.route.door == .api
      else { return nil }
      let values = good.values.merging(["limit": 1]) { $1 }
      let response = two.send(good.request(values, as: good.principal, to: neighbour))
      guard case .object(let fields) = try? Value(json: response.body),
        case .text(let next) = fields["next"]
      else { return nil }
      return next
    }
  }

  /// Everything that fits at a place: for an id, all of the same kind of record.
  func fitting(_ place: Place, insteadOf good: String?) -> [String] {
    switch place.kind {
    case .id:
      let tables = neighbour.contents.tables.keys.sorted()
      let same = good.map { good in
        tables.filter { victim.contents.ids($0, "id").contains(good) }
          .flatMap { neighbour.contents.ids($0, "id") }
      }
      return same ?? FieldFiller(neighbour: neighbour).ids(named: place.field)
    case .cursor: return unique(cursors)
    case .text: return texts(like: good ?? "", at: place)
    }
  }

  /// One id of every other kind, for a place that asks for an id.
  func strange(_ place: Place) -> [String] {
    guard place.kind == .id else { return [] }
    return unique(
      neighbour.contents.idColumns.compactMap { table, column in
        neighbour.contents.ids(table, column).first
      })
  }

  private func texts(like good: String, at place: Place) -> [String] {
    if good.contains("@") || place.field.lowercased().contains("email") {
      return Array(column("identity_person", "email").prefix(2))
    }
    if place.field == "code" { return neighbour.cast.codes }
    if ["sks_", "skt_", "ski_"].contains(good.prefix(4)) { return neighbour.cast.secrets }
    return ["councils_council", "tenancy_unit"].flatMap { column($0, "name").prefix(1) }
  }

  private func column(_ table: String, _ column: String) -> [String] {
    (neighbour.contents.tables[table] ?? []).compactMap { $0[column] }.sorted()
  }

  private func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
