import Crypto
import HTTPClient
import Web

/// One attempt to sign in at an issuer.
///
/// Everything secret in it is made from one seed that only the browser holds, in its cookie: what
/// comes back must fit that browser, and there is nothing to steal in between.
package struct LoginQuestion: Sendable {
  private let seed: Secret

  /// The attempt of a browser that holds this seed.
  package init(seed: String) { self.seed = Secret(presented: seed) }

  /// What the issuer sends back unread, so that the answer finds the question.
  var state: String { seed.derived(for: "oidc-state") }
  /// What the issuer writes into the token, so that no other token will do.
  package var nonce: String { seed.derived(for: "oidc-nonce") }
  /// What shows the issuer that whoever has the code is whoever asked (RFC 7636).
  var verifier: String { seed.derived(for: "oidc-verifier") }

  /// Whether this is what the issuer was to send back.
  package func isAnswered(by state: String) -> Bool { Secret.equal(self.state, state) }

  /// Where the browser is sent; nil when the issuer does not let people sign in.
  package func address(
    at issuer: Issuer, client: String, scopes: String, level: String?, language: String,
    answerTo: String
  ) -> String? {
    guard let endpoint = issuer.authorizationEndpoint else { return nil }
    var fields = [
      ("response_type", "code"), ("client_id", client), ("redirect_uri", answerTo),
      ("scope", scopes), ("state", state), ("nonce", nonce),
      ("code_challenge", Base64URL.text(SHA256(verifier).bytes)),
      ("code_challenge_method", "S256"), ("ui_locales", language),
    ]
    if let level { fields.append(("acr_values", level)) }
    return endpoint.text + (endpoint.text.contains("?") ? "&" : "?") + formText(fields)
  }
}

extension Issuer {
  /// Where the browser is sent to end its session at the issuer too; nil when it has no such place.
  ///
  /// The token of the sign-in is not shown there, because it is not kept: it tells too much.
  package func farewell(client: String, backTo: String) -> String? {
    endSessionEndpoint.map {
      $0.text + ($0.text.contains("?") ? "&" : "?")
        + formText([("client_id", client), ("post_logout_redirect_uri", backTo)])
    }
  }
}

/// Fields as they stand in a form and in a query.
func formText(_ fields: [(String, String)]) -> String {
  fields.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
}
