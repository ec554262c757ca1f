import Database
import Identity
import Kernel
import Synchronization
import TestKit
import Testing
import UseCases
import Web

@testable import Notices

@Suite struct PostmanTests {
  /// What a mail server was handed, and what it says to it.
  private final class Server: Sendable {
    private let state = Mutex<(messages: [MailMessage], answers: [Delivery])>(([], []))

    var messages: [MailMessage] { state.withLock { $0.messages } }

    func say(_ answers: Delivery...) { state.withLock { $0.answers = answers } }

    func take(_ message: MailMessage) -> Delivery {
      state.withLock { state in
        state.messages.append(message)
        return state.answers.isEmpty ? .delivered : state.answers.removeFirst()
      }
    }
  }

  private let server = Server()

  private func invited(on engine: Engine, _ count: Int = 1) throws -> Kommune {
    let kommune = try Kommune(on: engine)
    for number in 1...count {
      try kommune.run(
        AddPerson.self, ["name": "Kari", "email": .text("kari\(number)@eksempel.no")])
    }
    return kommune
  }

  private func send(_ kommune: Kommune) throws {
    let server = server
    try kommune.postman { server.take($0) }.sendDue(of: kommune.tenant.id)
  }

  @Test("A letter is sent once, and its text and address are gone", arguments: Engine.available)
  func aLetterIsSentOnce(_ engine: Engine) throws {
    let kommune = try invited(on: engine)
    let posted = try #require(try kommune.letters().first)

    try send(kommune)
    kommune.now = kommune.now.adding(days: 1)
    try send(kommune)

    let message = try #require(server.messages.first)
    #expect(server.messages.count == 1)
    #expect(message.id == "\(posted.id)@127.0.0.1")
    #expect(message.senderName == "Prøve kommune")
    #expect(message.recipient.text == "kari1@eksempel.no")
    #expect(message.body.contains(posted.secret ?? "-"))
    let sent = try #require(try kommune.letters().first)
    #expect(sent.state == "sent" && sent.content == nil && sent.tries == 1)
    #expect(try kommune.value("SELECT count(*) FROM notices_letter WHERE sealed IS NULL") == 1)
  }

  @Test("A letter the server puts off is tried again, later each time", arguments: Engine.available)
  func aLetterIsTriedAgain(_ engine: Engine) throws {
    let kommune = try invited(on: engine)
    server.say(.later("451"), .noServer("away"))

    try send(kommune)
    try send(kommune)
    #expect(server.messages.count == 1, "not at once")
    kommune.now = kommune.now.adding(seconds: 38)
    try send(kommune)
    #expect(server.messages.count == 2)
    kommune.now = kommune.now.adding(seconds: 44)
    try send(kommune)
    #expect(server.messages.count == 2, "twice as long")
    kommune.now = kommune.now.adding(seconds: 31)
    try send(kommune)

    #expect(server.messages.count == 3)
    #expect(Set(server.messages.map(\.bytes)).count == 1, "the same bytes each time")
    #expect(try kommune.letters().map(\.state) == ["sent"])
  }

  @Test("A letter the server refuses for good is given up", arguments: Engine.available)
  func aRefusedLetterFails(_ engine: Engine) throws {
    let kommune = try invited(on: engine, 2)
    server.say(.refused("550"))

    try send(kommune)

    #expect(try kommune.letters().map(\.state) == ["failed", "sent"])
    #expect(try kommune.letters().allSatisfy { $0.content == nil })
    let standing = try Store(kommune.location).transaction(of: kommune.tenant.id, .read) {
      try LetterStanding(in: $0)
    }
    #expect(standing.failed == 1 && standing.waiting == 0 && standing.nextTryAt == nil)
  }

  @Test(
    "A letter is given up when its link has run out, or after too many tries",
    arguments: Engine.available)
  func aLetterIsNotTriedForEver(_ engine: Engine) throws {
    let kommune = try invited(on: engine, 2)
    try kommune.sql("UPDATE notices_letter SET tries = \(Postman.mostTries - 1)")
    server.say(.later("451"))
    try send(kommune)
    #expect(try kommune.letters().map(\.state).sorted() == ["failed", "sent"])

    try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    kommune.now = kommune.now.adding(days: 7).adding(seconds: -10)
    server.say(.later("451"))
    try send(kommune)
    #expect(try kommune.letters().last?.state == "failed")
  }

