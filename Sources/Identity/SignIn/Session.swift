import Crypto
import Kernel
import UseCases
import Web

/// A signed-in person's way back in: for eight hours at most, and half an hour after its last use.
package struct Session: JSONRecord {
  package let token: String
  package let expiresAt: Instant
  /// Whether a one-time code is asked for before the token opens anything.
  package let awaitsCode: Bool
  /// The mark that tells this device the next time; nil until the person is all the way in.
  let device: String?
  /// Where they were on their way to.
  var next: Target?

  package static let shape = Shape<Session>(
    "Session",
    [
      Field("token", "Send it as `Authorization: Bearer`.") { $0.token },
      Field("expiresAt", "When it stops working; earlier when it is not used for half an hour.") {
        $0.expiresAt
      },
      Field("awaitsCode", "Whether to send a one-time code to `/sessions/code` first.") {
        $0.awaitsCode
      },
    ])

  /// The cookie of a session.
  package static let cookieName = "samrad"
  /// The cookie of a device on which somebody signed in.
  package static let deviceCookie = "samrad-enhet"
  /// The cookie of a browser that was sent to an issuer of logins.
  package static let attemptCookie = LoginAttempt.cookieName
  private static let hours: Int64 = 8
  private static let idleSeconds: Int64 = 30 * 60
  private static let minutesForCode: Int64 = 10
  private static let deviceDays = 180

  /// When a session that is used now closes if it is not used again.
  package static func idle(from now: Instant) -> Instant { now.adding(seconds: idleSeconds) }

  /// When a session was last used that closes at `idleAt` if it is not used again.
  static func lastUse(_ idleAt: Instant) -> Instant { idleAt.adding(seconds: -idleSeconds) }

  /// Lets a person in whose password was right: all the way, or to where the one-time code is asked.
  static func begin(for person: ID<Person>, in work: borrowing Work) throws -> Session {
    let hasCode: Int? = try work.value(
      """
      SELECT 1 FROM identity_one_time_code
      WHERE person_id = \(person) AND confirmed_at IS NOT NULL
      """)
    guard hasCode == nil else {
      try work.record("password-accepted", person)
      return try add(for: person, seconds: minutesForCode * 60, awaitsCode: true, device: nil, work)
    }
    return try start(for: person, in: work)
  }

  /// Lets a person in.
  static func start(for person: ID<Person>, in work: borrowing Work) throws -> Session {
    try work.record("signed-in", person)
    let device = work.caller.address.isEmpty ? nil : try remember(person, in: work)
    return try add(for: person, seconds: hours * 3600, awaitsCode: false, device: device, work)
  }

  /// Remembers the device that whoever signs in over the net comes from.
  private static func remember(_ person: ID<Person>, in work: borrowing Work) throws -> String {
    let mark = Secret()
    try work.run(
      """
      INSERT INTO identity_device (mark_hash, person_id, expires_at)
      VALUES (\(mark.digest), \(person), \(work.now.adding(days: deviceDays)))
      """)
    return mark.text
  }

  private static func add(
    for person: ID<Person>, seconds: Int64, awaitsCode: Bool, device: String?,
    _ work: borrowing Work
  ) throws -> Session {
    let secret = Secret(prefix: "sks_")
    let expiresAt = work.now.adding(seconds: seconds)
    try clearOut(work)
    try work.run(
      """
      INSERT INTO identity_session
        (token_hash, person_id, created_at, expires_at, idle_at, awaits_code)
      VALUES (\(secret.digest), \(person), \(work.now), \(expiresAt), \(idle(from: work.now)),
        \(awaitsCode))
      """)
    return Session(
      token: secret.text, expiresAt: expiresAt, awaitsCode: awaitsCode, device: device)
  }

  /// What is over is not kept; what was presented just now is used up.
  private static func clearOut(_ work: borrowing Work) throws {
    try work.run(
      """
      DELETE FROM identity_session WHERE expires_at <= \(work.now) OR idle_at <= \(work.now)
        OR token_hash = \(work.caller.session ?? "")
      """)
    try work.run(
      """
      DELETE FROM identity_device WHERE expires_at <= \(work.now)
        OR mark_hash = \(work.caller.device ?? "")
      """)
  }

  /// Whether whoever asks comes from a device on which this person signed in before.
  static func isKnownDevice(of person: ID<Person>?, in work: borrowing Work) throws -> Bool {
    let found: Int? = try work.value(
      """
      SELECT 1 FROM identity_device WHERE mark_hash = \(work.caller.device ?? "")
        AND person_id = \(person) AND expires_at > \(work.now)
      """)
    return found != nil
  }

  /// Takes the cookie away.
  static func noCookie(_ page: Page) -> [String] { [page.cookies.removing(cookieName)] }

  @Sendable
  static func cookies(_ session: Session, _ page: Page) -> [String] {
    let mark = session.device.map {
      page.cookies.setting(deviceCookie, $0, seconds: deviceDays * 24 * 3600)
    }
    return [page.cookies.setting(cookieName, session.token, seconds: Int(hours) * 3600)]
      + [mark].compactMap { $0 }
  }

  /// Where a browser goes with it.
  @Sendable
  static func target(_ session: Session) -> Target {
    guard session.awaitsCode else { return session.next ?? IdentityPaths.account() }
    let code = IdentityPaths.code()
    return session.next.map { code.asking("til", $0.path) } ?? code
  }
}
