import Crypto
import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct CodeDemandTests {
  @Test("Nobody is asked before an administrator decides", arguments: Engine.available)
  func anAdministratorDecides(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let admin = try kommune.addPerson("Ada", "ada@eksempel.no", .administrator)
    #expect(try kommune.run(ReadCodeDemand.self, as: admin).demandedOf == .nobody)
    let secretary = try kommune.person(Someone.email)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(DemandOneTimeCodes.self, as: secretary, ["demandedOf": "nobody"])
    }
    try kommune.expect(code: "invalid-input") {
      try kommune.run(DemandOneTimeCodes.self, as: admin, ["demandedOf": "noen"])
    }

    for demand in [CodeDemand.responsible, .everyone] {
      try kommune.run(
        DemandOneTimeCodes.self, as: admin, ["demandedOf": .text(demand.rawValue)])
      #expect(try kommune.run(ReadCodeDemand.self, as: admin).demandedOf == demand)
    }
    #expect(try kommune.events("one-time-codes-demanded") == 2)
  }

  @Test("Nothing is demanded that nobody could do")
  func withoutAKeyNothingIsDemanded() throws {
    let kommune = try Kommune(on: .sqlite)
    kommune.settings = InstanceSettings(publicURL: .loopback(port: 8080))
    try kommune.expect(OneTimeCodes.Refusal.codesAreNotSetUpHere) {
      try demand("everyone", in: kommune)
    }
    try demand("nobody", in: kommune)
  }

  @Test(
    "Whoever lacks a code sets it up and does nothing else before, by page or API",
    arguments: Engine.available)
  func whoLacksACodeSetsItUpFirst(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let client = TestClient(someone.kommune)
    client.token = someone.session.token
    #expect(client.api(.get, "/account").status == 200)
    try demand("responsible", in: someone.kommune)

    for path in ["/account", "/account/sessions", "/units", "/councils"] {
      let answer = client.api(.get, path)
      #expect(answer.status == 403, "\(path)")
      #expect(answer.json("type")?.hasSuffix("one-time-code-comes-first") == true)
    }
    let password = #"{"current":"riktig hest batteri stift","password":"fire nye ord her"}"#
    #expect(client.api(.put, "/account/password", password).status == 403)
    for path in ["/", "/min-side", "/min-side/passord", "/rad"] {
      let answer = client.page(path)
      #expect(answer.status == 303, "\(path)")
      #expect(answer.headers["Location"]?.hasSuffix("/min-side/engangskode") == true)
    }
    let page = client.page("/min-side/engangskode")
    #expect(page.status == 200)
    #expect(page.text.contains("Kommunen krever engangskode av deg."))

    #expect(client.api(.post, "/account/one-time-code").status == 200)
    let code = TimeCode.code(try someone.seed(), step: someone.kommune.now.seconds / 30)
    let proof = #"{"code":"\#(code)","password":"\#(Someone.password)"}"#
    #expect(client.api(.post, "/account/one-time-code/confirmation", proof).status == 200)

    #expect(client.api(.get, "/account").status == 200)
    #expect(client.page("/min-side").status == 200)
    #expect(try someone.signIn().awaitsCode)
  }

  @Test("Signing out is always open", arguments: Engine.available, ["/current", ""])
  func signingOutIsOpen(_ engine: Engine, _ which: String) throws {
    let someone = try Someone(on: engine)
    try demand("everyone", in: someone.kommune)
    let client = TestClient(someone.kommune)
    client.token = someone.session.token
    #expect(client.api(.delete, "/sessions\(which)").status == 200)
    #expect(client.api(.get, "/account").status == 401)
  }

  @Test("Codes that are taken off are owed again at once", arguments: Engine.available)
  func takenOffIsOwedAgain(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    try demand("responsible", in: kommune)
    try kommune.sql(
      """
      INSERT INTO identity_one_time_code (person_id, sealed_seed, last_step, confirmed_at)
      SELECT id, '', 0, 1 FROM identity_person
      """)
    #expect(try owes(.cookie(someone.session.token), kommune) == false)
    try kommune.sql("UPDATE identity_one_time_code SET confirmed_at = NULL")
    #expect(try owes(.cookie(someone.session.token), kommune), "begun is not done")
    try kommune.sql("DELETE FROM identity_one_time_code")
    #expect(try owes(.bearer(someone.session.token), kommune))
  }

  @Test(
    "The demand is made of those who change things for others, wherever they do, or of everyone",
    arguments: Engine.available)
  func theDemandIsMadeOfRoles(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let unit = try kommune.addUnits("skole,Åsen,Sentrum,,skole")[0]
    try demand("responsible", in: kommune)
    func owes(_ role: Role?) throws -> Bool {
      let email = "\(role?.rawValue ?? "ingen")@eksempel.no"
      if role == .unitLeader {
        try kommune.addPerson("Noen", email, role, in: unit.id)
      } else {
        try kommune.addPerson("Noen", email, role)
      }
      let invitation = try kommune.run(InvitePerson.self, ["email": .text(email)])
      let session = try kommune.run(
        AcceptInvitation.self, as: .visitor,
        ["token": .text(invitation.secret), "password": .text(Someone.password)])
      return try self.owes(.cookie(session.token), kommune)
    }
    let asked: [Role] = [.administrator, .secretary, .unitLeader, .auditor]
    for role in asked { #expect(try owes(role), "\(role)") }
    for role in [Role.politician, nil] { #expect(try owes(role) == false) }
    try demand("everyone", in: kommune)
    #expect(try owes(nil))
    try demand("nobody", in: kommune)
    #expect(try owes(.secretary) == false)
  }

  @Test("Whoever came by an issuer, or is a program, is not asked", arguments: Engine.available)
  func othersAreNotAsked(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    try demand("everyone", in: kommune)
    try kommune.sql("UPDATE identity_session SET issuer = 'https://idporten.no'")
    #expect(try owes(.cookie(someone.session.token), kommune) == false)
    let token = try kommune.run(
      CreateToken.self, ["name": "kart", "role": "secretary"])
    #expect(try owes(.bearer(token.secret), kommune) == false)
  }

  @Test("An administrator finds the page, and others do not")
  func thePage() throws {
    let someone = try Someone(on: .sqlite)
    let kommune = someone.kommune
    let client = TestClient(kommune)
    client.token = someone.session.token
    #expect(client.page("/innstillinger/engangskode").status == 403)
    #expect(!client.page("/").text.contains("Engangskoder"))
    try kommune.sql("UPDATE identity_grant SET role = 'kommune_administrator'")
    #expect(client.page("/").text.contains("/innstillinger/engangskode\">Engangskoder</a>"))
    let page = client.page("/innstillinger/engangskode?sprak=nn").text
    #expect(page.contains("Kven må bruke eingongskode?"))
    #expect(page.contains("value=\"nobody\" required checked"))
  }

  private func demand(_ who: String, in kommune: Kommune) throws {
    try kommune.run(DemandOneTimeCodes.self, ["demandedOf": .text(who)])
  }

  private func owes(_ credential: Authentication.Credential, _ kommune: Kommune) throws -> Bool {
    try Store(kommune.location).transaction(of: kommune.tenant.id, .read) {
      try Authentication.arriving(credential, at: kommune.tenant.id, in: $0, at: kommune.now)()
        .orNotFound().owesCode
    }
  }
}
