import Crypto
import UseCases

/// Forms that anybody can send who is not signed in.
package enum PublicForms {
  /// Counts that a form is sent from where whoever asks is, before it is looked at.
  ///
  /// - Throws: a refusal with the time to wait, when it was sent too often from there.
  package static func count(_ form: String, in work: borrowing Work) throws {
    try Throttle.count([.form(form, from: work.caller)], in: work)
  }

  /// A secret with which whoever sent a form finds again what they sent.
  package static func newSecret() -> String { Secret().text }

  /// What is stored instead of a secret.
  package static func digest(of secret: String) -> String { Secret(presented: secret).digest }
}
