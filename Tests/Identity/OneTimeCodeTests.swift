import Crypto
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct OneTimeCodeTests {
  @Test("A password alone is not enough any more", arguments: Engine.available)
  func signsInWithACode(_ engine: Engine) throws {
    let holder = try Holder(on: engine)

    let halfway = try holder.someone.signIn()
    #expect(halfway.awaitsCode)
    for credential in [
      Authentication.Credential.cookie(halfway.token), .bearer(halfway.token),
    ] { #expect(try holder.kommune.actor(credential).isSignedIn == false) }
    let session = try holder.enter(holder.code(), after: halfway)

    #expect(session.awaitsCode == false)
    #expect(session.token != halfway.token)
    let actor = try holder.kommune.actor(.cookie(session.token))
    #expect(actor.member?.name == "Kari Nordmann")
    #expect(throws: Authentication.Refusal.tokenIsNotValid, "it is used up") {
      try holder.kommune.actor(.bearer(halfway.token))
    }
  }

  @Test("A code works once, also for two who send it at the same time", arguments: Engine.available)
  func aCodeWorksOnce(_ engine: Engine) throws {
    let holder = try Holder(on: engine)
    let (first, second) = (try holder.someone.signIn(), try holder.someone.signIn())
    let code = try holder.code()
    _ = try holder.enter(code, after: first)

    #expect(throws: OneTimeCodes.Refusal.codeIsWrong) { try holder.enter(code, after: second) }
    holder.kommune.now = holder.kommune.now.adding(seconds: 30)
    #expect(try holder.enter(holder.code(), after: second).awaitsCode == false)
  }

  @Test("A recovery code works once, however it is written", arguments: Engine.available)
  func recovers(_ engine: Engine) throws {
    let holder = try Holder(on: engine)
    #expect(Set(holder.recoveryCodes).count == 10)
    let written = holder.recoveryCodes[3].lowercased().replacing("-", with: " ")

    #expect(try holder.enter(written, after: holder.someone.signIn()).awaitsCode == false)

    let again = try holder.someone.signIn()
    #expect(throws: OneTimeCodes.Refusal.codeIsWrong) { try holder.enter(written, after: again) }
    #expect(try holder.kommune.events("recovery-code-used") == 1)
  }

  @Test("A recovery code has 112 bits at least, so a fast hash of it may be kept")
  func recoveryCodesNeedNoSlowHash() throws {
    for code in try Holder(on: .sqlite).recoveryCodes {
      let letters = code.filter { $0 != "-" }
      #expect(letters.allSatisfy { "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".contains($0) })
      #expect(letters.count * 5 >= 112)
    }
  }

  @Test("A thousand guesses are slowed down like those at a password")
  func guessing() throws {
    let holder = try Holder(on: .sqlite)
    let session = try holder.someone.signIn()
    for _ in 1...6 {
      #expect(throws: OneTimeCodes.Refusal.codeIsWrong) {
        try holder.enter("000000", after: session)
      }
    }
    #expect(throws: Throttle.Refusal.tooManyTries(2)) {
      try holder.enter("000000", after: session)
    }
    #expect(try holder.kommune.events("one-time-code-refused") == 6)
  }

  @Test("Nobody enters a code before the password, or long after it", arguments: Engine.available)
  func thePasswordComesFirst(_ engine: Engine) throws {
    let holder = try Holder(on: engine)
    let session = try holder.someone.signIn()
    let other = try Someone(on: engine)

    for token in ["sks_0", "", holder.someone.session.token, other.session.token] {
      #expect(throws: EnterOneTimeCode.Refusal.passwordComesFirst) {
        try holder.enter(holder.code(), token: token)
      }
    }
    holder.kommune.now = holder.kommune.now.adding(seconds: 601)
    #expect(throws: EnterOneTimeCode.Refusal.passwordComesFirst) {
      try holder.enter(holder.code(), after: session)
    }
  }

  @Test("Whoever is disabled halfway does not come in", arguments: Engine.available)
  func disabledHalfway(_ engine: Engine) throws {
    let holder = try Holder(on: engine)
    let session = try holder.someone.signIn()
    try holder.kommune.run(DisablePerson.self, ["email": .text(Someone.email)])
    #expect(throws: EnterOneTimeCode.Refusal.passwordComesFirst) {
      try holder.enter(holder.code(), after: session)
    }
  }

  @Test("Nothing is asked for before the app has shown that it knows", arguments: Engine.available)
  func unconfirmedCodesCountForNothing(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let person = try someone.kommune.person(Someone.email)
    try someone.kommune.run(StartOneTimeCode.self, as: person)
    let first = try someone.kommune.run(ReadOneTimeCode.self, as: person)
    try someone.kommune.run(StartOneTimeCode.self, as: person)
    let second = try someone.kommune.run(ReadOneTimeCode.self, as: person)

    #expect(try someone.signIn().awaitsCode == false)
    #expect(first.secret != second.secret, "starting anew makes a new secret")
    #expect(throws: OneTimeCodes.Refusal.codeIsWrong) {
      try someone.kommune.run(ConfirmOneTimeCode.self, as: person, Someone.proof("000000"))
    }
    #expect(try someone.kommune.value("SELECT count(*) FROM identity_recovery_code") == 0)
  }

  @Test(
    "A session left open turns no codes on: whoever has a password is asked for it",
    arguments: Engine.available)
  func turningOnAsksForThePassword(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let person = try kommune.person(Someone.email)
    try kommune.run(StartOneTimeCode.self, as: person)
    let setup = try kommune.run(ReadOneTimeCode.self, as: person)
    #expect(setup.asksForPassword)
    let code = TimeCode.code(try someone.seed(), step: kommune.now.seconds / 30)
    func confirm(_ password: Value) throws {
      try kommune.run(
        ConfirmOneTimeCode.self, as: person, ["code": .text(code), "password": password])
    }

    try kommune.expect(code: "invalid-input") { try confirm(.null) }
    for _ in 1...6 {
      #expect(throws: ChangePassword.Refusal.currentPasswordIsWrong) { try confirm("feil hest") }
    }
    #expect(throws: Throttle.Refusal.tooManyTries(2)) { try confirm(.text(Someone.password)) }
    #expect(try kommune.events("own-password-refused") == 6)
    #expect(try kommune.events("one-time-code-turned-on") == 0)
    kommune.now = kommune.now.adding(seconds: 2)
    try confirm(.text(Someone.password))
    #expect(try kommune.run(ReadOneTimeCode.self, as: person).state == .inUse)
  }

  @Test("Whoever signs in with a login of others has no password to be asked for")
  func turningOnWithoutAPassword() throws {
    let someone = try Someone(on: .sqlite)
    let person = try someone.kommune.person(Someone.email)
    try someone.kommune.sql("UPDATE identity_person SET password_hash = NULL")
    try someone.kommune.run(StartOneTimeCode.self, as: person)
    #expect(try someone.kommune.run(ReadOneTimeCode.self, as: person).asksForPassword == false)
    let code = TimeCode.code(try someone.seed(), step: someone.kommune.now.seconds / 30)
    let setup = try someone.kommune.run(
      ConfirmOneTimeCode.self, as: person, ["code": .text(code)])
    #expect(setup.state == .inUse)
  }

  @Test("It takes a code to turn codes off", arguments: Engine.available)
  func turnsOff(_ engine: Engine) throws {
    let holder = try Holder(on: engine)
    let person = try holder.kommune.person(Someone.email)
    try holder.kommune.expect(OneTimeCodes.Refusal.codesAreInUse) {
      try holder.kommune.run(StartOneTimeCode.self, as: person)
    }
    #expect(throws: OneTimeCodes.Refusal.codeIsWrong) {
      try holder.kommune.run(RemoveOneTimeCode.self, as: person, ["code": "111111"])
    }
    try holder.kommune.run(
      RemoveOneTimeCode.self, as: person, ["code": .text(try holder.code())])

    #expect(try holder.someone.signIn().awaitsCode == false)
    #expect(try holder.kommune.value("SELECT count(*) FROM identity_recovery_code") == 0)
  }

  @Test(
    "A new link asks for the code too, unless the host turned it off", arguments: Engine.available)
  func aLinkDoesNotPassTheCodeBy(_ engine: Engine) throws {
    let holder = try Holder(on: engine)
    func accept(_ values: [String: Value]) throws -> Session {
      let invitation = try holder.kommune.run(
        InvitePerson.self, values.merging(["email": .text(Someone.email)]) { $1 })
      return try holder.kommune.run(
        AcceptInvitation.self, as: .visitor,
        ["token": .text(invitation.secret), "password": .text(Someone.password)])
    }
    #expect(try accept([:]).awaitsCode)
    #expect(try accept(["withoutCode": .flag(true)]).awaitsCode == false)
  }

  @Test("The secret is sealed: neither the database nor another kommune can read it")
  func theSecretIsSealed() throws {
    let holder = try Holder(on: .sqlite)
    let sealed: String = try holder.kommune.value(
      "SELECT sealed_seed FROM identity_one_time_code"
    ).orNotFound()
    #expect(sealed.hasPrefix("sealed1."))
    #expect(!sealed.contains(Base32.text(holder.seed)))
    #expect(holder.recoveryCodes.allSatisfy { !sealed.contains($0) })
    let other = InstanceKey.Label("one-time-code", kommune: 2, record: "\(holder.person)")
    #expect(Kommune.settings.key?.open(sealed, other) == nil)
  }
}

