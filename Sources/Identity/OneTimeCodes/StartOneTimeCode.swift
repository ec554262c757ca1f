import Kernel
import UseCases
import Web

/// Makes a secret for the app on a person's phone, and recovery codes; neither counts before it is
/// confirmed.
///
/// They are read at the same address and not given here, because answers to changes are kept for a
/// day.
package struct StartOneTimeCode: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let isOpenBeforeCodes = true

  package init(_ input: inout Input) {}

  /// - Throws: `OneTimeCodes.Refusal.codesAreNotSetUpHere`; `.codesAreInUse`.
  package func perform(in work: borrowing Work) throws -> OneTimeCodeSetup {
    let member = try Account.member(in: work)
    try OneTimeCodes.begin(for: member.id, in: work)
    try work.record("one-time-code-started", member.id)
    return .started
  }

  static let routes = Route.changing(
    Self.self, api: "/account/one-time-code", page: IdentityPaths.oneTimeCode,
    form: IdentityPaths.oneTimeCode,
    "Start to use one-time codes; read the secret for the app at the same address.")
}
