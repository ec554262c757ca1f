import HTTPClient
import Kernel
import OpenID
import TestKit
import Testing

@Suite struct IssuerTests {
  @Test func whatAnIssuerSaysIsRememberedForHalfADay() throws {
    let asker = try Asker()
    _ = try asker.described()
    _ = try asker.described(at: Asker.now.adding(seconds: 12 * 3600 - 1))
    #expect(asker.issuer.asked == ["/.well-known/openid-configuration"])

    _ = try asker.described(at: Asker.now.adding(seconds: 12 * 3600))
    #expect(asker.issuer.asked.count == 2)
  }

  @Test func aNameThatEndsWithASlashKeepsIt() throws {
    let asker = try Asker("http://127.0.0.1:7001/")
    #expect(try asker.described().name == "http://127.0.0.1:7001/")
    #expect(try asker.read([:]).issuer == "http://127.0.0.1:7001/")
  }

  @Test(arguments: [
    "{\"issuer\":\"http://127.0.0.1:7002\",\"jwks_uri\":\"http://127.0.0.1:7001/keys\"}",
    "{\"issuer\":\"http://127.0.0.1:7001/\",\"jwks_uri\":\"http://127.0.0.1:7001/keys\"}",
    "{\"issuer\":\"http://127.0.0.1:7001\"}",
    "{\"issuer\":\"http://127.0.0.1:7001\",\"jwks_uri\":\"https://169.254.169.254/keys\"}",
    "{\"issuer\":\"http://127.0.0.1:7001\",\"jwks_uri\":\"file:///etc/passwd\"}", "[]", "", "{",
  ])
  func anIssuerThatSaysItIsAnotherIsNotBelieved(_ description: String) throws {
    let asker = try Asker()
    asker.issuer.description = description
    #expect(throws: IssuerProblem.isNotWhoItShouldBe) { try asker.described() }
  }

  @Test func anAddressOfTheInternetNeverLeadsIntoOurOwnMachine() throws {
    let address = try #require(WebAddress("https://login.eksempel.no"))
    func read(_ keys: String) -> Issuer? {
      Issuer(
        json: Array("{\"issuer\":\"https://login.eksempel.no\",\"jwks_uri\":\"\(keys)\"}".utf8),
        at: address)
    }
    #expect(read("https://keys.eksempel.no/a") != nil)
    #expect(read("http://127.0.0.1/a") == nil)
    #expect(read("https://localhost/a") == nil)
    #expect(read("http://keys.eksempel.no/a") == nil)
  }

  @Test func newKeysAreFetchedWhenATokenNamesOneNobodyHasSeen() throws {
    let asker = try Asker()
    _ = try asker.read([:])
    asker.issuer.changeKey(to: try SigningKey(), named: "second")
    let later = Asker.now.adding(seconds: 1)

    #expect(try asker.read([:], at: later).subject == "kari")
    #expect(asker.issuer.asked.filter { $0 == "/keys" }.count == 2)
  }

  @Test func newKeysAreFetchedAlsoForATokenThatNamesNone() throws {
    let asker = try Asker()
    _ = try asker.read([:])
    let key = try SigningKey()
    asker.issuer.changeKey(to: key, named: "second")
    let token = try key.token("{\"alg\":\"RS256\"}", TestIssuer.object(asker.claims()))

    #expect(try asker.read(token).subject == "kari")
  }

  @Test func unknownKeysDoNotHaveUsAskMoreThanOnceAMinute() throws {
    let asker = try Asker()
    _ = try asker.read([:])
    let key = try SigningKey()
    for second in 0..<130 {
      let forged = try key.token(
        "{\"alg\":\"RS256\",\"kid\":\"k\(second)\"}", TestIssuer.object(asker.claims()))
      let now = Asker.now.adding(seconds: Int64(second))
      #expect(throws: TokenProblem.keyIsUnknown) { try asker.read(forged, at: now) }
    }
    #expect(asker.issuer.asked.filter { $0 == "/keys" }.count == 1 + 3)
  }

  @Test func aKeyThatIsTakenAwayIsForgottenWithinTheHour() throws {
    let asker = try Asker()
    let old = try #require(Asker.key)
    _ = try asker.read([:])
    asker.issuer.changeKey(to: try SigningKey(), named: "second")
    let later = Asker.now.adding(seconds: 3600)
    let claims = asker.claims(["iat": "\(later.seconds)", "exp": "\(later.seconds + 60)"])
    let token = try old.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", TestIssuer.object(claims))

    #expect(throws: TokenProblem.keyIsUnknown) { try asker.read(token, at: later) }
  }

  @Test(arguments: [
    HTTPClient.Failure.cannotBeReached, .tookTooLong, .saidTooMuch, .isInsideOurWalls,
  ])
  func whoDoesNotAnswerIsLeftAloneForFiveSeconds(_ failure: HTTPClient.Failure) throws {
    let asker = try Asker()
    asker.issuer.failure = failure
    for second in 0..<5 {
      #expect(throws: IssuerProblem.cannotBeReached) {
        try asker.described(at: Asker.now.adding(seconds: Int64(second)))
      }
    }
    #expect(asker.issuer.asked.count == 1)

    asker.issuer.failure = nil
    #expect(try asker.described(at: Asker.now.adding(seconds: 5)).name == asker.issuer.name)
  }
}
