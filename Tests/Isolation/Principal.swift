import Crypto
import Kernel
import UseCases

/// Somebody who may knock on a kommune's door, with what they show there.
struct Principal: Sendable {
  /// As it stands in what a failing test says.
  let name: String
  let credential: Credential
  let kind: Kind

  enum Credential: Sendable, Hashable {
    case none
    /// A person's session, sent as bearer to the API and as cookie to pages.
    case session(String)
    /// A program's token, which pages do not know.
    case token(String)
  }

  enum Kind: Sendable, Hashable {
    case visitor
    /// A person with just these roles in the council, unit and kommune that the scenario plays in.
    case person(Set<Role>)
    case program(Role)
    /// Somebody whose key no longer opens anything.
    case lockedOut
  }

  /// The secret they show, if any.
  var secret: String? {
    switch credential {
    case .none: nil
    case .session(let secret), .token(let secret): secret
    }
  }

  /// The cookie of their browser; a visitor has one for forms alone.
  var cookie: String { secret.map { "samrad=\($0)" } ?? "samrad-skjema=\(Self.formSecret)" }

  /// What the forms of their pages carry.
  var formToken: String { Secret(presented: secret ?? Self.formSecret).derived(for: "form") }

  private static let formSecret = "en hemmelighet for skjemaer"

  /// The roles that the table of permissions knows them by; nil where it is not a matter of roles.
  ///
  /// Whatever a visitor may, everybody may.
  var roles: Set<Role>? {
    switch kind {
    case .visitor, .lockedOut: [.visitor]
    case .person(let roles): roles.union([.visitor])
    case .program: nil
    }
  }

  /// Whether the kommune knows them.
  var isSignedIn: Bool { kind != .visitor && kind != .lockedOut }
}
