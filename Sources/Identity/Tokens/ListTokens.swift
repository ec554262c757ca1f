import Database
import Kernel
import UseCases
import Web

/// Lists a kommune's API tokens without their secrets.
package struct ListTokens: UseCase, Readable {
  package static let permission = Permission.manageTokens
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [TokenRecord] {
    try work.require(Self.permission)
    return try work.rows(
      "SELECT \(TokenRecord.columns) FROM identity_token ORDER BY id",
      as: TokenRecord.init)
  }
}

/// An API token as it can be listed.
package struct TokenRecord: JSONRecord {
  package let id: ID<Service>
  package let name: String
  package let role: Role
  package let expiresAt: Instant
  package let revokedAt: Instant?
  package let usedAt: Instant?

  static let columns: SQL = "id, name, role, expires_at, revoked_at, used_at"

  package static let shape = Shape<TokenRecord>(
    "Token",
    [
      Field("id", "The token's id.") { $0.id },
      Field("name", "What the program is called.") { $0.name },
      Field("role", "What it may do.") { $0.role.rawValue },
      Field("expiresAt", "When it stops working.") { $0.expiresAt },
      Field("revokedAt", "When it was revoked, or null.") { $0.revokedAt },
      Field("usedAt", "When it was last used, to the minute, or null.") { $0.usedAt },
    ])
}
