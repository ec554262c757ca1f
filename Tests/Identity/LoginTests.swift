import Crypto
import HTTPClient
import Kernel
import OpenID
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct LoginTests {
  /// A kommune with a login, and Kari with an invitation she has not used.
  private static func invited(on engine: Engine) throws -> (Traveller, token: Value) {
    let kommune = try Kommune(on: engine)
    _ = try Traveller.added(to: kommune)
    let invitation = try kommune.run(
      AddPerson.self, ["name": "Kari Nordmann", "email": "kari@eksempel.no"])
    return (try Traveller(kommune), .text(invitation.secret))
  }

  /// The same, after she has accepted it with her login.
  private static func linked(on engine: Engine) throws -> (Traveller, Session) {
    let (traveller, token) = try invited(on: engine)
    try traveller.leave(AcceptInvitationWithLogin.self, ["token": token])
    return (traveller, try traveller.comeBack())
  }

  @Test(arguments: Engine.available)
  func anInvitedPersonUsesALoginInsteadOfAPassword(_ engine: Engine) throws {
    let (traveller, session) = try Self.linked(on: engine)
    let kommune = traveller.kommune
    #expect(try kommune.actor(.bearer(session.token)).member?.name == "Kari Nordmann")

    try traveller.leave()
    let again = try traveller.comeBack()

    #expect(try kommune.actor(.bearer(again.token)).member?.name == "Kari Nordmann")
    #expect(try kommune.events("login-linked") == 1)
    #expect(try kommune.verdict() != .brokenAt(1))
  }

  @Test(
    "An invitation answered with a login ends another that was made at the same moment",
    arguments: Engine.available)
  func aLoginEndsTheOtherLink(_ engine: Engine) throws {
    let (traveller, token) = try Self.invited(on: engine)
    try traveller.kommune.sql(
      """
      INSERT INTO identity_invitation (token_hash, person_id, expires_at)
      SELECT 'another', person_id, expires_at FROM identity_invitation
      """)
    try traveller.leave(AcceptInvitationWithLogin.self, ["token": token])
    _ = try traveller.comeBack()
    let open: Int? = try traveller.kommune.value(
      "SELECT count(*) FROM identity_invitation WHERE used_at IS NULL")
    #expect(open == 0)
  }

  @Test(
    "Nobody is sent to an issuer but by a form of their own browser", arguments: Engine.available)
  func aLinkSendsNobodyToAnIssuer(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    _ = try Traveller.added(to: kommune)
    let traveller = try Traveller(kommune)
    let client = TestClient(kommune)
    let mine = Secret(prefix: "sks_")
    client.token = mine.text
    let token = mine.derived(for: "form")
    func isSent(_ answer: Response) -> Bool {
      answer.headers.fields.contains { $0.value.contains("samrad-utsendt") }
        || answer.text.contains(traveller.issuer.name)
    }

    let link = client.page("/logg-inn/oidc")
    #expect(link.status == 303)
    #expect(link.headers["Location"] == "/\(kommune.tenant.slug)/logg-inn")
    #expect(!isSent(link))
    let foreign = client.submit("/logg-inn/oidc", "_token=\(Secret().derived(for: "form"))")
    #expect(foreign.status == 403)
    #expect(!isSent(foreign))

    let page = client.page("/logg-inn").text
    #expect(page.contains("action=\"/\(kommune.tenant.slug)/logg-inn/oidc\""))
    let sent = IssuerDirectory.$shared.withValue(traveller.issuer.directory) {
      client.submit("/logg-inn/oidc", "_token=\(token)&til=%2Fmin-side")
    }
    #expect(sent.status == 200)
    #expect(sent.headers["Refresh"]?.hasPrefix("0; url=\(traveller.issuer.name)/") == true)
    #expect(isSent(sent))
  }

  @Test(arguments: Engine.available)
  func theQuestionHasAllThatMustBeAsked(_ engine: Engine) throws {
    let (traveller, _) = try Self.invited(on: engine)
    try traveller.leave()
    #expect(traveller.asked["response_type"] == "code")
    #expect(traveller.asked["code_challenge_method"] == "S256")
    #expect(traveller.asked["code_challenge"]?.count == 43)
    #expect(traveller.asked["scope"] == "openid")
    #expect(traveller.asked["client_id"] == "samrad")
    #expect(traveller.asked["redirect_uri"] == "http://127.0.0.1:8080/k/logg-inn/oidc/svar")
    let first = traveller.asked
    try traveller.leave()
    for name in ["state", "nonce", "code_challenge"] {
      #expect(traveller.asked[name]?.isEmpty == false)
      #expect(traveller.asked[name] != first[name])
    }
  }

  @Test(arguments: Engine.available)
  func whoeverNobodyKnowsIsToldHowToBeKnown(_ engine: Engine) throws {
    let (traveller, _) = try Self.invited(on: engine)
    try traveller.leave()
    #expect(throws: LoginRefusal.nobodyHasThisLogin) {
      try traveller.comeBack(claims: ["email": "\"kari@eksempel.no\"", "email_verified": "true"])
    }
  }

  @Test(arguments: Engine.available)
  func anAnswerWorksOnce(_ engine: Engine) throws {
    let (traveller, _) = try Self.linked(on: engine)
    try traveller.leave()
    _ = try traveller.comeBack()
    #expect(throws: LoginRefusal.answerFitsNoQuestion) { try traveller.comeBack() }
  }

  @Test(arguments: Engine.available)
  func anAnswerWorksOnlyInTheBrowserThatAsked(_ engine: Engine) throws {
    let (traveller, _) = try Self.linked(on: engine)
    try traveller.leave()
    let mine = traveller.attempt
    for other in ["", "sealed1.AAAA", String(mine.dropLast()), mine + "A"] {
      #expect(throws: LoginRefusal.answerFitsNoQuestion) { try traveller.comeBack(attempt: other) }
    }
    #expect(throws: LoginRefusal.answerFitsNoQuestion) { try traveller.comeBack(["state": "x"]) }
    try traveller.leave()
    #expect(throws: LoginRefusal.answerFitsNoQuestion) { try traveller.comeBack(attempt: mine) }
  }

  @Test(arguments: Engine.available)
  func anAnswerThatTakesTenMinutesIsTooLate(_ engine: Engine) throws {
    let (traveller, _) = try Self.linked(on: engine)
    try traveller.leave()
    traveller.kommune.now = traveller.kommune.now.adding(seconds: 600)
    #expect(throws: LoginRefusal.answerCameTooLate) { try traveller.comeBack() }
  }

  @Test(arguments: Engine.available)
  func anAttemptOfOneKommuneIsNothingInAnother(_ engine: Engine) throws {
    let (traveller, _) = try Self.linked(on: engine)
    try traveller.leave()
    let other = try Kommune(on: engine)
    try other.sql("UPDATE events_head SET number = number")
    _ = try Traveller.added(to: other)
    let thief = try Traveller(other)
    try thief.leave()
    guard other.tenant.id != traveller.kommune.tenant.id else { return }
    #expect(throws: LoginRefusal.answerFitsNoQuestion) {
      try thief.comeBack(
        ["state": .text(traveller.asked["state"] ?? "")], attempt: traveller.attempt)
    }
  }

  @Test(
    arguments: Engine.available,
    [
      ["nonce": "\"another\""], ["aud": "\"another\""], ["iss": "\"http://127.0.0.1:7001/\""],
      ["exp": "1"], ["sub": nil], ["sub": "\"02013299997\""],
    ] as [[String: String?]])
  func aTokenThatDoesNotFitLetsNobodyIn(_ engine: Engine, _ claims: [String: String?]) throws {
    let (traveller, _) = try Self.linked(on: engine)
    try traveller.leave()
    let before = try traveller.kommune.fingerprint()
    let error = #expect(throws: LoginRefusal.self) { try traveller.comeBack(claims: claims) }
    #expect(error?.kind == .forbidden)
    #expect(try traveller.kommune.fingerprint() == before)
  }

  @Test(arguments: Engine.available)
  func aCodeTheIssuerRefusesLetsNobodyIn(_ engine: Engine) throws {
    let (traveller, _) = try Self.linked(on: engine)
    try traveller.leave()
    #expect(throws: LoginRefusal.answerIsNotBelieved("codeIsRefused")) {
      try traveller.comeBack(["code": "another"])
    }
    #expect(throws: LoginRefusal.loginWasCalledOff) {
      try traveller.comeBack(["code": "", "error": "access_denied"])
    }
    #expect(throws: LoginRefusal.answerIsNotBelieved("isFromAnotherIssuer")) {
      try traveller.comeBack(["iss": "https://annen.eksempel.no"])
    }
  }

  @Test(arguments: Engine.available)
  func theLevelThatWasAskedForIsHeldTo(_ engine: Engine) throws {
    let (traveller, _) = try Self.linked(on: engine)
    let level = "idporten-loa-substantial"
    _ = try Traveller.added(to: traveller.kommune, ["profile": "idporten", "name": "oidc"])
    try traveller.leave()
    #expect(traveller.asked["acr_values"] == level)
    for low in ["\"idporten-loa-low\"", "\"\"", nil] {
      #expect(throws: LoginRefusal.levelIsTooLow) { try traveller.comeBack(claims: ["acr": low]) }
    }
    _ = try traveller.comeBack(claims: ["acr": "\"idporten-loa-high\""])
  }

  @Test(arguments: Engine.available)
  func whoeverIsDisabledStaysOut(_ engine: Engine) throws {
    let (traveller, session) = try Self.linked(on: engine)
    try traveller.kommune.run(DisablePerson.self, ["email": "kari@eksempel.no"])
    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try traveller.kommune.actor(.bearer(session.token))
    }
    try traveller.leave()
    #expect(throws: LoginRefusal.nobodyHasThisLogin) { try traveller.comeBack() }
  }

  @Test(arguments: Engine.available)
  func anIssuerThatDoesNotAnswerIsNoFaultOfOurs(_ engine: Engine) throws {
    let (traveller, _) = try Self.linked(on: engine)
    for failure in [HTTPClient.Failure.cannotBeReached, .tookTooLong, .isInsideOurWalls] {
      let silent = try Traveller(traveller.kommune)
      silent.issuer.failure = failure
      let error = #expect(throws: LoginRefusal.issuerDoesNotAnswer) { try silent.leave() }
      #expect(error?.kind == .unavailable)
    }
    let liar = try Traveller(traveller.kommune)
    liar.issuer.description = "{\"issuer\":\"http://127.0.0.1:7002\"}"
    #expect(throws: LoginRefusal.issuerIsNotWhoItShouldBe) { try liar.leave() }
  }

  @Test(arguments: Engine.available)
  func nothingSecretAndNoIdentityNumberIsStored(_ engine: Engine) throws {
    let (traveller, session) = try Self.linked(on: engine)
    let rows = try traveller.kommune.everything()
    #expect(rows.contains("kari-hos-dem"))
    for secret in [
      "02013299997", Traveller.secret, session.token, traveller.attempt, "a-code", "okt-1",
    ] + traveller.asked.filter({ ["state", "nonce"].contains($0.key) }).values {
      #expect(!rows.contains(secret), "\(secret)")
    }
  }

  @Test(arguments: Engine.available)
  func theIssuerEndsASession(_ engine: Engine) throws {
    let (traveller, session) = try Self.linked(on: engine)
    let kommune = traveller.kommune
    func end(_ issuer: String, _ sid: String) throws {
      _ = try kommune.run(
        EndIssuerSession.self, as: .visitor,
        ["login": "oidc", "iss": .text(issuer), "sid": .text(sid)])
    }
    for (issuer, sid) in [(traveller.issuer.name, "okt-2"), ("http://127.0.0.1:7002", "okt-1")] {
      #expect(throws: AccessRefusal.thereIsNoSuchRecord) { try end(issuer, sid) }
    }
    #expect(try kommune.actor(.bearer(session.token)).isSignedIn)

    try end(traveller.issuer.name, "okt-1")

    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try kommune.actor(.bearer(session.token))
    }
  }

  @Test(arguments: Engine.available)
  func removingALoginEndsItsSessions(_ engine: Engine) throws {
    let (traveller, session) = try Self.linked(on: engine)
    try traveller.kommune.run(RemoveLogin.self, ["name": "oidc"])
    #expect(try traveller.kommune.run(ListLogins.self).isEmpty)
    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try traveller.kommune.actor(.bearer(session.token))
    }
    #expect(throws: AccessRefusal.thereIsNoSuchRecord) { try traveller.leave() }
  }
}
