import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct LetterTests {
  @Test("Whoever is invited gets a letter with the link", arguments: Engine.available)
  func anInvitationIsPosted(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)

    let invitation = try kommune.run(
      AddPerson.self, ["name": "Kari\r\nBcc: x", "email": "kari@eksempel.no"])

    let letter = try #require(try kommune.letters().first)
    let content = try #require(letter.content)
    #expect(letter.state == "waiting")
    #expect(letter.subject == "Lenken din til Samråd i Prøve kommune")
    #expect(content.address.text == "kari@eksempel.no")
    #expect(letter.secret == invitation.secret)
    #expect(content.body.contains("til mandag 24. august 2026 kl. 10.00."))
    #expect(!content.body.contains("Kari"), "nobody has us send their words")
    #expect(try !kommune.everything().contains("Bcc: x\"@"))
  }

  @Test("Nobody is told what was not saved", arguments: Engine.available)
  func aLetterGoesWithItsTransaction(_ engine: Engine) throws {
    struct Stop: Error {}
    let kommune = try Kommune(on: engine)
    #expect(throws: Stop.self) {
      try kommune.work { work in
        var input = Input(["name": "Kari", "email": "kari@eksempel.no"])
        _ = try work.perform(AddPerson(&input))
        throw Stop()
      }
    }
    #expect(try kommune.letters().isEmpty)
  }

  @Test("Whoever has a new password is told so, without a link", arguments: Engine.available)
  func aNewPasswordIsTold(_ engine: Engine) throws {
    let kommune = try Someone(on: engine).kommune

    let letter = try #require(try kommune.letters().last)

    #expect(letter.subject == "Passordet ditt er endret")
    #expect(letter.content?.address.text == Someone.email)
    #expect(letter.content?.body.contains("valgt mandag 17. august 2026 kl. 10.00.") == true)
    #expect(letter.content?.body.contains("http") == false)
    #expect(letter.content?.body.contains("ski_") == false)
  }

  @Test("Where no mail is sent, or none can be, nothing is posted and the link is made")
  func noMailNoLetter() throws {
    let kommune = try Kommune(on: .sqlite)
    _ = try kommune.run(AddPerson.self, ["name": "Kåre", "email": "kåre@eksempel.no"])
    for settings in [
      InstanceSettings(publicURL: .loopback(port: 1), key: Kommune.settings.key),
      InstanceSettings(publicURL: .loopback(port: 1), hasMailServer: true),
    ] {
      kommune.settings = settings
      #expect(!settings.sendsLetters)
      let made = try kommune.run(AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no"])
      #expect(made.secret.hasPrefix("ski_"))
    }
    #expect(try kommune.letters().isEmpty)
  }

  @Test("Letters are written in the kommune's language, and lead to its own host")
  func theLanguageAndTheHostAreTheKommunes() throws {
    let kommune = try Kommune(
      on: .sqlite, changing: "UPDATE catalog.tenant SET language = 'nn', host = 'råd.no'")
    kommune.settings = InstanceSettings(
      publicURL: try #require(PublicURL("https://samrad.eksempel.no:8443")),
      key: Kommune.settings.key, hasMailServer: true)

    try kommune.run(AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no"])

    let letter = try #require(try kommune.letters().first)
    #expect(letter.subject.hasPrefix("Lenkja di"))
    #expect(letter.content?.body.contains("brukarråda") == true)
    #expect(
      letter.content?.body.contains("\nhttps://råd.no:8443/invitasjon/\(letter.secret ?? "-")\n")
        == true)
  }

  @Test("The outbox holds neither a link nor an address in clear", arguments: Engine.available)
  func theOutboxIsSealed(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let invitation = try kommune.run(
      AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no"])
    try kommune.run(
      RequestPasswordReset.self, as: .visitor, ["email": "ukjent@eksempel.no"])
    let rows = try kommune.everything()
    #expect(!rows.contains(invitation.secret.dropFirst(4)))
    #expect(rows.contains("sealed1."))
    #expect(!rows.contains("ukjent@eksempel.no"))
    let addresses = rows.split(separator: "kari@eksempel.no", omittingEmptySubsequences: false)
    #expect(addresses.count == 2, "in their own record only")
  }
}
