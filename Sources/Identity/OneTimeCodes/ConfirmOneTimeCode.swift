import Database
import Kernel
import UseCases
import Web

/// Turns one-time codes on, once the app has shown that it has the secret.
package struct ConfirmOneTimeCode: UseCase, Readable {
  let code: String

  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) {
    code = input.opaque("code", max: 20, "The six figures that the app shows.")
  }

  /// - Throws: `OneTimeCodes.Refusal.thereAreNoCodes`; `.codesAreInUse`; `.codeIsWrong`;
  ///   `Throttle.Refusal.tooManyTries`.
  package func perform(in work: borrowing Work) throws -> OneTimeCodeSetup {
    let member = try Account.member(in: work)
    guard let codes = try OneTimeCodes.of(member.id, in: work) else {
      throw OneTimeCodes.Refusal.thereAreNoCodes
    }
    guard !codes.isConfirmed else { throw OneTimeCodes.Refusal.codesAreInUse }
    try codes.use(code, in: work)
    try work.run(
      "UPDATE identity_one_time_code SET confirmed_at = \(work.now) WHERE person_id = \(member.id)")
    try codes.keepRecoveryCodes(in: work)
    try work.record("one-time-code-turned-on", member.id)
    return OneTimeCodeSetup.inUse
  }

  static let routes = Route.changing(
    Self.self, api: "/account/one-time-code/confirmation",
    page: IdentityPaths.oneTimeCodeConfirmation, form: IdentityPaths.oneTimeCode,
    "Turn one-time codes on with a code from the app.",
    done: Text(
      nb: "Engangskode er på. Du blir spurt om den hver gang du logger inn.",
      nn: "Eingongskode er på. Du blir spurd om han kvar gong du loggar inn."))
}
