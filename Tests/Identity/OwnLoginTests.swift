import Kernel
import OpenID
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct OwnLoginTests {
  private static let proof: [String: Value] = ["password": .text(Someone.password)]

  @Test(
    "A session left open gives nobody a login: whoever has a password is asked for it",
    arguments: Engine.available)
  func aLoginTakesThePassword(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    _ = try Traveller.added(to: kommune)
    let kari = try kommune.person(Someone.email)
    let traveller = try Traveller(kommune)
    #expect(try kommune.run(ShowOwnLogins.self, as: kari).map(\.asksForPassword) == [true])

    try kommune.expect(code: "invalid-input") {
      try traveller.leave(LinkLogin.self, as: kari)
    }
    #expect(throws: ChangePassword.Refusal.currentPasswordIsWrong) {
      try traveller.leave(LinkLogin.self, as: kari, ["password": "feil hest"])
    }
    #expect(try kommune.events("own-password-refused") == 1)
    #expect(try kommune.events("login-asked-for") == 0)

    try kommune.sql("UPDATE identity_person SET password_hash = NULL")
    #expect(try kommune.run(ShowOwnLogins.self, as: kari).map(\.asksForPassword) == [false])
    try traveller.leave(LinkLogin.self, as: kari)
    #expect(try kommune.events("login-asked-for") == 1)
  }

  @Test(arguments: Engine.available)
  func aSignedInPersonGetsALoginBesidesTheirPassword(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    _ = try Traveller.added(to: someone.kommune)
    let kari = try someone.kommune.actor(.bearer(someone.session.token))
    let traveller = try Traveller(someone.kommune)
    try traveller.leave(LinkLogin.self, as: kari, Self.proof)

    _ = try traveller.comeBack(as: kari)

    let own = try someone.kommune.run(ShowOwnLogins.self, as: kari)
    #expect(own.map(\.name) == ["oidc"])
    #expect(own.first?.linkedAt != nil)
    try traveller.leave()
    let session = try traveller.comeBack()
    #expect(try someone.kommune.actor(.bearer(session.token)).member?.name == "Kari Nordmann")

    try someone.kommune.run(UnlinkLogin.self, as: kari, ["login": "oidc"])
    try traveller.leave()
    #expect(throws: LoginRefusal.nobodyHasThisLogin) { try traveller.comeBack() }
  }

  @Test(arguments: Engine.available)
  func onlyWhoAskedForALoginGetsIt(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    _ = try Traveller.added(to: kommune)
    let kari = try kommune.actor(.bearer(someone.session.token))
    let invitation = try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    let session = try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(invitation.secret), "password": .text(Someone.password)])
    let ola = try kommune.actor(.bearer(session.token))
    let traveller = try Traveller(kommune)

    try traveller.leave(LinkLogin.self, as: kari, Self.proof)
    for other in [ola, .visitor] {
      #expect(throws: LoginRefusal.answerFitsNoQuestion) { try traveller.comeBack(as: other) }
    }
    #expect(throws: AccessRefusal.youMustSignIn) { try traveller.leave(LinkLogin.self) }

    _ = try traveller.comeBack(as: kari)
    try traveller.leave(LinkLogin.self, as: ola, Self.proof)
    #expect(throws: LoginRefusal.loginBelongsToSomebodyElse) { try traveller.comeBack(as: ola) }
    try traveller.leave(LinkLogin.self, as: kari, Self.proof)
    #expect(throws: LoginRefusal.personHasAnotherSuchLogin) {
      try traveller.comeBack(as: kari, claims: ["sub": "\"en-annen\""])
    }
  }

  @Test(arguments: Engine.available)
  func theOnlyWayInStays(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    _ = try Traveller.added(to: kommune)
    let invitation = try kommune.run(AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no"])
    let traveller = try Traveller(kommune)
    try traveller.leave(AcceptInvitationWithLogin.self, ["token": .text(invitation.secret)])
    let kari = try kommune.actor(.bearer(try traveller.comeBack().token))

    try kommune.expect(LoginRefusal.onlyWayInStays) {
      try kommune.run(UnlinkLogin.self, as: kari, ["login": "oidc"])
    }
  }

  @Test(arguments: Engine.available)
  func aUsedInvitationGivesNobodyALogin(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    _ = try Traveller.added(to: kommune)
    let invitation = try kommune.run(AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no"])
    let token = Value.text(invitation.secret)
    let traveller = try Traveller(kommune)
    try traveller.leave(AcceptInvitationWithLogin.self, ["token": token])
    try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": token, "password": .text(Someone.password)])

    #expect(throws: LoginRefusal.answerFitsNoQuestion) { try traveller.comeBack() }
    #expect(throws: AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try traveller.leave(AcceptInvitationWithLogin.self, ["token": token])
    }
  }
}
