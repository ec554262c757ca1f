import Crypto
import Database
import Kernel
import UseCases
import Web

/// Finds out who asks, from a bearer token or a cookie.
package enum Authentication {
  /// What somebody presented.
  package enum Credential: Sendable {
    case none
    case bearer(String)
    case cookie(String)

    /// The credential of a request to one of the doors: pages know only the cookie, the API only
    /// the bearer token, so no page of another site can make the API act.
    package init(_ request: Request, door: Route.Door) {
      switch door {
      case .page:
        self = Cookies.value(Session.cookieName, in: request).map(Self.cookie) ?? .none
      case .api:
        let value = request.headers["Authorization"] ?? ""
        let isBearer = value.lowercased().hasPrefix("bearer ")
        self = value.isEmpty ? .none : .bearer(isBearer ? String(value.dropFirst(7)) : "")
      }
    }

    /// Whether a form's token is that of this session.
    package func accepts(formToken token: String) -> Bool {
      !formToken.isEmpty && Secret.equal(formToken, token)
    }

    /// The token that a session's forms carry, which only this session's pages know.
    package var formToken: String {
      if case .cookie(let text) = self { Secret(presented: text).derived(for: "form") } else { "" }
    }
  }

  /// Who presented a credential, in one statement.
  ///
  /// - Throws: `.tokenIsNotValid` for a bearer token that opens nothing; a cookie that opens
  ///   nothing makes a visitor.
  package static func actor(
    _ credential: Credential, in transaction: borrowing Transaction, at now: Instant
  ) throws -> Actor {
    switch credential {
    case .none: return .visitor
    case .cookie(let text): return try person(text, transaction, now) ?? .visitor
    case .bearer(let text):
      let found =
        text.hasPrefix("skt_")
        ? try service(text, transaction, now) : try person(text, transaction, now)
      guard let found else { throw Refusal.tokenIsNotValid }
      return found
    }
  }

  private static func person(
    _ text: String, _ transaction: borrowing Transaction, _ now: Instant
  ) throws -> Actor? {
    let rows = try transaction.rows(
      """
      SELECT p.id, p.name, g.role, g.scope_id
      FROM identity_session s
      JOIN identity_person p ON p.id = s.person_id AND p.status = 'active'
      LEFT JOIN identity_grant g ON g.person_id = p.id
      WHERE s.token_hash = \(Secret(presented: text).digest) AND s.expires_at > \(now)
      """, as: Found.init)
    guard let first = rows.first else { return nil }
    let grants = rows.compactMap { row in row.role.map { Grant($0, scope: row.scope) } }
    return .member(Member(id: first.id, name: first.name, grants: grants))
  }

  private static func service(
    _ text: String, _ transaction: borrowing Transaction, _ now: Instant
  ) throws -> Actor? {
    try transaction.row(
      """
      SELECT id, name, role FROM identity_token
      WHERE token_hash = \(Secret(presented: text).digest) AND revoked_at IS NULL
        AND expires_at > \(now)
      """, as: { .service($0, name: $1, role: $2) })
  }

  private struct Found {
    let id: ID<Person>
    let name: String
    let role: Role?
    let scope: ID<Never>?
  }

  /// Why a token is refused.
  package enum Refusal: Kernel.Refusal {
    case tokenIsNotValid

    package var kind: RefusalKind { .notSignedIn }
    package var text: Text {
      Text(
        nb: "Innloggingen er utløpt. Logg inn på nytt.",
        nn: "Innlogginga er gått ut. Logg inn på nytt.",
        en: "The token is not valid here: wrong, expired or revoked. Get a new one.")
    }
  }
}
