import Crypto
import Kernel
import UseCases
import Web

/// How far a person has come with one-time codes.
package struct OneTimeCodeSetup: JSONRecord {
  let state: State
  let secret: String?
  let link: String?
  let recoveryCodes: [String]
  /// Whether the password must be sent along to turn them on.
  var asksForPassword = false
  /// Whether the kommune demands codes of this person.
  var isDemanded = false

  /// Whether one-time codes are asked for.
  package enum State: String, Sendable, JSONValue, CaseIterable {
    case none
    case started
    case inUse = "in_use"
  }

  package static let shape = Shape<OneTimeCodeSetup>(
    "OneTimeCodeSetup",
    [
      Field("state", "Whether one-time codes are asked for.") { $0.state },
      Field("secret", "The secret for the app, in base32; until it is confirmed.") { $0.secret },
      Field("link", "The same as a link that apps open; until it is confirmed.") { $0.link },
      Field("recoveryCodes", "Codes to write down, each for one use; until it is confirmed.") {
        $0.recoveryCodes
      },
      Field("asksForPassword", "Whether the password must be sent along to confirm.") {
        $0.asksForPassword
      },
      Field("isDemanded", "Whether the kommune demands one-time codes of this person.") {
        $0.isDemanded
      },
    ])

  static let none = OneTimeCodeSetup(state: .none, secret: nil, link: nil, recoveryCodes: [])
  static let started = OneTimeCodeSetup(
    state: .started, secret: nil, link: nil, recoveryCodes: [])
  static let inUse = OneTimeCodeSetup(state: .inUse, secret: nil, link: nil, recoveryCodes: [])

  private init(state: State, secret: String?, link: String?, recoveryCodes: [String]) {
    self.state = state
    self.secret = secret
    self.link = link
    self.recoveryCodes = recoveryCodes
  }

  /// What the app must be told, as long as it has not shown that it knows.
  init(_ codes: OneTimeCodes, _ member: Member, in work: borrowing Work) throws {
    let secret = Base32.text(codes.seed)
    let issuer = percentEncoded("Samråd \(try work.tenant.name)")
    let label = "\(issuer):\(percentEncoded(member.name))"
    self.init(
      state: .started, secret: secret,
      link: "otpauth://totp/\(label)?secret=\(secret)&issuer=\(issuer)",
      recoveryCodes: codes.recoveryCodes)
  }
}
