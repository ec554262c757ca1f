import Crypto
import Database
import HTML
import Kernel
import UseCases
import Web

/// A session as the person it belongs to sees it.
///
/// Nothing is kept of the machine it began on, so when it began, when it was last used and how are
/// what people know it again by.
package struct OwnSession: JSONRecord {
  let id: ID<Session>
  let startedAt: Instant
  let lastUsedAt: Instant
  let login: String?
  let awaitsCode: Bool
  let isCurrent: Bool

  package static let shape = Shape<OwnSession>(
    "OwnSession",
    [
      Field("id", "The session's id.") { $0.id },
      Field("startedAt", "When it began.") { $0.startedAt },
      Field("lastUsedAt", "When it was last used, within a minute.") { $0.lastUsedAt },
      Field("login", "The issuer's login it began with, or null for a password.") { $0.login },
      Field("awaitsCode", "Whether it still waits for a one-time code.") { $0.awaitsCode },
      Field("isCurrent", "Whether it is the one that asks.") { $0.isCurrent },
    ])

  /// The id of the session with a digest.
  ///
  /// It is made of the digest and does not tell it, so that what opens the session's row stands in no
  /// address.
  package static func id(of digest: String) -> ID<Session> {
    let bytes = SHA256("session:\(digest)").bytes
    func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
    return ID(high: number(0..<8), low: number(8..<16))
  }

  /// The open sessions of a person, the newest first.
  static func all(of person: ID<Person>, in work: borrowing Work) throws -> [OwnSession] {
    let current = work.caller.session
    return try work.rows(
      """
      SELECT s.token_hash, s.created_at, s.idle_at, s.awaits_code,
        (SELECT l.label FROM identity_login l WHERE l.issuer = s.issuer)
      FROM identity_session s
      WHERE s.person_id = \(person) AND s.expires_at > \(work.now)
        AND (s.idle_at IS NULL OR s.idle_at > \(work.now))
      ORDER BY s.created_at DESC, s.token_hash
      """,
      as: { (digest: String, startedAt: Instant, idleAt: Instant?, awaitsCode, login) in
        OwnSession(
          id: id(of: digest), startedAt: startedAt,
          lastUsedAt: idleAt.map(Session.lastUse) ?? startedAt, login: login,
          awaitsCode: awaitsCode, isCurrent: digest == current)
      })
  }
}
