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

  /// The council, held until the transaction ends, so that nobody else changes it meanwhile.
  static func hold(_ id: ID<Council>, in work: borrowing Work) throws -> Council {
    try work.row(
      "UPDATE councils_council SET version = version WHERE id = \(id) RETURNING \(columns)",
      as: Council.init
    ).orNotFound()
  }
}

/// Whether a council is at work.
package enum CouncilStatus: String, Storable, JSONValue, CaseIterable {
  case constituted
  case inactive
  case dissolved

  /// The word people use for it.
  package var text: Text {
    switch self {
    case .constituted: Text(nb: "i arbeid", nn: "i arbeid", en: "at work")
    case .inactive: Text(nb: "ikke i arbeid", nn: "ikkje i arbeid", en: "not at work")
    case .dissolved: Text(nb: "nedlagt", nn: "nedlagt", en: "dissolved")
    }
  }
}
