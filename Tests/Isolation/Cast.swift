import Crypto
import Kernel
import TestKit
import UseCases
import Web

@testable import Identity

/// Everybody who can knock on one kommune's door, and every secret they were given.
struct Cast: Sendable {
  let principals: [Principal]
  /// The secret of an invitation that nobody has used yet.
  let invitation: String
  /// The secret of somebody who wants to take part in a council.
  let interest: String
  /// An address and the password that goes with it.
  let email: String
  /// One-time codes of two of its people: one who has only begun, and one who must show them.
  let codes: [String]
  /// Every secret of the kommune: whoever shows one has seen what they must not.
  let secrets: [String]

  /// Signs everybody in.
  init(
    in kommune: TestKit.Kommune, _ mark: Mark, _ secretary: Actor, interest: String
  ) throws {
    let keys = Keys(kommune: kommune, mark: mark)
    var principals = [Principal(name: "a visitor", credential: .none, kind: .visitor)]
    for (role, person, roles) in Self.people {
      principals.append(
        Principal(
          name: "a \(role.rawValue)", credential: .session(try keys.session(of: person)),
          kind: .person(roles)))
    }
    _ = try kommune.addPerson("\(mark.text) uten rolle", mark.email("ingen"))
    principals.append(
      Principal(
        name: "somebody without a role", credential: .session(try keys.session(of: "ingen")),
        kind: .person([])))
    for role in CreateToken.roles {
      principals.append(
        Principal(
          name: "a program as \(role.rawValue)", credential: .token(try keys.token(role)),
          kind: .program(role)))
    }
    principals += try keys.lockedOut()
    codes = [try keys.codeOfBeginner("vara-forelder1"), try keys.recoveryCode(of: "ansatt0")]
    principals.append(
      Principal(
        name: "somebody halfway in", credential: .session(try keys.halfway("ansatt0")),
        kind: .visitor))
    _ = try kommune.addPerson("\(mark.text) invitert", mark.email("invitert"))
    invitation = try keys.invitation(of: "invitert")
    email = mark.email("ingen")
    self.principals = principals
    self.interest = interest
    secrets =
      principals.compactMap(\.secret) + [invitation, interest]
      + codes.filter { $0.count > 6 }
  }

  /// Who stands for each role, and all that they are; a role that only a grant gives stands for
  /// itself.
  private static let people: [(Role, String, Set<Role>)] = {
    let seats: [Role: (String, Set<Role>)] = [
      .councilLeader: ("forelder0", [.councilLeader, .userRepresentative]),
      .userRepresentative: ("forelder1", [.userRepresentative]),
      .personalDeputy: ("vara-forelder1", [.personalDeputy]),
      .staffParticipant: ("ansatt0", [.staffParticipant]),
    ]
    return Role.allCases.filter { $0 != .visitor }.map { role in
      let (person, roles) = seats[role] ?? (role.rawValue, [role])
      return (role, person, roles)
    }
  }()
}

/// Makes what opens the door.
private struct Keys {
  let kommune: TestKit.Kommune
  let mark: Mark

  func invitation(of person: String) throws -> String {
    try kommune.run(InvitePerson.self, ["email": .text(mark.email(person))]).secret
  }

  func session(of person: String) throws -> String {
    try kommune.run(
      AcceptInvitation.self, as: .visitor,
      [
        "token": .text(try invitation(of: person)), "password": .text(Scenario.password),
      ]
    ).token
  }

  func token(_ role: Role, _ name: String = "program") throws -> String {
    try kommune.run(
      CreateToken.self,
      ["name": .text("\(mark.text) \(name) \(role.rawValue)"), "role": .text(role.rawValue)]
    ).secret
  }

  /// The code with which somebody can confirm what they have begun.
  func codeOfBeginner(_ person: String) throws -> String {
    try kommune.run(StartOneTimeCode.self, as: try kommune.person(mark.email(person)))
    return TimeCode.code(try codes(of: person).seed, step: Scenario.start.seconds / 30)
  }

  /// A recovery code of somebody who has confirmed.
  func recoveryCode(of person: String) throws -> String {
    let code = try codeOfBeginner(person)
    try kommune.run(
      ConfirmOneTimeCode.self, as: try kommune.person(mark.email(person)),
      ["code": .text(code), "password": .text(Scenario.password)])
    return try codes(of: person).recoveryCodes.first.orNotFound()
  }

  private func codes(of person: String) throws -> OneTimeCodes {
    let id = try kommune.person(mark.email(person)).member.orNotFound().id
    return try kommune.work { try OneTimeCodes.of(id, in: $0) }.orNotFound()
  }

  /// The session of somebody whose one-time code is still to come.
  func halfway(_ person: String) throws -> String {
    try kommune.run(
      SignIn.self, as: .visitor,
      ["email": .text(mark.email(person)), "password": .text(Scenario.password)]
    ).token
  }

  /// A person who was disabled, and a program whose token was revoked.
  func lockedOut() throws -> [Principal] {
    _ = try kommune.addPerson("\(mark.text) sluttet", mark.email("sluttet"), .secretary)
    let session = try session(of: "sluttet")
    try kommune.run(DisablePerson.self, ["email": .text(mark.email("sluttet"))])
    let token = try token(.secretary, "gammelt")
    try kommune.run(RevokeToken.self, ["name": .text("\(mark.text) gammelt secretary")])
    return [
      Principal(name: "a disabled person", credential: .session(session), kind: .lockedOut),
      Principal(name: "a revoked program", credential: .token(token), kind: .lockedOut),
    ]
  }
}
