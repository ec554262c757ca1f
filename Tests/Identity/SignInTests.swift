import Crypto
import Database
import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct SignInTests {
  @Test(arguments: Engine.available)
  func aPersonSignsInWithTheirPassword(_ engine: Engine) throws {
    let someone = try Someone(on: engine)

    let session = try someone.signIn(" KARI@eksempel.no ")

    let actor = try someone.kommune.actor(.cookie(session.token))
    #expect(actor.member?.name == "Kari Nordmann")
    #expect(actor.tenantWideRoles == [.secretary])
  }

  @Test(arguments: Engine.available)
  func aWrongPasswordAndAnUnknownAddressAreRefusedInTheSameWords(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    try someone.kommune.addPerson("Ola", "ola@eksempel.no")

    for (email, password) in [
      (Someone.email, "feil hest batteri stift"), ("ukjent@eksempel.no", Someone.password),
      ("ola@eksempel.no", Someone.password), ("ola@eksempel.no", "*"),
    ] {
      try someone.kommune.expect(SignIn.Refusal.emailOrPasswordIsWrong) {
        _ = try someone.signIn(email, password)
      }
    }
  }

  @Test(arguments: Engine.available)
  func whoeverIsDisabledIsOutAtOnceAndStaysOut(_ engine: Engine) throws {
    let someone = try Someone(on: engine)

    let person = try someone.kommune.run(DisablePerson.self, ["email": .text(Someone.email)])

    #expect(person.status == .disabled)
    #expect(try someone.kommune.actor(.cookie(someone.session.token)).isSignedIn == false)
    try someone.kommune.expect(SignIn.Refusal.emailOrPasswordIsWrong) { _ = try someone.signIn() }
    try someone.kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try someone.kommune.run(InvitePerson.self, ["email": .text(Someone.email)])
    }
  }

  @Test(arguments: Engine.available)
  func aSessionLastsEightHours(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let token = someone.session.token

    kommune.now = kommune.now.adding(seconds: 8 * 3600 - 1)
    #expect(try kommune.actor(.cookie(token)).isSignedIn)
    kommune.now = kommune.now.adding(seconds: 1)

    #expect(try kommune.actor(.cookie(token)).isSignedIn == false)
    #expect(throws: Authentication.Refusal.tokenIsNotValid) { try kommune.actor(.bearer(token)) }
  }

  @Test(arguments: Engine.available)
  func signingOutEndsEverySessionOfThatPersonAlone(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let second = try someone.signIn()
    let other = try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    let others = try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(other.secret), "password": .text(Someone.password)])

    try kommune.run(SignOut.self, as: try kommune.person(Someone.email))

    for token in [someone.session.token, second.token] {
      #expect(try kommune.actor(.cookie(token)).isSignedIn == false)
    }
    #expect(try kommune.actor(.cookie(others.token)).isSignedIn)
  }

  @Test(arguments: Engine.available)
  func aSessionOpensNoOtherKommune(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let other = try Kommune(on: engine)

    #expect(try other.actor(.cookie(someone.session.token)).isSignedIn == false)
  }

  @Test func aFormsTokenBelongsToOneSession() {
    let session = Authentication.Credential.cookie("sks_1")
    let other = Authentication.Credential.cookie("sks_2")

    #expect(session.accepts(formToken: session.formToken))
    #expect(!session.accepts(formToken: other.formToken))
    #expect(!session.accepts(formToken: ""))
    #expect(!session.formToken.contains("sks_1"))
    #expect(!Authentication.Credential.none.accepts(formToken: ""))
    #expect(!Authentication.Credential.bearer("sks_1").accepts(formToken: session.formToken))
  }

  @Test func anUnknownAddressTakesAsLongAsAWrongPassword() throws {
    let hash = try #require(PasswordHash.make("riktig hest batteri stift"))
    func quickest(_ hash: String) -> Duration {
      (0..<3).map { _ in
        ContinuousClock().measure { _ = PasswordHash.verify("feil", against: hash) }
      }.min() ?? .zero
    }

    #expect(quickest(PasswordHash.ofNobody) * 3 > quickest(hash))
    #expect(!PasswordHash.verify("", against: PasswordHash.ofNobody))
  }
}
