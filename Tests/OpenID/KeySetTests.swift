import Crypto
import OpenID
import TestKit
import Testing

@Suite struct KeySetTests {
  /// The example of RFC 7515, appendix A.3.
  private static let point =
    "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
    + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\""

  @Test func theCurveOfTheStandardsOwnExampleIsRead() throws {
    let x = try #require(Base64URL.bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"))
    let y = try #require(Base64URL.bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))
    let content =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
      + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    let signature = try #require(
      Base64URL.bytes(
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"))
    let key = try #require(PublicKey(x: x, y: y))
    #expect(key.verifies(signature, of: Array(content.utf8)))
    #expect(!key.verifies(signature, of: Array(content.utf8.dropLast())))
    #expect(!key.verifies([UInt8](repeating: 0, count: 64), of: Array(content.utf8)))
    #expect(!key.verifies(Array(signature.dropLast()), of: Array(content.utf8)))
    #expect(PublicKey(x: y, y: x) == nil, "no point of the curve")
  }

  @Test func aTokenSignedOnTheCurveIsBelieved() throws {
    let asker = try Asker()
    let key = try SigningKey(.p256)
    asker.issuer.changeKey(to: key, named: "curve")
    let claims = TestIssuer.object(asker.claims())
    #expect(
      try asker.read(key.token("{\"alg\":\"ES256\",\"kid\":\"curve\"}", claims)).subject == "kari")
    #expect(throws: TokenProblem.keyIsUnknown) {
      try asker.read(key.token("{\"alg\":\"RS256\",\"kid\":\"curve\"}", claims))
    }
  }

  @Test func weakKeysAreNone() throws {
    let asker = try Asker()
    let key = try SigningKey(.rsa(bits: 1024))
    asker.issuer.changeKey(to: key, named: "first")
    #expect(throws: TokenProblem.keyIsUnknown) { try asker.read([:]) }
    let good = [UInt8](repeating: 0xff, count: 256)
    #expect(PublicKey(modulus: good, exponent: [1, 0, 1]) != nil)
    #expect(PublicKey(modulus: good, exponent: [3]) == nil)
    #expect(PublicKey(modulus: good, exponent: [1, 0, 0]) == nil)
    #expect(PublicKey(modulus: Array(good.dropLast()) + [0xfe], exponent: [1, 0, 1]) == nil)
    #expect(PublicKey(modulus: [0x7f] + good.dropFirst(), exponent: [1, 0, 1]) == nil)
    #expect(PublicKey(modulus: [UInt8](repeating: 0xff, count: 1025), exponent: [1, 0, 1]) == nil)
    #expect(PublicKey(modulus: [], exponent: []) == nil)
  }

  @Test(arguments: [
    "\"use\":\"enc\"", "\"alg\":\"ES256\"", "\"key_ops\":[\"sign\"]", "\"key_ops\":1",
    "\"d\":\"AQAB\"",
  ])
  func keysThatAreNotForThisArePassedOver(_ extra: String) throws {
    let key = try #require(Asker.key)
    let asker = try Asker()
    asker.issuer.keyList = "{\"keys\":[{\"kid\":\"first\",\(extra),\(key.members)}]}"
    #expect(throws: TokenProblem.keyIsUnknown) { try asker.read([:]) }
    asker.issuer.keyList = nil
  }

  @Test func aListMayHoldKeysWeDoNotKnow() throws {
    let key = try #require(Asker.key)
    let asker = try Asker()
    asker.issuer.keyList = """
      {"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA"},{"kty":"oct","k":"AA","kid":"first"},
      {\(Self.point),"kid":"first"},{"kid":"first",\(key.members)},7]}
      """
    #expect(try asker.read([:]).subject == "kari")
  }

  @Test(arguments: ["", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[],\"keys\":[]}"])
  func whatIsNoListOfKeysIsRefused(_ list: String) throws {
    let asker = try Asker()
    asker.issuer.keyList = list
    #expect(throws: IssuerProblem.isNotWhoItShouldBe) { try asker.read([:]) }
  }
}
