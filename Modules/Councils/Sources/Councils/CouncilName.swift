import Kernel
import Tenancy
import UseCases

extension Council {
  /// A name without the line ends that a program may send, which no list can show.
  static func onOneLine(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Refuses a name that only differs by its capitals from that of another council of the unit.
  ///
  /// - Throws: `ConstituteCouncil.Refusal.unitHasACouncilOfThatName`.
  static func mustNotReadAlike(
    _ name: String, at unit: ID<ServiceUnit>, besides council: ID<Council>? = nil,
    in work: borrowing Work
  ) throws {
    let others = try work.rows(
      "SELECT id, name FROM councils_council WHERE unit_id = \(unit)",
      as: { (id: ID<Council>, name: String) in (id, name) })
    let isTaken = others.contains { $0 != council && $1.lowercased() == name.lowercased() }
    guard !isTaken else { throw ConstituteCouncil.Refusal.unitHasACouncilOfThatName }
  }
}
