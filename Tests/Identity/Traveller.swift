import Crypto
import Kernel
import OpenID
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

/// A browser that is sent to an issuer and comes back.
final class Traveller {
  static let key: SigningKey? = try? SigningKey()
  static let secret = "kundens-hemmelighet"
  let kommune: Kommune
  let issuer: TestIssuer
  /// What the issuer was asked, by name.
  private(set) var asked: [String: String] = [:]
  private(set) var attempt = ""

  /// A kommune with one login, of an issuer with these claims in its tokens.
  init(_ kommune: Kommune, issuer name: String = "http://127.0.0.1:7001") throws {
    self.kommune = kommune
    issuer = TestIssuer(name, key: try #require(Self.key))
  }

  static func added(
    to kommune: Kommune, _ values: [String: Value] = [:], secret: String = secret
  ) throws -> LoginRecord {
    let usual: [String: Value] = [
      "profile": "oidc", "client-id": "samrad", "issuer": "http://127.0.0.1:7001", "test": true,
      "label": "Prøveporten",
    ]
    var input = Input(usual.merging(values) { $1 })
    let key = try #require(Kommune.settings.key)
    let action = AddLogin(&input, secret: Array(secret.utf8), key: key)
    try input.finish()
    return try kommune.run(action)
  }

  /// Goes to the issuer.
  @discardableResult
  func leave<Action: UseCase & Readable>(
    _ action: Action.Type = StartLogin.self, as actor: Actor = .visitor,
    _ values: [String: Value] = [:]
  ) throws -> Departure where Action.Outcome == Departure {
    kommune.caller = Caller(address: "192.0.2.1", home: "http://127.0.0.1:8080/k")
    let departure = try IssuerDirectory.$shared.withValue(issuer.directory) {
      try kommune.run(action, as: actor, ["login": "oidc"].merging(values) { $1 })
    }
    let query = try #require(departure.address.split(separator: "?").last)
    for field in query.split(separator: "&") {
      let halves = field.split(separator: "=").compactMap { percentDecoded($0) }
      asked[halves[0]] = halves[1]
    }
    attempt = departure.attempt
    return departure
  }

  /// Comes back with an answer of the issuer, in which some things may be said otherwise.
  func comeBack(
    as actor: Actor = .visitor, claims changes: [String: String?] = [:],
    _ values: [String: Value] = [:], attempt: String? = nil
  ) throws -> Session {
    let claims = self.claims(changes)
    let challenge = asked["code_challenge"]
    issuer.tokens = { [issuer] form in
      let proof = Base64URL.text(SHA256(form["code_verifier"] ?? "").bytes)
      guard form["code"] == "a-code", proof == challenge else { return nil }
      return try issuer.token(claims)
    }
    kommune.caller = Caller(
      address: "192.0.2.1", attempt: attempt ?? self.attempt, home: "http://127.0.0.1:8080/k")
    let usual: [String: Value] = [
      "login": "oidc", "state": .text(asked["state"] ?? ""), "code": "a-code",
    ]
    return try IssuerDirectory.$shared.withValue(issuer.directory) {
      try kommune.run(FinishLogin.self, as: actor, usual.merging(values) { $1 })
    }
  }

  private func claims(_ changes: [String: String?]) -> [String: String] {
    let now = kommune.now.seconds
    var claims = [
      "iss": "\"\(issuer.name)\"", "aud": "\"samrad\"", "sub": "\"kari-hos-dem\"",
      "nonce": "\"\(asked["nonce"] ?? "")\"", "iat": "\(now)", "exp": "\(now + 120)",
      "sid": "\"okt-1\"", "pid": "\"02013299997\"",
    ]
    for (name, value) in changes { claims[name] = value }
    return claims
  }
}
