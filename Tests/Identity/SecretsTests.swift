import Identity
import TestKit
import Testing
import Web

@Suite struct SecretsTests {
  @Test(arguments: Engine.available)
  func nothingSecretIsStoredInClear(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let again = try someone.signIn()
    let invitation = try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    let token = try kommune.run(CreateToken.self, ["name": "dashbord", "role": "secretary"])

    let rows = try kommune.everything()

    #expect(rows.contains("ola@eksempel.no"))
    #expect(rows.contains("dashbord"))
    #expect(rows.contains("$argon2id$"))
    for secret in [
      Someone.password, someone.session.token, again.token, invitation.secret, token.secret,
    ] {
      #expect(!rows.contains(secret))
      #expect(!rows.contains(secret.dropFirst(4)))
    }
  }
}
