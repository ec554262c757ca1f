import Database
import Kernel
import UseCases
import Web

/// Who has the duty to let the users of a unit take part, and by which law (R027).
///
/// A title, such as `rektor`, and no name: who has the post may change.
package struct DutyHolder: JSONRecord {
  package let title: String
  package let law: String

  package static let shape = Shape<DutyHolder>(
    "DutyHolder",
    [
      Field("title", "The title of whoever has the duty.") { $0.title },
      Field("law", "Where the duty stands.") { $0.law },
    ])

  /// Who has the duty in a unit, or nil while nobody has said so.
  package static func of(_ unit: ID<ServiceUnit>, in work: borrowing Work) throws -> DutyHolder? {
    try work.row(
      "SELECT title, law FROM tenancy_duty WHERE unit_id = \(unit)", as: DutyHolder.init)
  }

  static let table = Table(
    "tenancy_duty",
    .column("unit_id", .id),
    .column("title", .text),
    .column("law", .text),
    .primaryKey(["unit_id"]),
    .references("unit_id", "tenancy_unit"),
    .check("title_is_not_blank", "length(trim(title)) > 0"),
    .check("law_is_not_blank", "length(trim(law)) > 0"))
}
