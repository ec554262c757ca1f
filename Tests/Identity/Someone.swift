import Database
import Identity
import Kernel
import TestKit
import UseCases
import Web

/// A kommune with one person in it who has chosen a password.
struct Someone {
  static let email = "kari@eksempel.no"
  static let password = "riktig hest batteri stift"

  let kommune: Kommune
  let session: Session

  init(on engine: Engine) throws {
    kommune = try Kommune(on: engine)
    let invitation = try kommune.run(
      AddPerson.self, ["name": "Kari Nordmann", "email": .text(Self.email), "role": "secretary"])
    session = try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(invitation.secret), "password": .text(Self.password)])
  }

  /// What turns one-time codes on: a code of the app, and the password.
  static func proof(_ code: String) -> [String: Value] {
    ["code": .text(code), "password": .text(password)]
  }

  @discardableResult
  func signIn(_ email: String = email, _ password: String = password) throws -> Session {
    try kommune.run(
      SignIn.self, as: .visitor, ["email": .text(email), "password": .text(password)])
  }
}

extension Kommune {
  /// Who presents a credential now.
  func actor(_ credential: Authentication.Credential) throws -> Actor {
    try Store(location).transaction(of: tenant.id, .read) {
      try Authentication.arriving(credential, at: tenant.id, in: $0, at: now)().orNotFound().actor
    }
  }

  /// Notes that a session is used, as the gateway does after each answer.
  func note(_ credential: Authentication.Credential) throws {
    try Store(location).transaction(of: tenant.id) { try credential.noteUse(in: $0, at: now) }
  }

  /// How many events of a kind there are.
  func events(_ event: String) throws -> Int {
    try value("SELECT count(*) FROM events_event WHERE event = \(event)") ?? -1
  }
}
