import Kernel
import OpenID
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct MaskinportenTests {
  private static let access = MachineAccess(
    issuer: "http://127.0.0.1:7002/", scope: "samrad:politiker.read")
  private let issuer: TestIssuer

  init() throws { issuer = TestIssuer(Self.access.issuer, key: try #require(Traveller.key)) }

  private func claims(_ kommune: Kommune, _ changes: [String: String?]) -> [String: String] {
    let now = kommune.now.seconds
    var claims = [
      "iss": "\"\(issuer.name)\"", "client_id": "\"c1\"", "iat": "\(now)", "exp": "\(now + 120)",
      "scope": "\"annet:les samrad:politiker.read\"",
      "consumer": "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:942110464\"}",
    ]
    for (name, value) in changes { claims[name] = value }
    return claims
  }

  private func actor(_ kommune: Kommune, _ changes: [String: String?] = [:]) throws -> Actor {
    try actor(kommune, token: issuer.token(claims(kommune, changes)))
  }

  private func actor(_ kommune: Kommune, token: String) throws -> Actor {
    let credential = try IssuerDirectory.$shared.withValue(issuer.directory) {
      try Authentication.Credential.bearer(token).checked(Self.access, at: kommune.now)
    }
    return try kommune.actor(credential)
  }

  private static func kommune(on engine: Engine) throws -> Kommune {
    let kommune = try Kommune(on: engine)
    try kommune.run(SetOrganisationNumber(#require(OrganisationNumber("942110464"))))
    return kommune
  }

  @Test(arguments: Engine.available)
  func aKommunesOwnProgramReadsAsAPolitician(_ engine: Engine) throws {
    let kommune = try Self.kommune(on: engine)
    let actor = try actor(kommune)
    #expect(actor.tenantWideRoles == [.politician])
    #expect(actor.isSignedIn)
    #expect(try self.actor(kommune).id == actor.id, "the same client is the same program")
    #expect(try self.actor(kommune, ["client_id": "\"c2\""]).id != actor.id)
  }

  @Test(
    arguments: Engine.available,
    [
      ["consumer": "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:935478715\"}"],
      ["consumer": "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:942110465\"}"],
      ["consumer": "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"9908:942110464\"}"],
      ["consumer": "{\"authority\":\"another\",\"ID\":\"0192:942110464\"}"],
      ["consumer": "\"0192:942110464\""], ["consumer": nil],
      ["scope": "\"samrad:politiker\""], ["scope": "\"samrad:politiker.readwrite\""],
      ["scope": nil], ["iss": "\"http://127.0.0.1:7002\""], ["exp": "1"], ["iat": nil],
      ["client_id": nil],
    ] as [[String: String?]])
  func anyOtherProgramIsNobody(_ engine: Engine, _ changes: [String: String?]) throws {
    let kommune = try Self.kommune(on: engine)
    #expect(throws: Authentication.Refusal.tokenIsNotValid) { try actor(kommune, changes) }
  }

  @Test(arguments: Engine.available)
  func aForgedTokenIsNobody(_ engine: Engine) throws {
    let kommune = try Self.kommune(on: engine)
    let claims = TestIssuer.object(claims(kommune, [:]))
    let key = try SigningKey()
    for token in [
      try key.token("{\"alg\":\"RS256\",\"kid\":\"first\"}", claims),
      try key.token("{\"alg\":\"none\"}", claims), "ey.ey.ey", "eyJ.", "ey..",
    ] {
      #expect(throws: Authentication.Refusal.tokenIsNotValid) {
        try actor(kommune, token: token)
      }
    }
  }

  @Test(arguments: Engine.available)
  func aKommuneWithoutANumberKnowsNoProgram(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    #expect(throws: Authentication.Refusal.tokenIsNotValid) { try actor(kommune) }
  }

  @Test(arguments: Engine.available)
  func withoutAnIssuerNoSuchTokenIsTaken(_ engine: Engine) throws {
    let kommune = try Self.kommune(on: engine)
    let token = try issuer.token(claims(kommune, [:]))
    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try Authentication.Credential.bearer(token).checked(nil, at: kommune.now)
    }
    #expect(issuer.asked.isEmpty)
  }

  @Test(arguments: Engine.available)
  func whenTheIssuerIsSilentTheProgramIsToldToWait(_ engine: Engine) throws {
    let kommune = try Self.kommune(on: engine)
    issuer.failure = .tookTooLong
    #expect(throws: LoginRefusal.issuerDoesNotAnswer) { try actor(kommune) }
  }
}
