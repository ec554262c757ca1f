import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct AddPersonTests {
  private static let kari: [String: Value] = [
    "name": "Kari Nordmann", "email": "Kari@Eksempel.no", "role": "secretary",
  ]

  @Test(arguments: Engine.available)
  func addingSomebodyTwiceMakesAFreshLinkAndNothingElse(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)

    let first = try kommune.run(AddPerson.self, Self.kari)
    let second = try kommune.run(AddPerson.self, Self.kari)

    #expect(first.person == second.person)
    #expect(first.email == "kari@eksempel.no")
    #expect(try kommune.count("SELECT count(*) FROM identity_person") == 1)
    #expect(try kommune.count("SELECT count(*) FROM identity_grant") == 1)
    #expect(try kommune.count("SELECT count(*) FROM identity_invitation") == 1)
    try kommune.expect(AcceptInvitation.Refusal.linkIsUsedOrTooOld) {
      try kommune.run(ShowInvitation.self, as: .visitor, ["token": .text(first.secret)])
    }
    try kommune.run(ShowInvitation.self, as: .visitor, ["token": .text(second.secret)])
  }

  @Test(arguments: Engine.available)
  func nobodyLeadsEveryUnit(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)

    try kommune.expect(code: "invalid-input") {
      try kommune.run(
        AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no", "role": "unit_leader"])
    }
  }

  @Test(arguments: Engine.available)
  func somebodyDisabledMaySignInAgainWhenAddedAgain(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(AddPerson.self, Self.kari)
    try kommune.run(DisablePerson.self, ["email": "kari@eksempel.no"])

    let invitation = try kommune.run(AddPerson.self, Self.kari)

    try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(invitation.secret), "password": "fire vanlige ord på rad"])
  }

  @Test(arguments: Engine.available)
  func aScopeThatCannotBeReadGivesNoRoleAtAll(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)

    try kommune.expect(code: "invalid-input") {
      try kommune.run(
        AddPerson.self,
        ["name": "Kari", "email": "kari@eksempel.no", "role": "unit_leader", "scope": "Solbakken"])
    }
  }

  @Test(arguments: Engine.available)
  func aRoleIsHeldWhereItWasGivenAndNowhereElse(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let unit = ID<Never>(high: 1, low: 2)

    try kommune.run(
      AddPerson.self,
      ["name": "Kari", "email": "kari@eksempel.no", "role": "unit_leader", "scope": "\(unit)"])

    let kari = try kommune.person("kari@eksempel.no")
    #expect(kari.tenantWideRoles.isEmpty)
    #expect(kari.member?.roles(in: unit) == [.unitLeader])
  }

  @Test(arguments: [
    "", "kari", "kari@", "@eksempel.no", "kari@eksempel", "a b@eksempel.no", "a@b@c.no",
    "kari@.no", "kari@eksempel.", "<kari@eksempel.no>", "kari@eksempel.no\u{7}",
  ])
  func anAddressThatCannotBeOneIsRefused(_ email: String) throws {
    let kommune = try Kommune(on: .sqlite)

    try kommune.expect(code: "invalid-input") {
      try kommune.run(AddPerson.self, ["name": "Kari", "email": .text(email)])
    }
  }

  @Test(arguments: ["visitor", "boss", "user_representative", "council_leader"])
  func aRoleThatNobodyIsGivenIsRefused(_ role: String) throws {
    let kommune = try Kommune(on: .sqlite)

    try kommune.expect(code: "invalid-input") {
      try kommune.run(
        AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no", "role": .text(role)])
    }
  }

  @Test(arguments: Engine.available)
  func onlyAnAdministratorAddsPeople(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.addPerson("Siv", "siv@eksempel.no", .secretary)

    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(AddPerson.self, as: secretary, Self.kari)
    }
    try kommune.expect(AccessRefusal.youMustSignIn) {
      try kommune.run(AddPerson.self, as: .visitor, Self.kari)
    }
  }
}
