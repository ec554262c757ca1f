import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct TokenTests {
  private static let dashboard: [String: Value] = ["name": "dashbord", "role": "secretary"]

  @Test(
    "A program gets no role that belongs to a person in a council or a unit",
    arguments: [Role.userRepresentative, .personalDeputy, .councilLeader, .unitLeader])
  func aProgramIsNobodyInACouncil(_ role: Role) throws {
    let kommune = try Kommune(on: .sqlite)

    try kommune.expect(code: "invalid-input") {
      try kommune.run(CreateToken.self, ["name": "Kart", "role": .text(role.rawValue)])
    }
  }

  @Test(arguments: Engine.available)
  func aTokenActsWithItsRole(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)

    let token = try kommune.run(CreateToken.self, Self.dashboard)

    let actor = try kommune.actor(.bearer(token.secret))
    #expect(actor.tenantWideRoles == [.secretary])
    #expect(actor.kind == "service")
    #expect(try kommune.run(ListTokens.self).map(\.name) == ["dashbord"])
  }

  @Test(arguments: Engine.available)
  func aRevokedTokenOpensNothingAndItsNameIsFree(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let token = try kommune.run(CreateToken.self, Self.dashboard)

    try kommune.run(RevokeToken.self, ["name": "dashbord"])

    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try kommune.actor(.bearer(token.secret))
    }
    let second = try kommune.run(CreateToken.self, Self.dashboard)
    #expect(try kommune.actor(.bearer(second.secret)).isSignedIn)
  }

  @Test(arguments: Engine.available)
  func aTokenStopsWhenItsDaysAreOver(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let token = try kommune.run(
      CreateToken.self, Self.dashboard.merging(["expires": 30]) { $1 })

    kommune.now = kommune.now.adding(days: 30).adding(seconds: -1)
    #expect(try kommune.actor(.bearer(token.secret)).isSignedIn)
    kommune.now = kommune.now.adding(seconds: 1)

    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try kommune.actor(.bearer(token.secret))
    }
  }

  @Test(arguments: Engine.available)
  func twoTokensOfOneNameAreRefused(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(CreateToken.self, Self.dashboard)

    try kommune.expect(CreateToken.Refusal.nameIsInUse) {
      try kommune.run(CreateToken.self, Self.dashboard)
    }
  }

  @Test(arguments: Engine.available)
  func aTokenIsNoCookieAndASessionIsNoToken(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let token = try kommune.run(CreateToken.self, Self.dashboard)

    #expect(try kommune.actor(.cookie(token.secret)).isSignedIn == false)
    for text in ["", "skt_", "skt_0", "sks_0", String(token.secret.dropFirst(4))] {
      #expect(throws: Authentication.Refusal.tokenIsNotValid) { try kommune.actor(.bearer(text)) }
    }
  }

  @Test(arguments: Engine.available)
  func onlyAnAdministratorHandlesTokens(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.addPerson("Siv", "siv@eksempel.no", .secretary)

    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(CreateToken.self, as: secretary, Self.dashboard)
    }
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(ListTokens.self, as: secretary)
    }
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(RevokeToken.self, ["name": "finnes-ikke"])
    }
  }

  @Test("A token's last use is in sight, to the minute", arguments: Engine.available)
  func lastUse(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let token = try kommune.run(CreateToken.self, Self.dashboard)
    #expect(try kommune.run(ListTokens.self).map(\.usedAt) == [nil])
    let client = TestClient(kommune)
    client.token = token.secret
    let first = kommune.now

    for seconds in [0, 30, 29] {
      kommune.now = kommune.now.adding(seconds: Int64(seconds))
      #expect(client.api(.get, "/account").status == 200)
      #expect(try kommune.run(ListTokens.self).map(\.usedAt) == [first])
    }
    kommune.now = first.adding(seconds: 61)
    #expect(client.api(.get, "/account").status == 200)
    #expect(try kommune.run(ListTokens.self).map(\.usedAt) == [kommune.now])
  }
}
