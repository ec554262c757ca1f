import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct ChangePasswordTests {
  private static let new = "fire nye ord her"

  @Test("A new password ends every other session", arguments: Engine.available)
  func changes(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let other = try someone.signIn()
    someone.kommune.caller = Caller(
      address: "192.0.2.1", session: Authentication.Credential.cookie(other.token).digest)

    try change(someone, from: Someone.password, to: Self.new)

    #expect(try someone.kommune.actor(.cookie(other.token)).isSignedIn, "the one it was done in")
    #expect(try someone.kommune.actor(.cookie(someone.session.token)).isSignedIn == false)
    #expect(throws: SignIn.Refusal.emailOrPasswordIsWrong) { try someone.signIn() }
    #expect(try someone.signIn(Someone.email, Self.new).awaitsCode == false)
    let letters = try someone.kommune.letters().map(\.subject).filter { $0.hasPrefix("Passordet") }
    #expect(letters.count == 2, "told when it was chosen, and when it was changed")
  }

  @Test("The current password is not to be guessed in a session left open")
  func countsTries() throws {
    let someone = try Someone(on: .sqlite)
    for _ in 1...6 {
      #expect(throws: ChangePassword.Refusal.currentPasswordIsWrong) {
        try change(someone, from: "feil hest", to: Self.new)
      }
    }
    #expect(throws: Throttle.Refusal.tooManyTries(2)) {
      try change(someone, from: Someone.password, to: Self.new)
    }
  }

  @Test(
    "A password that everybody tries first is refused",
    arguments: [
      "qwerty123456", "Passord12345!", "sommer2026!!!", "111122223333", "aaaaaaaaaaaaaaaa",
      "1qaz2wsx3edc", "123456789012", "Brukerråd2026", "kort", "samrad-202612", "Samråd 123456",
      "SommerVinter2026", "Kari-Nordmann-1", "nordmann2026!", "eksempel.no.2026", "KariPrøve 2026",
      "prøvekommune1",
    ])
  func refusesCommonOnes(_ password: String) throws {
    let someone = try Someone(on: .sqlite)
    try someone.kommune.expect(code: "invalid-input") {
      try change(someone, from: Someone.password, to: password)
    }
  }

  @Test(
    "Nothing but length and luck is asked",
    arguments: [
      "riktig hest batteri", "sommeren er kort men varm", "  tre ord og litt luft  ",
      "𝕊ærlig lang 𝕔", "kari spiser gul brunost", "prøv en lang setning",
      "kommunens beste gjeng", String(repeating: "fire ord til ", count: 15),
    ])
  func takesPlainOnes(_ password: String) throws {
    let someone = try Someone(on: .sqlite)
    try change(someone, from: Someone.password, to: password)
    #expect(try someone.signIn(Someone.email, password).token.isEmpty == false)
  }

  private func change(_ someone: Someone, from current: String, to password: String) throws {
    try someone.kommune.run(
      ChangePassword.self, as: try someone.kommune.person(Someone.email),
      ["current": .text(current), "password": .text(password)])
  }
}
