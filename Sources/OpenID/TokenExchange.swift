import Crypto
import HTTPClient
import Kernel
import Web

/// How we show an issuer that we are its client.
package enum ClientProof: Sendable {
  /// A secret, sent as RFC 6749 § 2.3.1 says every issuer must take it.
  case secret(String)
  /// A key whose public half the issuer has (RFC 7523), with its name there.
  case key(PrivateKey, name: String?)
}

/// A code exchanged for the tokens it stands for.
package struct TokenExchange: Sendable {
  let issuer: Issuer
  let client: String
  let proof: ClientProof
  let answerTo: String

  /// An exchange at an issuer, with the address the code was sent to.
  package init(issuer: Issuer, client: String, proof: ClientProof, answerTo: String) {
    self.issuer = issuer
    self.client = client
    self.proof = proof
    self.answerTo = answerTo
  }

  /// What an issuer gives for a code.
  package struct Tokens: Sendable {
    package let identity: String
    package let access: String?
  }

  /// Exchanges a code.
  ///
  /// - Throws: `IssuerProblem.cannotBeReached` when there is no answer; `ExchangeRefused` when the
  ///   answer is no.
  package func tokens(
    for code: String, of question: LoginQuestion, at now: Instant, asking issuers: IssuerDirectory
  ) throws -> Tokens {
    guard let endpoint = issuer.tokenEndpoint else { throw IssuerProblem.isNotWhoItShouldBe }
    var fields = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", answerTo),
      ("code_verifier", question.verifier),
    ]
    var headers: [String] = []
    switch proof {
    case .secret(let secret):
      let pair = "\(percentEncoded(client)):\(percentEncoded(secret))"
      headers.append("Authorization: Basic \(Base64URL.padded(Array(pair.utf8)))")
    case .key(let key, let name):
      fields += [
        ("client_id", client),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ("client_assertion", try assertion(key, name, at: now)),
      ]
    }
    let answer = try issuers.send(formText(fields), to: endpoint, headers: headers)
    return try Self.read(answer)
  }

  private static func read(_ answer: HTTPClient.Answer) throws -> Tokens {
    guard answer.status < 500 else { throw IssuerProblem.cannotBeReached }
    guard answer.status == 200, let found = Members(json: answer.body),
      found.text("token_type")?.lowercased() == "bearer", let identity = found.text("id_token")
    else { throw ExchangeRefused() }
    return Tokens(identity: identity, access: found.text("access_token"))
  }

  /// A token of our own that says who we are, for this issuer and this minute.
  private func assertion(_ key: PrivateKey, _ name: String?, at now: Instant) throws -> String {
    var header = JSONWriter()
    header.raw("{\"alg\":\"RS256\",\"typ\":\"JWT\"")
    if let name {
      header.raw(",\"kid\":")
      header.text(name)
    }
    header.raw("}")
    var claims = JSONWriter()
    claims.raw("{\"iss\":")
    claims.text(client)
    claims.raw(",\"sub\":")
    claims.text(client)
    claims.raw(",\"aud\":")
    claims.text(issuer.name)
    claims.raw(",\"jti\":")
    claims.text(Secret().text)
    claims.raw(",\"iat\":")
    claims.number(Int(now.seconds))
    claims.raw(",\"exp\":")
    claims.number(Int(now.seconds) + 60)
    claims.raw("}")
    let content = "\(Base64URL.text(header.utf8)).\(Base64URL.text(claims.utf8))"
    guard let signature = key.signature(of: Array(content.utf8)) else { throw ExchangeRefused() }
    return "\(content).\(Base64URL.text(signature))"
  }
}

/// The issuer did not take the code: it was used, it is too old, or it was never ours.
package struct ExchangeRefused: Error {
  /// The only way there is.
  init() {}
}
