import Crypto
import OpenID
import TestKit
import Testing

@Suite struct ForgedTokenTests {
  private let asker: Asker
  private let key: SigningKey

  init() throws {
    asker = try Asker()
    key = try #require(Asker.key)
  }

  private var claims: String { TestIssuer.object(asker.claims()) }

  private func problem(_ token: String) -> TokenProblem? {
    do {
      _ = try asker.read(token)
      return nil
    } catch {
      return error as? TokenProblem
    }
  }

  @Test func theGenuineOneIsBelieved() throws {
    #expect(problem(try key.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", claims)) == nil)
    #expect(
      problem(try key.token("{\"alg\":\"RS256\",\"kid\":\"first\",\"typ\":\"JWT\"}", claims)) == nil
    )
    // One that names no key, when there is only one it could be.
    #expect(problem(try key.token("{\"alg\":\"RS256\"}", claims)) == nil)
  }

  @Test(arguments: [
    "none", "None", "NONE", "", "HS256", "HS512", "RS1", "rs256", "PS256", "RS256 ",
  ])
  func noOtherWayOfSigningIsTaken(_ algorithm: String) throws {
    let header = "{\"alg\":\"\(algorithm)\",\"kid\":\"first\"}"
    #expect(problem(try key.token(header, claims)) == .isSignedInAnotherWay)
    let bare = "\(Base64URL.text(Array(header.utf8))).\(Base64URL.text(Array(claims.utf8)))."
    #expect(problem(bare) == .isSignedInAnotherWay)
  }

  @Test func aTokenWithoutASignatureIsRefused() throws {
    let genuine = try key.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", claims)
    let parts = genuine.split(separator: ".")
    #expect(problem("\(parts[0]).\(parts[1]).") == .signatureIsWrong)
    #expect(problem("\(parts[0]).\(parts[1])") == .isNotAToken)
    #expect(problem("\(genuine).\(parts[2])") == .isNotAToken)
  }

  @Test func anyChangedByteBreaksTheSignature() throws {
    let genuine = try key.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", claims)
    let parts = genuine.split(separator: ".").map(String.init)
    let others = TestIssuer.object(asker.claims(["sub": "\"ola\""]))
    #expect(
      problem("\(parts[0]).\(Base64URL.text(Array(others.utf8))).\(parts[2])") == .signatureIsWrong)
    var signature = try #require(Base64URL.bytes(parts[2]))
    for place in [0, 100, 255] {
      signature[place] ^= 1
      #expect(problem("\(parts[0]).\(parts[1]).\(Base64URL.text(signature))") == .signatureIsWrong)
      signature[place] ^= 1
    }
  }

  @Test func somebodyElsesKeyOpensNothing() throws {
    let mine = try SigningKey()
    let signed = try mine.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", claims)
    #expect(problem(signed) == .signatureIsWrong)
    let unknown = try mine.token("{\"alg\":\"RS256\",\"kid\":\"mine\"}", claims)
    #expect(problem(unknown) == .keyIsUnknown)
  }

  @Test func aKeyThatComesAlongWithTheTokenIsNotLookedAt() throws {
    let mine = try SigningKey()
    for extra in [
      "\"jwk\":{\(mine.members)}", "\"jku\":\"http://127.0.0.1:7009/keys\"",
      "\"x5u\":\"http://127.0.0.1:7009/x\"", "\"x5c\":[\"MIIB\"]",
    ] {
      let header = "{\"alg\":\"RS256\",\"kid\":\"first\",\(extra)}"
      #expect(problem(try mine.token(header, claims)) == .signatureIsWrong)
      #expect(problem(try key.token(header, claims)) == nil, "it harms nobody either")
    }
    #expect(
      asker.issuer.asked.allSatisfy { ["/.well-known/openid-configuration", "/keys"].contains($0) })
  }

  @Test(arguments: [
    "\"crit\":[\"exp\"]", "\"crit\":[]", "\"crit\":[\"b64\"],\"b64\":false",
    "\"typ\":\"logout+jwt\"",
    "\"typ\":1", "\"typ\":\"dpop+jwt\"",
  ])
  func whatMustBeUnderstoodAndIsNotIsRefused(_ extra: String) throws {
    let header = "{\"alg\":\"RS256\",\"kid\":\"first\",\(extra)}"
    #expect(problem(try key.token(header, claims)) == .isSignedInAnotherWay)
  }

  @Test func aNameThatStandsTwiceIsNoToken() throws {
    let doubled = claims.dropLast() + ",\"sub\":\"ola\"}"
    #expect(
      problem(try key.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", String(doubled)))
        == .isNotAToken)
    #expect(
      problem(try key.token("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"first\"}", claims))
        == .isNotAToken)
  }

  @Test func whatIsNoTokenIsRefused() throws {
    let genuine = try key.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", claims)
    let deep =
      "{\"a\":" + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "}"
    let tokens = [
      "", ".", "..", "...", "a.b.c", "é.é.é", genuine + "=", " " + genuine, genuine + "\n",
      genuine.replacing("_", with: "/").replacing("-", with: "+") + "+",
      String(repeating: "a", count: 20_000), String(repeating: ".", count: 20_000),
      try key.token("[]", claims), try key.token("{}", claims),
      try key.token("{\"alg\":1}", claims),
      try key.token("{\"alg\":\"RS256\"}", "[]"), try key.token("{\"alg\":\"RS256\"}", "\"a\""),
      try key.token("{\"alg\":\"RS256\"}", "{\"a\":\"\u{0}\"}"),
      try key.token("{\"alg\":\"RS256\"}", deep),
      try key.token(
        "{\"alg\":\"RS256\"}", "{\"a\":\"" + String(repeating: "a", count: 17_000) + "\"}"),
    ]
    for token in tokens { #expect(problem(token) != nil, "\(token.prefix(40))") }
  }
}
