import Crypto
import Kernel
import UseCases
import Web

/// Makes an API token of one role for a program; its secret is shown this once.
package struct CreateToken: UseCase, Readable {
  let name: String
  let role: Role?
  let days: Int

  package static let permission = Permission.manageTokens

  package init(_ input: inout Input) {
    name = input.text("name", "What the program is called.")
    let role = input.choice("role", of: Role.self, "What the program may do.")
    self.role = role
    if let role, !Self.roles.contains(role) {
      input.note("role", .notAChoice(Self.roles.map(\.rawValue)))
    }
    days = input.number("expires", in: 1...730, ifMissing: 365, "How many days it works.")
  }

  /// The roles that hold in the whole kommune; the others belong to a person in a council or a unit.
  package static let roles: [Role] = [.visitor, .secretary, .administrator, .auditor]

  /// - Throws: `.nameIsInUse`.
  package func perform(in work: borrowing Work) throws -> NewToken {
    try work.require(Self.permission)
    let id: ID<Service> = work.newID()
    let secret = Secret(prefix: "skt_")
    let expiresAt = work.now.adding(days: days)
    let added = try work.run(
      """
      INSERT INTO identity_token (id, name, role, token_hash, created_at, expires_at)
      VALUES (\(id), \(name), \(role ?? .visitor), \(secret.digest), \(work.now), \(expiresAt))
      ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { throw Refusal.nameIsInUse }
    try work.record("token-created", id, ["role": role?.rawValue ?? ""])
    return NewToken(id: id, secret: secret.text, expiresAt: expiresAt)
  }

  /// Why it is refused.
  package enum Refusal: Kernel.Refusal {
    case nameIsInUse

    package var kind: RefusalKind { .conflict }
    package var text: Text {
      Text(
        nb: "Det finnes allerede et token med dette navnet. Velg et annet navn.",
        nn: "Det finst alt eit token med dette namnet. Vel eit anna namn.",
        en: "There is a token of that name. Choose another name, or revoke the old one.")
    }
  }
}

/// A token that was just made.
package struct NewToken: JSONRecord {
  package let id: ID<Service>
  package let secret: String
  package let expiresAt: Instant

  package static let shape = Shape<NewToken>(
    "NewToken",
    [
      Field("id", "The token's id.") { $0.id },
      Field("secret", "The secret, shown this once.") { $0.secret },
      Field("expiresAt", "When it stops working.") { $0.expiresAt },
    ])
}
