import Crypto
import Database
import Kernel
import UseCases
import Web

/// The password of whoever is signed in, asked for again before they change what lets them in: a
/// session that somebody left open is no way to make it one's own (ASVS 7.5.1).
package enum OwnPassword {
  /// What tries at it are counted by.
  static func tries(of member: Member) -> Throttle.Key { .account("password:\(member.id)") }

  /// What is stored of it; nil for whoever has none.
  static func hash(of member: Member, in work: borrowing Work) throws -> String? {
    let hash: String?? = try work.value(
      "SELECT password_hash FROM identity_person WHERE id = \(member.id)")
    return hash ?? nil
  }

  /// Counts a try and says what it is judged by; nothing is asked of whoever has no password.
  ///
  /// - Throws: `InvalidInput` when it was left out; `Throttle.Refusal.tooManyTries`.
  static func ask(_ password: String?, in work: borrowing Work) throws -> Question? {
    let member = try Account.member(in: work)
    guard let hash = try hash(of: member, in: work) else { return nil }
    guard let password else {
      throw InvalidInput(problems: [FieldProblem("password", InputProblem.missing.text)])
    }
    try Throttle.count([tries(of: member)], in: work)
    return Question(password: password, hash: hash)
  }

  /// Judges it, with no transaction open.
  ///
  /// - Throws: `SignIn.Refusal.tooManySignInAtOnce`.
  static func find(_ question: Question?) throws -> Finding {
    guard let question else { return Finding(hash: nil, isRight: true) }
    guard let isRight = PasswordHash.verify(question.password, against: question.hash) else {
      throw SignIn.Refusal.tooManySignInAtOnce
    }
    return Finding(hash: question.hash, isRight: isRight)
  }

  /// Refuses what was not right, and what was changed in the meantime.
  ///
  /// - Throws: `ChangePassword.Refusal.currentPasswordIsWrong`.
  static func require(_ finding: Finding, in work: borrowing Work) throws {
    let member = try Account.member(in: work)
    guard finding.isRight, try hash(of: member, in: work) == finding.hash else {
      try work.record("own-password-refused", member.id)
      throw ChangePassword.Refusal.currentPasswordIsWrong
    }
    try Throttle.forget(tries(of: member), in: work)
  }

  /// What was typed, and what it is judged by.
  package struct Question: Sendable {
    let password: String
    let hash: String
  }

  /// Whether it was right.
  package struct Finding: Sendable {
    let hash: String?
    let isRight: Bool
  }
}
