import Database
import Kernel
import Tenancy
import UseCases
import Web

/// A user council of a unit: an advisory body to the unit's leader (R071).
package struct Council: Sendable, Versioned {
  package let id: ID<Council>
  package let unit: ID<ServiceUnit>
  package let name: String
  /// The code of the rule set it follows.
  package let ruleSet: String
  package let legalBasis: LegalBasis
  package let status: CouncilStatus
  package let constitutedOn: Day
  package let version: Int

  /// The table, for other modules' queries to join: `id` and `name` are theirs to read.
  package static let table: SQL = "councils_council"

  static let columns: SQL = """
    id, unit_id, name, rule_set, legal_basis, status, constituted_on, version
    """

  /// The council of that id.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package static func find(_ id: ID<Council>, in work: borrowing Work) throws -> Council {
    try work.row(
      "SELECT \(columns) FROM councils_council WHERE id = \(id)", as: Council.init
    ).orNotFound()
  }

  /// The council, held until the transaction ends, when it is not the council itself that changes.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  static func hold(_ id: ID<Council>, in work: borrowing Work) throws -> Council {
    try work.row(
      "UPDATE councils_council SET version = version WHERE id = \(id) RETURNING \(columns)",
      as: Council.init
    ).orNotFound()
  }

  /// The day whose members are its members: today, or its first day while that has not come.
  func sittingDay(in work: borrowing Work) -> Day { max(OsloTime(work.now).day, constitutedOn) }

  /// Holds councils until the transaction ends: whoever else would change one of them waits, and sees
  /// what was done.
  static func hold(_ councils: Set<ID<Council>>, in work: borrowing Work) throws {
    // One by one in a set order, so that no two wait for each other.
    for id in councils.sorted() {
      try work.run("UPDATE councils_council SET version = version WHERE id = \(id)")
    }
  }

  /// The council, held until the transaction ends, with its change counted, for whoever may do
  /// something about it.
  ///
  /// - Throws: `AccessRefusal` when there is no such council, or whoever asks may not;
  ///   `VersionRefusal` when somebody has changed it since it was read.
  static func change(
    _ id: ID<Council>, read version: Version, for permission: Permission, in work: borrowing Work
  ) throws -> Council {
    let council = try work.row(
      "UPDATE councils_council SET version = version + 1 WHERE id = \(id) RETURNING \(columns)",
      as: Council.init
    ).orNotFound()
    try work.require(permission, as: council.standing(in: work))
    try version.mustBe(council.version - 1)
    return council
  }
}

/// Whether a council is at work.
package enum CouncilStatus: String, Storable, JSONValue, CaseIterable {
  /// Its members are being elected; it has not begun.
  case forming
  case constituted
  case inactive
  case dissolved

  /// What whoever sees to it may make of it; a council being formed begins with its elections.
  var next: [CouncilStatus] {
    switch self {
    case .forming: [.dissolved]
    case .constituted: [.inactive, .dissolved]
    case .inactive: [.constituted, .dissolved]
    case .dissolved: []
    }
  }

  /// The word people use for it.
  package var text: Text {
    switch self {
    case .forming: Text(nb: "under dannelse", nn: "under skiping", en: "being formed")
    case .constituted: Text(nb: "i arbeid", nn: "i arbeid", en: "at work")
    case .inactive: Text(nb: "ikke i arbeid", nn: "ikkje i arbeid", en: "not at work")
    case .dissolved: Text(nb: "nedlagt", nn: "nedlagt", en: "dissolved")
    }
  }
}
