import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct InvitationTests {
  private static func invited(
    on engine: Engine
  ) throws -> (kommune: Kommune, accept: [String: Value]) {
    let kommune = try Kommune(on: engine)
    let invitation = try kommune.run(
      AddPerson.self, ["name": "Kari Nordmann", "email": "kari@eksempel.no"])
    return (
      kommune, ["token": .text(invitation.secret), "password": .text(Someone.password)]
    )
  }

  @Test(arguments: Engine.available)
  func aLinkWorksOnce(_ engine: Engine) throws {
    let (kommune, accept) = try Self.invited(on: engine)

    let session = try kommune.run(AcceptInvitation.self, as: .visitor, accept)

    #expect(try kommune.actor(.bearer(session.token)).member?.name == "Kari Nordmann")
    try kommune.expect(AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try kommune.run(AcceptInvitation.self, as: .visitor, accept)
    }
  }

  @Test(arguments: Engine.available)
  func aLinkWorksForSevenDays(_ engine: Engine) throws {
    let (kommune, accept) = try Self.invited(on: engine)
    kommune.now = kommune.now.adding(days: 7)

    try kommune.expect(AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try kommune.run(AcceptInvitation.self, as: .visitor, accept)
    }
    kommune.now = kommune.now.adding(seconds: -1)
    try kommune.run(AcceptInvitation.self, as: .visitor, accept)
  }

  @Test(arguments: Engine.available, ["", "elleve tegn", "           x"])
  func aShortPasswordIsRefusedAndTheLinkStillWorks(_ engine: Engine, _ password: String) throws {
    let (kommune, accept) = try Self.invited(on: engine)

    try kommune.expect(code: "invalid-input") {
      try kommune.run(
        AcceptInvitation.self, as: .visitor,
        accept.merging(["password": .text(password)]) { $1 })
    }
    try kommune.run(AcceptInvitation.self, as: .visitor, accept)
  }

  @Test(arguments: Engine.available)
  func aPasswordOfOnesOwnNameIsRefusedAndTheLinkStillWorks(_ engine: Engine) throws {
    let (kommune, accept) = try Self.invited(on: engine)

    try kommune.expect(code: "invalid-input") {
      try kommune.run(
        AcceptInvitation.self, as: .visitor,
        accept.merging(["password": "kari.nordmann.2026"]) { $1 })
    }
    try kommune.run(AcceptInvitation.self, as: .visitor, accept)
  }

  @Test(arguments: Engine.available)
  func aLinkSomebodyMadeUpOpensNothing(_ engine: Engine) throws {
    let (kommune, accept) = try Self.invited(on: engine)

    try kommune.expect(AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try kommune.run(
        AcceptInvitation.self, as: .visitor, accept.merging(["token": "ski_0"]) { $1 })
    }
  }

  @Test(arguments: Engine.available)
  func whoeverIsDisabledCannotUseAnOldLink(_ engine: Engine) throws {
    let (kommune, accept) = try Self.invited(on: engine)
    try kommune.run(DisablePerson.self, ["email": "kari@eksempel.no"])

    try kommune.expect(AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try kommune.run(ShowInvitation.self, as: .visitor, ["token": accept["token"] ?? .null])
    }
    try kommune.expect(AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try kommune.run(AcceptInvitation.self, as: .visitor, accept)
    }
  }

  @Test(arguments: Engine.available)
  func aNewPasswordEndsEveryEarlierSession(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let invitation = try someone.kommune.run(InvitePerson.self, ["email": .text(Someone.email)])

    let session = try someone.kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(invitation.secret), "password": "et annet langt passord"])

    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try someone.kommune.actor(.bearer(someone.session.token))
    }
    #expect(try someone.kommune.actor(.bearer(session.token)).isSignedIn)
    #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong) { try someone.signIn() }
  }

  @Test(arguments: Engine.available)
  func nobodyUnknownIsInvited(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)

    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(InvitePerson.self, ["email": "ukjent@eksempel.no"])
    }
  }
}
