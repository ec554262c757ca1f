import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity

@Suite struct OwnSessionTests {
  @Test("A person sees their open sessions, the newest first", arguments: Engine.available)
  func aPersonSeesTheirOpenSessions(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let start = kommune.now
    kommune.now = start.adding(seconds: 600)
    try kommune.note(.cookie(someone.session.token))
    let here = try someone.signIn()

    let sessions = try list(as: here, of: someone)

    #expect(sessions.map(\.startedAt) == [kommune.now, start])
    #expect(sessions.map(\.lastUsedAt) == [kommune.now, kommune.now])
    #expect(sessions.map(\.isCurrent) == [true, false])
    #expect(sessions.map(\.awaitsCode) == [false, false])
    #expect(sessions.map(\.login) == [nil, nil])
    kommune.now = kommune.now.adding(seconds: 1799)
    try kommune.note(.cookie(here.token))
    kommune.now = kommune.now.adding(seconds: 1)
    #expect(try list(as: here, of: someone).map(\.isCurrent) == [true], "the other has closed")
  }

  @Test("A session that began at an issuer is called after it", arguments: Engine.available)
  func aSessionNamesItsLogin(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    _ = try Traveller.added(to: someone.kommune)
    let kari = try someone.kommune.person(Someone.email)
    let traveller = try Traveller(someone.kommune)
    try traveller.leave(
      LinkLogin.self, as: kari, ["password": .text(Someone.password)])
    let session = try traveller.comeBack(as: kari)
    #expect(Set(try list(as: session, of: someone).map(\.login)) == ["Prøveporten", nil])
  }

  @Test("A password that somebody else knows is seen by its session", arguments: Engine.available)
  func whoLacksTheCodeIsSeen(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    try someone.kommune.sql(
      """
      INSERT INTO identity_one_time_code (person_id, sealed_seed, last_step, confirmed_at)
      SELECT id, '', 0, 1 FROM identity_person
      """)
    try someone.signIn()
    let sessions = try list(as: someone.session, of: someone)
    #expect(sessions.count { $0.awaitsCode } == 1)
  }

  @Test("A person ends one of their sessions, and nobody else's", arguments: Engine.available)
  func aPersonEndsOneOfThem(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    let kommune = someone.kommune
    let here = try someone.signIn()
    let other = try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    let olas = try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(other.secret), "password": .text(Someone.password)])
    let kari = try kommune.person(Someone.email)
    func end(_ session: Session) throws {
      let id = OwnSession.id(of: digest(session))
      try kommune.run(EndOwnSession.self, as: kari, ["session": .text("\(id)")])
    }

    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) { try end(olas) }
    try end(someone.session)

    #expect(try kommune.actor(.cookie(someone.session.token)).isSignedIn == false)
    #expect(try kommune.actor(.cookie(here.token)).isSignedIn)
    #expect(try kommune.actor(.cookie(olas.token)).isSignedIn)
    #expect(try kommune.events("session-ended") == 1)
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) { try end(someone.session) }
  }

  @Test("Sixty sessions are listed with as many statements as one", arguments: Engine.available)
  func listsManyAtOnce(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    func statements() throws -> Int {
      someone.kommune.statements.clear()
      _ = try list(as: someone.session, of: someone)
      return someone.kommune.statements.statements.count
    }
    let few = try statements()
    for number in 1...60 {
      try someone.kommune.sql(
        """
        INSERT INTO identity_session (token_hash, person_id, created_at, expires_at)
        SELECT \("digest-\(number)"), id, 0, \(someone.kommune.now.adding(seconds: 9))
        FROM identity_person
        """)
    }
    #expect(try list(as: someone.session, of: someone).count == 61)
    #expect(try statements() == few)
  }

  @Test("The page leads there, marks this session and has a button for each other")
  func thePage() throws {
    let someone = try Someone(on: .sqlite)
    try someone.signIn()
    let client = TestClient(someone.kommune)
    client.token = someone.session.token
    #expect(client.page("/min-side").text.contains("/min-side/okter\">Her er du logget inn</a>"))
    let page = client.page("/min-side/okter").text
    #expect(page.contains("Denne bruker du nå"))
    #expect(page.split(separator: "/avslutt\">").count == 2)
    #expect(!page.contains(digest(someone.session)))
    #expect(client.page("/min-side/okter?sprak=nn").text.contains("Her er du logga inn"))
  }

  private func list(as session: Session, of someone: Someone) throws -> [OwnSession] {
    someone.kommune.caller = Caller(address: "192.0.2.1", session: digest(session))
    defer { someone.kommune.caller = .nowhere }
    return try someone.kommune.run(
      ListOwnSessions.self, as: try someone.kommune.person(Someone.email))
  }

  private func digest(_ session: Session) -> String {
    Authentication.Credential.cookie(session.token).digest ?? ""
  }
}
