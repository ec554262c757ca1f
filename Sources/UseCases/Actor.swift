import Kernel

/// A person known to one kommune.
package enum Person {}

/// Who asks.
package enum Actor: Sendable {
  /// Somebody who is not signed in.
  case visitor
  /// A signed-in person.
  case member(Member)
  /// A program with a token of a role.
  case service(ID<Service>, name: String, role: Role)
  /// The host's operator at the command line.
  case host

  /// The signed-in person, if it is one.
  package var member: Member? { if case .member(let member) = self { member } else { nil } }

  /// The roles held in the whole kommune, not in one council or unit.
  package var tenantWideRoles: Set<Role> {
    switch self {
    case .visitor: [.visitor]
    case .member(let member): Set(member.grants.filter { $0.scope == nil }.map(\.role))
    case .service(_, _, let role): [role]
    case .host: [.administrator]
    }
  }

  /// Whether anybody is signed in.
  package var isSignedIn: Bool { if case .visitor = self { false } else { true } }

  /// The id in the event log; nil for visitors and the host.
  package var id: ID<Never>? {
    switch self {
    case .visitor, .host: nil
    case .member(let member): member.id.erased()
    case .service(let id, _, _): id.erased()
    }
  }

  /// The kind in the event log.
  package var kind: String {
    switch self {
    case .visitor: "visitor"
    case .member: "person"
    case .service: "service"
    case .host: "host"
    }
  }
}

/// A program with an API token.
package enum Service {}

/// A signed-in person with the roles that were granted to them.
package struct Member: Sendable {
  package let id: ID<Person>
  package let name: String
  package let grants: [Grant]

  /// A person with their grants; only sign-in and tests make one.
  package init(id: ID<Person>, name: String, grants: [Grant]) {
    self.id = id
    self.name = name
    self.grants = grants
  }

  /// The roles granted in one unit or council.
  package func roles<Record>(in scope: ID<Record>) -> Set<Role> {
    Set(grants.filter { $0.scope == scope.erased() }.map(\.role))
  }
}

/// A role in the whole kommune, or in one unit or council.
package struct Grant: Sendable, Hashable {
  package let role: Role
  package let scope: ID<Never>?

  /// A role; without a scope it holds in the whole kommune.
  package init(_ role: Role, scope: ID<Never>? = nil) {
    self.role = role
    self.scope = scope
  }
}