  @Test("When no server answers, the other letters do not wait in line for it")
  func anAbsentServerIsAskedOnce() throws {
    let kommune = try invited(on: .sqlite, 3)
    server.say(.noServer("away"))
    try send(kommune)
    #expect(server.messages.count == 1)
    #expect(try kommune.letters().map(\.tries) == [1, 0, 0])
    try send(kommune)
    #expect(server.messages.count == 3)
  }

  @Test(
    "Whoever is cut off leaves the letter to the next one, after a minute",
    arguments: Engine.available)
  func aClaimRunsOut(_ engine: Engine) throws {
    let kommune = try invited(on: engine)
    let server = server
    let tenant = kommune.tenant.id
    let other = try kommune.postman { server.take($0) }
    try kommune.postman { message in
      // While this one has it, another one finds nothing.
      do { try other.sendDue(of: tenant) } catch { Issue.record(error) }
      #expect(server.messages.isEmpty)
      return .later("the plug was pulled")
    }.sendDue(of: tenant)
    try kommune.sql("UPDATE notices_letter SET next_try_at = \(kommune.now.adding(seconds: 60))")

    kommune.now = kommune.now.adding(seconds: 59)
    try send(kommune)
    #expect(server.messages.isEmpty)
    kommune.now = kommune.now.adding(seconds: 1)
    try send(kommune)
    #expect(server.messages.count == 1)
  }

  @Test("A suspended kommune sends nothing, and the next one does")
  func aSuspendedKommuneIsSilent() throws {
    let kommune = try Kommune(
      on: .sqlite, changing: "UPDATE catalog.tenant SET status = 'suspended'")
    try kommune.run(AddPerson.self, ["name": "Kari", "email": "kari@eksempel.no"])
    let server = server
    let postman = try kommune.postman { server.take($0) }
    #expect(try postman.round { false } == LetterStanding())
    try postman.sendDue(of: kommune.tenant.id)
    #expect(server.messages.isEmpty)
    _ = try Store(kommune.location).catalog(.write) {
      try $0.run("UPDATE catalog.tenant SET status = 'active'")
    }
    #expect(try postman.round { true }.waiting == 1)
    #expect(server.messages.isEmpty, "not while stopping")
    #expect(try postman.round { false }.waiting == 1)
    #expect(server.messages.count == 1)
  }

  @Test(
    "A letter copied to another kommune or another letter stays shut", arguments: Engine.available)
  func aLetterOpensInItsPlaceOnly(_ engine: Engine) throws {
    let kommune = try invited(on: engine, 2)
    try kommune.sql(
      """
      UPDATE notices_letter SET sealed = (SELECT sealed FROM notices_letter ORDER BY id LIMIT 1)
      """)
    try send(kommune)
    #expect(server.messages.count == 1)
    #expect(try kommune.letters().map(\.state) == ["sent", "failed"])
    let key = try #require(Kommune.settings.key)
    let letter = try #require(try invited(on: engine).letters().first)
    #expect(Letters.open("sealed1.AAAA", letter.id, of: TenantID(1), with: key) == nil)
  }

  @Test("Letters are forgotten after a month", arguments: Engine.available)
  func oldLettersAreForgotten(_ engine: Engine) throws {
    let kommune = try invited(on: engine)
    try send(kommune)
    kommune.now = kommune.now.adding(days: 31)
    try kommune.run(AddPerson.self, ["name": "Ola", "email": "ola@eksempel.no"])
    try send(kommune)
    #expect(try kommune.letters().count == 1)
  }

  @Test("The database keeps no text of a letter that is done", arguments: Engine.available)
  func theSchemaGuards(_ engine: Engine) throws {
    let kommune = try invited(on: engine)
    for change: SQL in [
      "UPDATE notices_letter SET state = 'sent'", "UPDATE notices_letter SET sealed = NULL",
      "UPDATE notices_letter SET state = 'lost'", "UPDATE notices_letter SET tries = -1",
    ] {
      #expect(throws: DatabaseError.self) { try kommune.sql(change) }
    }
  }

  @Test("Pauses grow to an hour, and no two are alike")
  func pausesGrow() {
    #expect((22...38).contains(Postman.pause(after: 1)))
    #expect((45...75).contains(Postman.pause(after: 2)))
    #expect((2700...4500).contains(Postman.pause(after: 50)))
    #expect(Set((1...50).map { _ in Postman.pause(after: 20) }).count > 1)
  }
}
