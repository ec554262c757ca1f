import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct ForgottenPasswordTests {
  private static func ask(_ kommune: Kommune, _ email: String = Someone.email) throws {
    try kommune.run(RequestPasswordReset.self, as: .visitor, ["email": .text(email)])
  }

  private static func accept(_ kommune: Kommune, _ secret: String?) throws -> Session {
    try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(secret ?? ""), "password": "et annet langt passord"])
  }

  @Test("A forgotten password is replaced with a link that works once", arguments: Engine.available)
  func aLinkIsSent(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune

    try Self.ask(kommune)

    let letter = try #require(try kommune.letters().last)
    #expect(letter.subject == "Nytt passord til Samråd i Prøve kommune")
    #expect(letter.content?.address.text == Someone.email)
    let secret = try #require(letter.secret)
    #expect(
      letter.content?.body.contains(
        "\nhttp://127.0.0.1:8080/\(kommune.tenant.slug)/invitasjon/\(secret)\n") == true)
    #expect(letter.content?.body.contains("til mandag 17. august 2026 kl. 11.00.") == true)
    #expect(try someone.signIn().awaitsCode == false, "the old password works until then")

    let session = try Self.accept(kommune, secret)

    #expect(try kommune.actor(.bearer(session.token)).isSignedIn)
    #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong) { try someone.signIn() }
    #expect(throws: AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try Self.accept(kommune, secret)
    }
    #expect(try kommune.events("password-reset-requested") == 1)
    #expect(try kommune.verdict() != .brokenAt(1))
  }

  @Test("A link for a forgotten password works for an hour", arguments: Engine.available)
  func aLinkWorksForAnHour(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune
    try Self.ask(kommune)
    let secret = try kommune.letters().last?.secret
    kommune.now = kommune.now.adding(seconds: 3600)
    #expect(throws: AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try Self.accept(kommune, secret)
    }
    kommune.now = kommune.now.adding(seconds: -1)
    _ = try Self.accept(kommune, secret)
  }

  @Test("Whoever uses one-time codes is asked for one after choosing a password by link")
  func aLinkDoesNotReplaceTheCode() throws {
    let kommune = try Someone(on: .sqlite).kommune
    try kommune.sql(
      """
      INSERT INTO identity_one_time_code (person_id, sealed_seed, last_step, confirmed_at)
      SELECT id, '', 0, 1 FROM identity_person
      """)
    try Self.ask(kommune)

    #expect(try Self.accept(kommune, kommune.letters().last?.secret).awaitsCode)
  }

  @Test(
    "Unknown and disabled people get the same answer from the same statements, and no letter",
    arguments: Engine.available)
  func nothingTellsWhoIsRegistered(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune
    try kommune.addPerson("Ola Sluttet", "ola@eksempel.no")
    try kommune.run(DisablePerson.self, ["email": "ola@eksempel.no"])
    let before = try kommune.letters().count
    func statements(_ email: String) throws -> [String] {
      kommune.statements.clear()
      let client = TestClient(kommune)
      let answer = client.api(.post, "/password-resets", "{\"email\":\"\(email)\"}")
      #expect(answer.status == 200)
      #expect(answer.text == "{\"email\":\"\(email)\"}")
      return kommune.statements.statements
    }

    let known = try statements(Someone.email)
    #expect(try kommune.letters().count == before + 1)
    let unknown = try statements("ukjent@eksempel.no")
    let disabled = try statements("ola@eksempel.no")

    #expect(known.count > 10)
    #expect(known == unknown)
    #expect(known == disabled)
    #expect(try kommune.letters().count == before + 1)
    #expect(try kommune.events("password-reset-requested") == 3)
    let links: Int? = try kommune.value(
      "SELECT count(*) FROM identity_invitation WHERE used_at IS NULL")
    #expect(links == 1)
  }

  @Test("One person gets a few letters an hour, whoever asks", arguments: Engine.available)
  func lettersAreCounted(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune
    let before = try kommune.letters().count
    let end = kommune.now.adding(seconds: 3600)
    var address = 0
    while kommune.now < end {
      address += 1
      kommune.caller = Caller(address: "192.0.2.\(address)")
      do {
        try Self.ask(kommune)
      } catch Throttle.Refusal.tooManyTries {
        kommune.now = kommune.now.adding(seconds: 60)
      }
    }
    #expect(try kommune.letters().count - before == 4)
    try Self.ask(kommune, "ny@eksempel.no")
  }

  @Test("Asking twice leaves one link that works, the last", arguments: Engine.available)
  func thereIsOneLinkAtATime(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune
    try Self.ask(kommune)
    try Self.ask(kommune)
    let secrets = try kommune.letters().compactMap(\.secret).suffix(2)
    #expect(throws: AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try Self.accept(kommune, secrets.first)
    }
    _ = try Self.accept(kommune, secrets.last)
  }

  @Test("A new password ends the link that was open", arguments: Engine.available)
  func aNewPasswordEndsTheLink(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune
    try Self.expectNoLink(kommune) {
      try kommune.run(
        ChangePassword.self, as: try kommune.person(Someone.email),
        ["current": .text(Someone.password), "password": "fire nye ord her"])
    }
  }

  @Test("Signing out everywhere ends the link that was open", arguments: Engine.available)
  func signingOutEverywhereEndsTheLink(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune
    try Self.expectNoLink(kommune) {
      try kommune.run(SignOutEverywhere.self, as: try kommune.person(Someone.email))
    }
  }

  @Test(
    "A password chosen with one link ends another that was made at the same moment",
    arguments: Engine.available)
  func aChosenPasswordEndsTheOtherLink(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune
    try Self.ask(kommune)
    try kommune.sql(
      """
      INSERT INTO identity_invitation (token_hash, person_id, expires_at)
      SELECT 'another', person_id, expires_at FROM identity_invitation WHERE used_at IS NULL
      """)
    _ = try Self.accept(kommune, kommune.letters().last?.secret)
    #expect(
      try kommune.value("SELECT count(*) FROM identity_invitation WHERE used_at IS NULL") == 0)
  }

  /// Expects that what somebody does leaves them no link, and somebody else theirs.
  private static func expectNoLink(_ kommune: Kommune, after act: () throws -> Void) throws {
    let other = try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    try ask(kommune)
    let secret = try kommune.letters().last?.secret
    try act()
    #expect(throws: AcceptInvitation.Refusal.linkIsUsedOrTooOld) { try accept(kommune, secret) }
    _ = try accept(kommune, other.secret)
  }

  @Test("Nobody can cut a stranger's invitation short", arguments: Engine.available)
  func anInvitationKeepsItsDays(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(AddPerson.self, ["name": "Kari", "email": .text(Someone.email)])
    kommune.now = kommune.now.adding(days: 1)

    try Self.ask(kommune)

    kommune.now = kommune.now.adding(days: 6).adding(seconds: -1)
    _ = try Self.accept(kommune, kommune.letters().last?.secret)
  }

  @Test("Where no mail is sent, the pages say what to do instead")
  func withoutMailThePagesSaySo() throws {
    let kommune = try Kommune(on: .sqlite)
    kommune.settings = InstanceSettings(
      publicURL: .loopback(port: 8080), key: Kommune.settings.key)
    let client = TestClient(kommune)
    #expect(client.page("/logg-inn").text.contains("Be kommunen om en ny lenke."))
    #expect(!client.page("/logg-inn").text.contains("glemt-passord"))
    let page = client.page("/glemt-passord").text
    #expect(page.contains("Be kommunen om en ny lenke.") && !page.contains("<input id"))
    try kommune.expect(RequestPasswordReset.Refusal.lettersAreNotSentHere) {
      try Self.ask(kommune)
    }
    #expect(try kommune.letters().isEmpty)
  }

  @Test func thePagesLeadThere() throws {
    let client = TestClient(try Kommune(on: .sqlite))
    #expect(client.page("/logg-inn").text.contains("/glemt-passord\">Glemt passordet?</a>"))
    #expect(client.page("/glemt-passord").text.contains("name=\"email\""))
  }
}