extension Someone {
  /// What their app was told.
  func seed() throws -> [UInt8] {
    let id = try kommune.person(Someone.email).member.orNotFound().id
    return try kommune.work(as: .host, .read) { try OneTimeCodes.of(id, in: $0).orNotFound().seed }
  }
}

/// Somebody who has turned one-time codes on.
private struct Holder {
  let someone: Someone
  let seed: [UInt8]
  let recoveryCodes: [String]
  let person: ID<Person>
  var kommune: Kommune { someone.kommune }

  init(on engine: Engine) throws {
    someone = try Someone(on: engine)
    let actor = try someone.kommune.person(Someone.email)
    let id = try actor.member.orNotFound().id
    try someone.kommune.run(StartOneTimeCode.self, as: actor)
    recoveryCodes = try someone.kommune.run(ReadOneTimeCode.self, as: actor).recoveryCodes
    seed = try someone.seed()
    person = id
    let code = TimeCode.code(seed, step: someone.kommune.now.seconds / 30)
    try someone.kommune.run(ConfirmOneTimeCode.self, as: actor, Someone.proof(code))
    someone.kommune.now = someone.kommune.now.adding(seconds: 30)
  }

  func code() throws -> String { TimeCode.code(seed, step: kommune.now.seconds / 30) }

  @discardableResult
  func enter(_ code: String, after session: Session) throws -> Session {
    try enter(code, token: session.token)
  }

  @discardableResult
  func enter(_ code: String, token: String) throws -> Session {
    kommune.caller = Caller(
      address: "192.0.2.1", session: Authentication.Credential.cookie(token).digest)
    defer { kommune.caller = .nowhere }
    return try kommune.run(EnterOneTimeCode.self, as: .visitor, ["code": .text(code)])
  }
}
