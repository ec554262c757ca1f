import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct AddLoginTests {
  @Test(arguments: Engine.available)
  func theProfilesKnowTheirIssuers(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func add(_ profile: String, test: Bool = false) throws -> LoginRecord {
      var input = Input([
        "profile": .text(profile), "client-id": "samrad", "test": .flag(test),
      ])
      let action = AddLogin(
        &input, secret: Array("hemmelig\n".utf8), key: try #require(Kommune.settings.key))
      try input.finish()
      return try kommune.run(action)
    }
    #expect(try add("idporten").issuer == "https://idporten.no")
    #expect(try add("idporten", test: true).issuer == "https://test.idporten.no")
    #expect(try add("ansattporten").issuer == "https://ansattporten.no")
    #expect(try add("ansattporten").level == "substantial")
    #expect(try add("feide").issuer == "https://auth.dataporten.no")
    #expect(try kommune.run(ListLogins.self).map(\.name) == ["ansattporten", "feide", "idporten"])
    #expect(throws: InvalidInput.self) { try add("oidc") }
    #expect(throws: InvalidInput.self) { try add("facebook") }
  }

  @Test(
    arguments: Engine.available,
    [
      ["issuer": "http://login.eksempel.no"], ["issuer": "https://login.eksempel.no#a"],
      ["issuer": "https://kari@eksempel.no"], ["issuer": "login.eksempel.no"],
      ["issuer": "http://127.0.0.1:1", "test": false], ["name": "kode"], ["name": "overalt"],
      ["name": "a/b"], ["name": "A"], ["scopes": "profile"], ["client-id": ""],
    ] as [[String: Value]])
  func whatCannotWorkIsRefused(_ engine: Engine, _ values: [String: Value]) throws {
    let kommune = try Kommune(on: engine)
    #expect(throws: InvalidInput.self) { try Traveller.added(to: kommune, values) }
  }

  @Test(arguments: Engine.available, ["", "to ord", "-----BEGIN PRIVATE KEY-----\nAAAA\n"])
  func aFileWithoutASecretIsRefused(_ engine: Engine, _ secret: String) throws {
    let kommune = try Kommune(on: engine)
    #expect(throws: AddLogin.Refusal.secretIsNeitherTextNorKey) {
      try Traveller.added(to: kommune, secret: secret)
    }
  }

  @Test(arguments: Engine.available)
  func anIssuerHasOneLogin(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    _ = try Traveller.added(to: kommune)
    _ = try Traveller.added(to: kommune, ["label": "Nytt navn"])
    #expect(try kommune.run(ListLogins.self).map(\.label) == ["Nytt navn"])
    #expect(throws: AddLogin.Refusal.issuerIsInUse) {
      try Traveller.added(to: kommune, ["name": "en-til"])
    }
  }

  @Test(arguments: Engine.available)
  func theClientMayShowAKeyInsteadOfASecret(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let key = try SigningKey()
    let pem = String(decoding: key.pem, as: UTF8.self)
    _ = try Traveller.added(to: kommune, ["key-id": "k1"], secret: pem)
    let traveller = try Traveller(kommune)
    try traveller.leave()
    #expect(throws: LoginRefusal.nobodyHasThisLogin) { try traveller.comeBack() }
    #expect(throws: AddLogin.Refusal.secretIsNeitherTextNorKey) {
      let weak = try SigningKey(.rsa(bits: 1024))
      _ = try Traveller.added(to: kommune, secret: String(decoding: weak.pem, as: UTF8.self))
    }
  }
}
