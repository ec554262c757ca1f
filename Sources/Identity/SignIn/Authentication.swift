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
    /// A token of Maskinporten that has been checked.
    case machine(Maskinporten.Machine)

    /// The credential of a request to one of the doors: pages know only the cookie, the API only
    /// the bearer token, so no page of another site can make the API act.
    package init(_ request: Request, door: Route.Door, _ cookies: Cookies) {
      switch door {
      case .page:
        self = cookies.value(Session.cookieName, in: request).map(Self.cookie) ?? .none
      case .api:
        let value = request.headers["Authorization"] ?? ""
        let isBearer = value.lowercased().hasPrefix("bearer ")
        self = value.isEmpty ? .none : .bearer(isBearer ? String(value.dropFirst(7)) : "")
      }
    }

    /// What is stored of it.
    package var digest: String? {
      switch self {
      case .none, .machine: nil
      case .bearer(let text), .cookie(let text): Secret(presented: text).digest
      }
    }

    /// The same credential, checked where that may take asking somebody else.
    ///
    /// - Throws: `Refusal.tokenIsNotValid`; `LoginRefusal.issuerDoesNotAnswer`.
    package func checked(_ machines: MachineAccess?, at now: Instant) throws -> Credential {
      guard case .bearer(let text) = self, Maskinporten.isItsKind(text) else { return self }
      return .machine(try Maskinporten.machine(text, machines, at: now))
    }

    private var isToken: Bool {
      if case .bearer(let text) = self { text.hasPrefix("skt_") } else { false }
    }

    /// Notes that the session or token is in use; a session then stays open half an hour more.
    package func noteUse(in transaction: borrowing Transaction, at now: Instant) throws {
      guard let digest else { return }
      if isToken {
        try transaction.run(
          "UPDATE identity_token SET used_at = \(now) WHERE token_hash = \(digest)")
      } else {
        try transaction.run(
          """
          UPDATE identity_session SET idle_at = \(Session.idle(from: now))
          WHERE token_hash = \(digest) AND (idle_at IS NULL OR idle_at > \(now))
          """)
      }
    }
  }

  /// Asks for the kommune and for who presented a credential, in one statement that travels with
  /// the next one: the first question of every request.
  ///
  /// - Returns: a way to the answer, nil when there is no such kommune any more. It throws
  ///   `.tokenIsNotValid` for a bearer token that opens nothing; a cookie that opens nothing makes a
  ///   visitor.
  package static func arriving(
    _ credential: Credential, at tenant: TenantID, in transaction: borrowing Transaction,
    at now: Instant
  ) throws -> () throws -> Arrival? {
    switch credential {
    case .none:
      let found = try transaction.ahead(
        "SELECT \(Tenant.columns) FROM catalog.tenant t WHERE t.tenant_id = \(tenant)",
        as: Tenant.init)
      return { try found().first.map { Arrival(tenant: $0, actor: .visitor) } }
    case .cookie(let text): return try person(text, tenant, transaction, now)
    case .machine(let machine): return try program(machine, tenant, transaction)
    case .bearer(let text):
      let found =
        text.hasPrefix("skt_")
        ? try service(text, tenant, transaction, now) : try person(text, tenant, transaction, now)
      return {
        let arrival = try found()
        if let arrival, !arrival.actor.isSignedIn, !arrival.isHalfway {
          throw Refusal.tokenIsNotValid
        }
        return arrival
      }
    }
  }

  private static func person(
    _ text: String, _ tenant: TenantID, _ transaction: borrowing Transaction, _ now: Instant
  ) throws -> () throws -> Arrival? {
    let found = try transaction.ahead(
      """
      SELECT \(Tenant.columns), s.awaits_code, s.idle_at, d.demanded_of, c.confirmed_at, p.id, p.name, g.role, g.scope_id
      FROM catalog.tenant t
      LEFT JOIN identity_session s
        ON s.token_hash = \(Secret(presented: text).digest) AND s.expires_at > \(now)
        AND (s.idle_at IS NULL OR s.idle_at > \(now))
      LEFT JOIN identity_person p ON p.id = s.person_id AND p.status = 'active'
      LEFT JOIN identity_grant g ON g.person_id = p.id
      LEFT JOIN identity_code_demand d ON d.one = 1 AND s.issuer IS NULL
      LEFT JOIN identity_one_time_code c ON c.person_id = p.id
      WHERE t.tenant_id = \(tenant)
      """,
      as: {
        let tenant = Tenant($0, $1, $2, $3, $4, $5, $6, $7)
        return Found(
          tenant: tenant, awaitsCode: $8, idleAt: $9, demand: $10, codesSince: $11, id: $12,
          name: $13, role: $14, scope: $15)
      })
    return { try arrival(found(), now) }
  }

  private static func arrival(_ rows: [Found], _ now: Instant) throws -> Arrival? {
    guard let first = rows.first else { return nil }
    guard let id = first.id, let name = first.name, let awaitsCode = first.awaitsCode else {
      return Arrival(tenant: first.tenant, actor: .visitor)
    }
    guard !awaitsCode else {
      return Arrival(tenant: first.tenant, actor: .visitor, isHalfway: true)
    }
    let grants = rows.compactMap { row in row.role.map { Grant($0, scope: row.scope) } }
    return Arrival(
      tenant: first.tenant, actor: .member(Member(id: id, name: name, grants: grants)),
      owesCode: first.codesSince == nil && first.demand?.isMade(of: grants) == true,
      isUnnoted: first.idleAt.map { $0 < Session.idle(from: now.adding(seconds: -60)) } ?? true)
  }

  private static func service(
    _ text: String, _ tenant: TenantID, _ transaction: borrowing Transaction, _ now: Instant
  ) throws -> () throws -> Arrival? {
    let found = try transaction.ahead(
      """
      SELECT \(Tenant.columns), k.id, k.name, k.role, k.used_at
      FROM catalog.tenant t
      LEFT JOIN identity_token k
        ON k.token_hash = \(Secret(presented: text).digest) AND k.revoked_at IS NULL
        AND k.expires_at > \(now)
      WHERE t.tenant_id = \(tenant)
      """,
      as: { a, b, c, d, e, f, g, h, id, name, role, usedAt in
        Arrival(
          tenant: Tenant(a, b, c, d, e, f, g, h), actor: program(id, name, role),
          isUnnoted: isUnnoted(usedAt, now))
      })
    return { try found().first }
  }

  /// A kommune's own program; one of any other organisation is nobody here.
  private static func program(
    _ machine: Maskinporten.Machine, _ tenant: TenantID, _ transaction: borrowing Transaction
  ) throws -> () throws -> Arrival? {
    let found = try transaction.ahead(
      """
      SELECT \(Tenant.columns), o.number FROM catalog.tenant t
      LEFT JOIN identity_organisation o ON o.number = \(machine.organisation.text)
      WHERE t.tenant_id = \(tenant)
      """,
      as: { a, b, c, d, e, f, g, h, number in
        (tenant: Tenant(a, b, c, d, e, f, g, h), isOurs: (number as String?) != nil)
      })
    return {
      guard let found = try found().first else { return nil }
      guard found.isOurs else { throw Refusal.tokenIsNotValid }
      return Arrival(
        tenant: found.tenant,
        actor: .service(machine.id, name: "Maskinporten", role: .politician))
    }
  }

  private static func isUnnoted(_ usedAt: Instant?, _ now: Instant) -> Bool {
    usedAt.map { $0 < now.adding(seconds: -60) } ?? true
  }

  private static func program(_ id: ID<Service>?, _ name: String?, _ role: Role?) -> Actor {
    guard let id, let name, let role else { return .visitor }
    return .service(id, name: name, role: role)
  }

  private struct Found {
    let tenant: Tenant
    let awaitsCode: Bool?
    let idleAt: Instant?
    /// What is demanded of whoever came without an issuer.
    let demand: CodeDemand?
    let codesSince: Instant?
    let id: ID<Person>?
    let name: String?
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
