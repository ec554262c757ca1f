import Crypto
import Database
import Kernel
import OpenID
import UseCases
import Web

/// Somebody who was sent to an issuer and is to come back within ten minutes.
///
/// It lies sealed in their browser and nowhere else, so asking for it costs us nothing to keep, and
/// what comes back in another browser, another kommune or by another login finds nothing.
struct LoginAttempt: Sendable {
  let login: String
  let purpose: Purpose
  let endsAt: Instant

  /// What they want.
  enum Purpose: Sendable {
    /// To sign in, on the way to a page.
    case signIn(next: String)
    /// To accept an invitation, by the digest of its secret.
    case accept(String)
    /// To have this login besides the one they are signed in with.
    case link(ID<Person>)
  }

  static let cookieName = "samrad-utsendt"
  static let seconds = 600

  private static func label(_ tenant: Tenant) -> InstanceKey.Label {
    InstanceKey.Label("login-attempt", kommune: tenant.id.number, record: "")
  }

  /// The text that lies in the browser.
  func sealed(with key: InstanceKey, of tenant: Tenant) -> String {
    let (kind, value) =
      switch purpose {
      case .signIn(let next): ("sign-in", next)
      case .accept(let invitation): ("accept", invitation)
      case .link(let person): ("link", person.description)
      }
    let lines = [login, "\(endsAt.microseconds)", kind, value]
    return key.seal(Array(lines.joined(separator: "\n").utf8), Self.label(tenant))
  }

  /// Reads what lay in the browser; nil when we did not put it there.
  init?(sealed text: String, with key: InstanceKey, of tenant: Tenant) {
    guard let bytes = key.open(text, Self.label(tenant)) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 4, let microseconds = Int64(lines[1]) else { return nil }
    switch lines[2] {
    case "sign-in": purpose = .signIn(next: lines[3])
    case "accept": purpose = .accept(lines[3])
    default:
      guard let person = ID<Person>(lines[3]) else { return nil }
      purpose = .link(person)
    }
    login = lines[0]
    endsAt = Instant(microseconds: microseconds)
  }

  init(login: String, purpose: Purpose, endsAt: Instant) {
    self.login = login
    self.purpose = purpose
    self.endsAt = endsAt
  }
}
