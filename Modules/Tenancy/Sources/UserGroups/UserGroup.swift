import Database
import Kernel
import UseCases
import Web

/// Whom members of councils speak for, as the kommune has it on its list: pupils, the elderly (R054).
package struct UserGroup: JSONRecord, Hashable {
  package let code: String
  /// What they are called, all of them: `elever`.
  package let name: Text

  package static let shape = Shape<UserGroup>(
    "UserGroup",
    [
      Field("code", "Its code, to name it by.") { $0.code },
      Field("name", "What they are called, in bokmål.") { $0.name.nb },
      Field("nameNn", "What they are called, in nynorsk.") { $0.name.nn },
    ])

  /// The kommune's list, by name.
  package static func all(in work: borrowing Work) throws -> [UserGroup] {
    try work.rows("SELECT code, nb, nn FROM tenancy_user_group ORDER BY nb, code", as: row)
  }

  static func find(_ code: String, in work: borrowing Work) throws -> UserGroup? {
    try work.row("SELECT code, nb, nn FROM tenancy_user_group WHERE code = \(code)", as: row)
  }

  static func row(code: String, nb: String, nn: String) -> UserGroup {
    UserGroup(code: code, name: Text(nb: nb, nn: nn))
  }

  /// Adds it to the list; false when the list has its code or one of its names.
  func add(_ run: (SQL) throws -> Int) throws -> Bool {
    try run(
      """
      INSERT INTO tenancy_user_group (code, nb, nn) VALUES (\(code), \(name.nb), \(name.nn))
      ON CONFLICT DO NOTHING
      """) == 1
  }

  /// Whether people would take the two for one; capitals do not count.
  func reads(like other: UserGroup) -> Bool {
    name.nb.lowercased() == other.name.nb.lowercased()
      || name.nn.lowercased() == other.name.nn.lowercased()
  }
}

extension UserGroup {
  static let pupils = UserGroup(code: "elev", name: Text(nb: "elever", nn: "elevar"))
  static let parents = UserGroup(code: "forelder", name: Text(nb: "foreldre", nn: "foreldre"))
  static let patients = UserGroup(code: "pasient", name: Text(nb: "pasienter", nn: "pasientar"))
  static let relatives = UserGroup(code: "parorende", name: Text(nb: "pårørende", nn: "pårørande"))
  static let elderly = UserGroup(code: "eldre", name: Text(nb: "eldre", nn: "eldre"))
  static let residents = UserGroup(code: "beboer", name: Text(nb: "beboere", nn: "bebuarar"))
  static let recipients = UserGroup(
    code: "tjenestemottaker", name: Text(nb: "tjenestemottakere", nn: "tenestemottakarar"))

  /// What a kommune's list starts with; what the library's rules name is among them.
  static let usual = [pupils, parents, patients, relatives, elderly, residents, recipients]
}
