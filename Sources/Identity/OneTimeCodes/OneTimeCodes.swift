import Crypto
import Database
import Kernel
import UseCases

/// The one-time codes of one person: a seed shared with an app, and ten recovery codes for the day
/// the phone is gone.
///
/// The seed is sealed with the instance's key. The recovery codes are made from it, so that they need
/// not be kept to be shown; what is kept of them is their digest.
struct OneTimeCodes {
  let person: ID<Person>
  let seed: [UInt8]
  let isConfirmed: Bool

  /// A person's codes, or nil when they have none.
  ///
  /// - Throws: `Refusal.codesAreNotSetUpHere` without the key that sealed them.
  static func of(_ person: ID<Person>, in work: borrowing Work) throws -> OneTimeCodes? {
    let row = try work.row(
      "SELECT sealed_seed, confirmed_at FROM identity_one_time_code WHERE person_id = \(person)",
      as: { (sealed: String, confirmedAt: Instant?) in (sealed, confirmedAt) })
    guard let row else { return nil }
    guard let seed = try key(work).open(row.0, label(person, in: work)) else {
      throw Refusal.codesAreNotSetUpHere
    }
    return OneTimeCodes(person: person, seed: seed, isConfirmed: row.1 != nil)
  }

  /// New codes instead of those that were never confirmed.
  ///
  /// - Throws: `Refusal.codesAreNotSetUpHere`; `Refusal.codesAreInUse`.
  static func begin(for person: ID<Person>, in work: borrowing Work) throws {
    let sealed = try key(work).seal(TimeCode.newSeed(), label(person, in: work))
    try work.run(
      "DELETE FROM identity_one_time_code WHERE person_id = \(person) AND confirmed_at IS NULL")
    let added = try work.run(
      """
      INSERT INTO identity_one_time_code (person_id, sealed_seed, last_step)
      VALUES (\(person), \(sealed), 0) ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { throw Refusal.codesAreInUse }
  }

  /// Takes them away, with what is left of the recovery codes.
  static func remove(of person: ID<Person>, in work: borrowing Work) throws {
    try work.run("DELETE FROM identity_recovery_code WHERE person_id = \(person)")
    try work.run("DELETE FROM identity_one_time_code WHERE person_id = \(person)")
  }

  /// Uses a code of the app up, or a recovery code; neither works twice.
  ///
  /// - Throws: `Throttle.Refusal.tooManyTries`; `Refusal.codeIsWrong`, which stays in the event log.
  func use(_ text: String, in work: borrowing Work) throws {
    let tries = Throttle.Key.account("code:\(person)")
    try Throttle.count([tries], in: work)
    guard try useUp(Self.plain(text), in: work) else {
      try work.record("one-time-code-refused", person)
      throw Refusal.codeIsWrong
    }
    try Throttle.forget(tries, in: work)
  }

  private func useUp(_ text: String, in work: borrowing Work) throws -> Bool {
    if let step = TimeCode.step(of: text, seed, at: work.now.seconds) {
      let isNew = try work.run(
        """
        UPDATE identity_one_time_code SET last_step = \(Int(step))
        WHERE person_id = \(person) AND last_step < \(Int(step))
        """)
      return isNew == 1
    }
    let used = try work.run(
      """
      DELETE FROM identity_recovery_code
      WHERE person_id = \(person) AND code_hash = \(SHA256(text).hex)
      """)
    if used == 1 { try work.record("recovery-code-used", person) }
    return used == 1
  }

  /// As they are written down, in six groups of four: `ABCD-EFGH-…`.
  ///
  /// They have 120 bits, so that a fast hash of them is enough to keep (ASVS 6.5.2).
  var recoveryCodes: [String] {
    (1...10).map { number in
      let letters = Base32.text(
        MessageCode.sha256(Array("recovery:\(number)".utf8), key: seed).prefix(15))
      return stride(from: 0, to: 24, by: 4).map { letters.dropFirst($0).prefix(4) }
        .joined(separator: "-")
    }
  }

  /// Keeps the digests of the recovery codes.
  func keepRecoveryCodes(in work: borrowing Work) throws {
    for code in recoveryCodes {
      try work.run(
        """
        INSERT INTO identity_recovery_code (person_id, code_hash)
        VALUES (\(person), \(SHA256(Self.plain(code)).hex))
        """)
    }
  }

  /// Without what people put between letters, in capitals.
  private static func plain(_ text: String) -> String {
    text.filter { $0.isLetter || $0.isNumber }.uppercased()
  }

  private static func key(_ work: borrowing Work) throws -> InstanceKey {
    guard let key = work.instance.key else { throw Refusal.codesAreNotSetUpHere }
    return key
  }

  private static func label(
    _ person: ID<Person>, in work: borrowing Work
  ) throws -> InstanceKey.Label {
    InstanceKey.Label("one-time-code", kommune: try work.tenant.id.number, record: "\(person)")
  }

  /// Why it is refused; a wrong code stays in the event log.
  enum Refusal: Kernel.Refusal, KeepsItsTrace {
    case codesAreNotSetUpHere
    case codesAreInUse
    case codeIsWrong
    case thereAreNoCodes

    var kind: RefusalKind {
      switch self {
      case .codesAreNotSetUpHere: .unavailable
      case .codesAreInUse, .thereAreNoCodes: .conflict
      case .codeIsWrong: .invalid
      }
    }

    var text: Text {
      switch self {
      case .codesAreNotSetUpHere:
        Text(
          nb: "Engangskoder er ikke satt opp her. Si fra til kommunen.",
          nn: "Eingongskodar er ikkje sette opp her. Sei frå til kommunen.",
          en: "One-time codes are not set up here: the host must set --secret-file.")
      case .codesAreInUse:
        Text(
          nb: "Du bruker engangskode allerede. Slå den av før du setter opp en ny.",
          nn: "Du bruker eingongskode alt. Slå han av før du set opp ein ny.",
          en: "You use one-time codes already. Turn them off before you set up new ones.")
      case .codeIsWrong:
        Text(
          nb: "Koden er feil eller brukt. Vent til appen viser en ny, og prøv igjen.",
          nn: "Koden er feil eller brukt. Vent til appen viser ein ny, og prøv igjen.",
          en: "The code is wrong or used. Wait for the app to show a new one, then try again.")
      case .thereAreNoCodes:
        Text(
          nb: "Du har ikke satt opp engangskode. Begynn på nytt.",
          nn: "Du har ikkje sett opp eingongskode. Byrj på nytt.",
          en: "You have no one-time codes. Start anew.")
      }
    }
  }
}
