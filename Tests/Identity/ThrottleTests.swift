import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct ThrottleTests {
  private static let wrong = "feil hest batteri stift"

  @Test("A hundred guesses at one account take more than an hour", arguments: Engine.available)
  func aHundredGuessesTakeAnHour(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let start = someone.kommune.now
    var guesses = 0
    while guesses < 100 {
      do {
        try someone.signIn(Someone.email, Self.wrong)
      } catch Throttle.Refusal.tooManyTries(let seconds) {
        #expect((1...60).contains(seconds))
        someone.kommune.now = someone.kommune.now.adding(seconds: Int64(seconds))
      } catch SignIn.Refusal.emailOrPasswordIsWrong {
        guesses += 1
      }
    }
    #expect(someone.kommune.now.seconds(after: start) > 3600)
    #expect(try someone.kommune.events("sign-in-refused") == 100)
  }

  @Test("A right password is refused too while an account is closed, and then let in")
  func thePersonWaitsAMinuteAtMost() throws {
    let someone = try Someone(on: .sqlite)
    for _ in 1...5 { #expect(throws: SignIn.Refusal.self) { try guess(someone) } }
    #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong) { try guess(someone) }
    try someone.kommune.expect(Throttle.Refusal.tooManyTries(2)) { try someone.signIn() }

    someone.kommune.now = someone.kommune.now.adding(seconds: 60)

    #expect(try someone.signIn().awaitsCode == false)
    for _ in 1...5 {
      #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong, "counted anew") { try guess(someone) }
    }
  }

  @Test("A stranger's guesses do not shut a person's own device out", arguments: Engine.available)
  func theirOwnDeviceIsCountedByItself(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    kommune.caller = Caller(address: "192.0.2.1")
    let mark = try #require(try someone.signIn().device)
    kommune.caller = Caller(address: "198.51.100.7")
    for _ in 1...6 { #expect(throws: SignIn.Refusal.self) { try guess(someone) } }
    #expect(throws: Throttle.Refusal.self) { try someone.signIn() }

    let device = Authentication.Credential.cookie(mark).digest
    kommune.caller = Caller(address: "192.0.2.1", device: device)

    #expect(try someone.signIn().token.isEmpty == false)
  }

  @Test("A device of somebody else's counts for nothing")
  func anotherPersonsDeviceDoesNotHelp() throws {
    let someone = try Someone(on: .sqlite)
    let kommune = someone.kommune
    let other = try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    kommune.caller = Caller(address: "198.51.100.7")
    let mark = try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(other.secret), "password": .text(Someone.password)]
    ).device
    let device = Authentication.Credential.cookie(try #require(mark)).digest
    for _ in 1...6 { #expect(throws: SignIn.Refusal.self) { try guess(someone) } }

    kommune.caller = Caller(address: "198.51.100.7", device: device)

    #expect(throws: Throttle.Refusal.self) { try guess(someone) }
  }

  @Test("One address cannot try one password on everybody", arguments: Engine.available)
  func anAddressIsCountedToo(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    kommune.caller = Caller(address: "2001:db8:1:2:aaaa::1")
    for number in 1...101 {
      #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong) {
        try kommune.run(
          QuickGuess.self, as: .visitor, ["email": .text("\(number)@eksempel.no")])
      }
    }
    kommune.caller = Caller(address: "2001:db8:1:2:bbbb::9")
    #expect(throws: Throttle.Refusal.self, "the same house") {
      try kommune.run(QuickGuess.self, as: .visitor, ["email": "ny@eksempel.no"])
    }
    kommune.caller = Caller(address: "2001:db8:1:3::1")
    #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong, "another house") {
      try kommune.run(QuickGuess.self, as: .visitor, ["email": "ny@eksempel.no"])
    }
  }

  @Test("What is counted holds no address and no e-mail", arguments: Engine.available)
  func onlyDigestsAreStored(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    someone.kommune.caller = Caller(address: "192.0.2.77")
    #expect(throws: SignIn.Refusal.self) { try guess(someone) }

    let keys: String? = try someone.kommune.value("SELECT max(key) FROM identity_throttle")
    #expect(try someone.kommune.value("SELECT count(*) FROM identity_throttle") == 2)
    #expect(keys?.count == 64)
    someone.kommune.now = someone.kommune.now.adding(days: 2)
    #expect(throws: SignIn.Refusal.self) {
      try someone.kommune.run(
        SignIn.self, as: .visitor, ["email": "x@eksempel.no", "password": "feil"])
    }
    #expect(
      try someone.kommune.value("SELECT count(*) FROM identity_throttle") == 2, "old ones are gone")
  }

  @Test func anIPv6NetworkIsTheFirstHalf() {
    #expect(Network.of("192.0.2.1") == "192.0.2.1")
    #expect(Network.of("2001:db8::1") == "2001:db8:0:0")
    #expect(Network.of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2")
    #expect(Network.of("::1") == "0:0:0:0")
  }

  private func guess(_ someone: Someone) throws { try someone.signIn(Someone.email, Self.wrong) }
}

/// A try to sign in whose password is not hashed, to count many of them quickly.
private struct QuickGuess: UseCase, Readable {
  static let permission = Permission.signIn
  let signIn: SignIn

  init(_ input: inout Input) {
    signIn = SignIn(email: input.text("email"), password: "", next: nil)
  }

  func perform(in work: borrowing Work) throws -> [String] {
    let account = try signIn.ask(in: work)
    _ = try signIn.perform(with: .init(account: account, isRight: false), in: work)
    return []
  }
}
