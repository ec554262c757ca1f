import Database
import Kernel
import UseCases
import Web

/// A user organisation whose members sit in councils (R014, R021).
package struct Organisation: JSONRecord {
  package let id: ID<Organisation>
  package let name: String
  /// How many seats its members hold today.
  package let seats: Int

  package static let shape = Shape<Organisation>(
    "Organisation",
    [
      Field("id", "The organisation's id.") { $0.id },
      Field("name", "Its name.") { $0.name },
      Field("seats", "How many seats its members hold today.") { $0.seats },
    ])

  /// The organisation of that name, added when there is none; capitals do not count.
  static func findOrAdd(
    _ name: String, in work: borrowing Work
  ) throws -> ID<Organisation> {
    let key = name.lowercased()
    let id: ID<Organisation> = work.newID()
    let added = try work.run(
      """
      INSERT INTO councils_organisation (id, name, name_key) VALUES (\(id), \(name), \(key))
      ON CONFLICT DO NOTHING
      """)
    guard added == 0 else {
      try work.record("organisation-added", id)
      return id
    }
    return try work.value("SELECT id FROM councils_organisation WHERE name_key = \(key)")
      .orNotFound()
  }
}
