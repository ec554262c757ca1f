import Crypto
import Identity
import Web

/// What a browser's forms are made with, so that no other site can send one: the session, or for
/// visitors a secret of their own that a page with a form gives them.
struct FormSecret {
  static let cookie = "samrad-skjema"

  /// A secret to give the visitor; nil when there is one already.
  let new: String?
  private let secret: Secret

  init(_ request: Request, _ credential: Authentication.Credential, _ cookies: Cookies) {
    if case .cookie(let session) = credential {
      secret = Secret(presented: session)
      new = nil
    } else if let mine = cookies.value(Self.cookie, in: request) {
      secret = Secret(presented: mine)
      new = nil
    } else {
      secret = Secret()
      new = secret.text
    }
  }

  /// What the forms of this browser carry.
  var token: String { secret.derived(for: "form") }

  func accepts(_ token: String) -> Bool { new == nil && Secret.equal(token, self.token) }
}
