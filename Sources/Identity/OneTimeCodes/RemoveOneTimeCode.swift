import Database
import Kernel
import UseCases
import Web

/// Turns one-time codes off; it takes a code to do so.
package struct RemoveOneTimeCode: UseCase, Readable {
  let code: String

  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) {
    code = input.opaque("code", max: 40, "A code from the app, or a recovery code.")
  }

  /// - Throws: `OneTimeCodes.Refusal.thereAreNoCodes`; `.codeIsWrong`;
  ///   `Throttle.Refusal.tooManyTries`.
  package func perform(in work: borrowing Work) throws -> OneTimeCodeSetup {
    let member = try Account.member(in: work)
    guard let codes = try OneTimeCodes.of(member.id, in: work), codes.isConfirmed else {
      throw OneTimeCodes.Refusal.thereAreNoCodes
    }
    try codes.use(code, in: work)
    try OneTimeCodes.remove(of: member.id, in: work)
    try work.record("one-time-code-turned-off", member.id)
    return OneTimeCodeSetup.none
  }

  static let routes = Route.changing(
    Self.self, api: "/account/one-time-code/removal", page: IdentityPaths.oneTimeCodeRemoval,
    form: IdentityPaths.oneTimeCode, "Turn one-time codes off.",
    done: Text(nb: "Engangskode er av.", nn: "Eingongskode er av."))
}
