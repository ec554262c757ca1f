import Crypto
import OpenID
import TestKit
import Testing

@Suite struct IdentityTokenTests {
  @Test func aGoodTokenGivesTheIssuerAndItsNameForThePerson() throws {
    let asker = try Asker()

    let found = try asker.read(["sid": "\"s1\"", "pid": "\"02013299997\"", "email": "\"k@e.no\""])

    #expect(found.issuer == asker.issuer.name)
    #expect(found.subject == "kari")
    #expect(found.session == "s1")
    #expect(!"\(found)".contains("02013299997"))
  }

  @Test(arguments: [
    "\"http://127.0.0.1:7001/\"", "\"HTTP://127.0.0.1:7001\"", "\"http://127.0.0.1:7002\"",
    "[\"http://127.0.0.1:7001\"]", "null", "\"\"", nil,
  ])
  func anIssuerOfAnyOtherNameIsRefused(_ name: String?) throws {
    let asker = try Asker()
    #expect(throws: TokenProblem.isFromAnotherIssuer) { try asker.read(["iss": name]) }
  }

  @Test(arguments: [
    "\"another\"", "\"samrad \"", "\"Samrad\"", "[]", "[\"another\"]", "[\"samrad\",\"another\"]",
    "[\"samrad\",1]", "null", "1", nil,
  ])
  func aTokenForAnybodyElseIsRefused(_ audience: String?) throws {
    let asker = try Asker()
    #expect(throws: TokenProblem.isForSomebodyElse) { try asker.read(["aud": audience]) }
  }

  @Test func theAudienceMayBeAListAndTheAuthorisedPartyMustBeUs() throws {
    let asker = try Asker()
    #expect(try asker.read(["aud": "[\"samrad\"]", "azp": "\"samrad\""]).subject == "kari")
    #expect(throws: TokenProblem.isForSomebodyElse) { try asker.read(["azp": "\"another\""]) }
    #expect(throws: TokenProblem.isForSomebodyElse) { try asker.read(["azp": "null"]) }
  }

  @Test func aTokenHoldsFromThirtySecondsBeforeToThirtySecondsAfter() throws {
    let asker = try Asker()
    func holds(_ seconds: Int64) -> Bool {
      (try? asker.read([:], at: Asker.now.adding(seconds: seconds))) != nil
    }
    #expect(holds(-30))
    #expect(!holds(-31))
    #expect(holds(149))
    #expect(!holds(150))
  }

  @Test(
    arguments: [
      ["exp": nil], ["iat": nil], ["exp": "\"1900000000\""], ["iat": "null"],
      ["exp": "1900000000.5"],
      ["exp": "-1"], ["nbf": "9999999999"], ["nbf": "\"0\""], ["iat": "0"],
      ["exp": "9223372036854775807", "iat": "-9223372036854775808"],
    ] as [[String: String?]])
  func oddTimesAreRefused(_ times: [String: String?]) throws {
    let asker = try Asker()
    #expect(throws: TokenProblem.self) { try asker.read(times) }
  }

  @Test func anOldTokenIsRefusedHoweverLongItSaysItHolds() throws {
    let asker = try Asker()
    let longAgo = Asker.now.adding(seconds: -331).seconds
    let year = Asker.now.adding(days: 365).seconds
    #expect(throws: TokenProblem.isNotOfThisMoment) {
      try asker.read(["iat": "\(longAgo)", "exp": "\(year)"])
    }
  }

  @Test(arguments: ["\"abd\"", "\"\"", "null", "[\"abc\"]", nil])
  func theAnswerToAnotherQuestionIsRefused(_ nonce: String?) throws {
    let asker = try Asker()
    #expect(throws: TokenProblem.answersAnotherQuestion) { try asker.read(["nonce": nonce]) }
  }

  @Test func aTokenThatNamesItsAccessTokenComesWithThatOne() throws {
    let asker = try Asker()
    let hash = Base64URL.text(Array(SHA256("access").bytes.prefix(16)))
    let token = try asker.issuer.token(asker.claims(["at_hash": "\"\(hash)\""]))
    #expect(try asker.read(token, beside: "access").subject == "kari")
    #expect(throws: TokenProblem.answersAnotherQuestion) {
      try asker.read(token, beside: "another")
    }
    #expect(throws: TokenProblem.answersAnotherQuestion) { try asker.read(token, beside: nil) }
  }

  @Test func theLevelMustBeOneThatWillDo() throws {
    var asker = try Asker()
    asker.levels = ["substantial", "high"]
    #expect(try asker.read(["acr": "\"high\""]).subject == "kari")
    for level in ["\"low\"", "\"\"", "[\"high\"]", "\"HIGH\"", nil] {
      #expect(throws: TokenProblem.levelIsTooLow) { try asker.read(["acr": level]) }
    }
  }

  @Test(
    arguments: [
      ["sub": nil], ["sub": "\"\""], ["sub": "1"], ["sub": "\"kari normann\""], ["sub": "\"kåre\""],
      ["sub": "\"02013299997\"", "pid": "\"02013299997\""], ["sid": "\"\""],
    ] as [[String: String?]])
  func whoCannotBeNamedIsNobody(_ names: [String: String?]) throws {
    let asker = try Asker()
    #expect(throws: TokenProblem.namesNobody) { try asker.read(names) }
  }
}
