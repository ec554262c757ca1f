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
      #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong) {
        try someone.signIn(email, password)
      }
    }
  }

  @Test(arguments: Engine.available)
  func whoeverIsDisabledIsOutAtOnceAndStaysOut(_ engine: Engine) throws {
    let someone = try Someone(on: engine)

    let person = try someone.kommune.run(DisablePerson.self, ["email": .text(Someone.email)])

    #expect(person.status == .disabled)
    #expect(try someone.kommune.actor(.cookie(someone.session.token)).isSignedIn == false)
    #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong) { try someone.signIn() }
    try someone.kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try someone.kommune.run(InvitePerson.self, ["email": .text(Someone.email)])
    }
  }

  @Test(arguments: Engine.available)
  func aSessionThatIsUsedLastsEightHours(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let session = Authentication.Credential.cookie(someone.session.token)

    for _ in 1...16 {
      try kommune.note(session)
      kommune.now = kommune.now.adding(seconds: 30 * 60 - 1)
      #expect(try kommune.actor(session).isSignedIn)
    }
    try kommune.note(session)
    kommune.now = kommune.now.adding(seconds: 16)

    #expect(try kommune.actor(session).isSignedIn == false)
    #expect(throws: Authentication.Refusal.tokenIsNotValid) {
      try kommune.actor(.bearer(someone.session.token))
    }
  }

  @Test(arguments: Engine.available)
  func aSessionNobodyUsesClosesAfterHalfAnHour(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let session = Authentication.Credential.cookie(someone.session.token)

    kommune.now = kommune.now.adding(seconds: 30 * 60 - 1)
    #expect(try kommune.actor(session).isSignedIn)
    kommune.now = kommune.now.adding(seconds: 1)

    #expect(try kommune.actor(session).isSignedIn == false)
    try kommune.note(session)
    #expect(try kommune.actor(session).isSignedIn == false, "what is closed stays closed")
  }

  @Test(arguments: Engine.available)
  func signingOutEndsThisSessionOrEverySessionOfThatPersonAlone(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let second = try someone.signIn()
    let third = try someone.signIn()
    let other = try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    let others = try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(other.secret), "password": .text(Someone.password)])
    func areOpen(_ sessions: Session...) throws -> [Bool] {
      try sessions.map { try kommune.actor(.cookie($0.token)).isSignedIn }
    }

    kommune.caller = Caller(
      address: "192.0.2.1", session: Authentication.Credential.cookie(second.token).digest)
    try kommune.run(SignOut.self, as: try kommune.person(Someone.email))
    #expect(try areOpen(someone.session, second, third, others) == [true, false, true, true])

    try kommune.run(SignOutEverywhere.self, as: try kommune.person(Someone.email))
    #expect(try areOpen(someone.session, third, others) == [false, false, true])
  }

  @Test(arguments: Engine.available)
  func aSessionOpensNoOtherKommune(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let other = try Kommune(on: engine)

    #expect(try other.actor(.cookie(someone.session.token)).isSignedIn == false)
  }

  @Test func anUnknownAddressTakesAsLongAsAWrongPassword() throws {
    let hash = try #require(PasswordHash.make("riktig hest batteri stift"))
    func quickest(_ hash: String) -> Duration {
      (0..<3).map { _ in
        ContinuousClock().measure { _ = PasswordHash.verify("feil", against: hash) }
      }.min() ?? .zero
    }

    #expect(quickest(PasswordHash.ofNobody) * 3 > quickest(hash))
    #expect(PasswordHash.verify("", against: PasswordHash.ofNobody) == false)
  }
}
