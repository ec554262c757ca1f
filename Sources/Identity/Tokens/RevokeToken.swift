import Kernel
import UseCases
import Web

/// Takes an API token's rights away at once; doing so twice harms nothing.
package struct RevokeToken: UseCase, Readable {
  let name: String

  package static let permission = Permission.manageTokens

  package init(_ input: inout Input) { name = input.text("name", "What the program is called.") }

  package func perform(in work: borrowing Work) throws -> TokenRecord {
    try work.require(Self.permission)
    let token = try work.row(
      """
      UPDATE identity_token SET revoked_at = \(work.now)
      WHERE name = \(name) AND revoked_at IS NULL
      RETURNING \(TokenRecord.columns)
      """, as: TokenRecord.init
    ).orNotFound()
    try work.record("token-revoked", token.id)
    return token
  }
}
