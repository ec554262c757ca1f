import Database
import Kernel
import UseCases
import Web

/// Turns one-time codes on, once the app has shown that it has the secret, and whoever has a password
/// that they know it.
package struct ConfirmOneTimeCode: SlowUseCase, Readable {
  let code: String
  let password: String?

  /// How far they have come.
  package typealias Outcome = OneTimeCodeSetup
  package static let permission = Permission.readOwnAccount
  package static let isOpenBeforeCodes = true

  package init(_ input: inout Input) {
    code = input.opaque("code", max: 20, "The six figures that the app shows.")
    password = input.optionalOpaque(
      "password", max: NewPassword.longest, "The password, for whoever has one.")
  }

  /// - Throws: `InvalidInput` without the password; `Throttle.Refusal.tooManyTries`.
  package func ask(in work: borrowing Work) throws -> OwnPassword.Question? {
    try OwnPassword.ask(password, in: work)
  }

  /// - Throws: `SignIn.Refusal.tooManySignInAtOnce`.
  package func find(_ question: OwnPassword.Question?) throws -> OwnPassword.Finding {
    try OwnPassword.find(question)
  }

  /// - Throws: `ChangePassword.Refusal.currentPasswordIsWrong`;
  ///   `OneTimeCodes.Refusal.thereAreNoCodes`; `.codesAreInUse`; `.codeIsWrong`;
  ///   `Throttle.Refusal.tooManyTries`.
  package func perform(
    with finding: OwnPassword.Finding, in work: borrowing Work
  ) throws -> OneTimeCodeSetup {
    let member = try Account.member(in: work)
    guard let codes = try OneTimeCodes.of(member.id, in: work) else {
      throw OneTimeCodes.Refusal.thereAreNoCodes
    }
    guard !codes.isConfirmed else { throw OneTimeCodes.Refusal.codesAreInUse }
    try OwnPassword.require(finding, in: work)
    try codes.use(code, in: work)
    try work.run(
      "UPDATE identity_one_time_code SET confirmed_at = \(work.now) WHERE person_id = \(member.id)")
    try codes.keepRecoveryCodes(in: work)
    try work.record("one-time-code-turned-on", member.id)
    return .inUse
  }

  static let routes = Route.changing(
    Self.self, api: "/account/one-time-code/confirmation",
    page: IdentityPaths.oneTimeCodeConfirmation, form: IdentityPaths.oneTimeCode,
    "Turn one-time codes on with a code from the app, and the password if one has one.",
    done: Text(
      nb: "Engangskode er på. Du blir spurt om den hver gang du logger inn.",
      nn: "Eingongskode er på. Du blir spurd om han kvar gong du loggar inn."))
}
