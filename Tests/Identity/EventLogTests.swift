import Kernel
import TestKit
import Testing

@testable import UseCases

@Suite struct EventLogTests {
  @Test(arguments: Engine.available)
  func everythingThatHappenedIsInOneWholeChain(_ engine: Engine) throws {
    let someone = try Someone(on: engine)
    _ = try someone.signIn()

    let events: [String] = try someone.kommune.work(as: .host, .read) {
      try $0.values("SELECT event FROM events_event ORDER BY number")
    }

    #expect(
      events == [
        "person-added", "role-granted", "person-invited", "password-chosen", "signed-in",
        "signed-in",
      ])
    #expect(try someone.kommune.verdict() == .whole(6))
  }

  @Test(arguments: [
    "UPDATE events_event SET facts = 'role=x' WHERE number = 2",
    "UPDATE events_event SET hash = '' WHERE number = 2",
    "DELETE FROM events_event WHERE number = 2",
  ])
  func anEventThatWasTamperedWithIsNamed(_ change: String) throws {
    let someone = try Someone(on: .sqlite)
    try someone.kommune.sql("DROP TRIGGER events_event_refuse_update")
    try someone.kommune.sql("DROP TRIGGER events_event_refuse_delete")

    try someone.kommune.sql(text: change)

    #expect(try someone.kommune.verdict() == .brokenAt(2))
  }

  @Test func anEventThatWasCutOffAtTheEndIsMissed() throws {
    let someone = try Someone(on: .sqlite)
    try someone.kommune.sql("DROP TRIGGER events_event_refuse_delete")

    try someone.kommune.sql("DELETE FROM events_event WHERE number = 5")

    #expect(try someone.kommune.verdict() == .brokenAt(5))
  }

  @Test(arguments: [6, 9])
  func anEventThatWasPutInAfterTheEndIsFound(_ number: Int) throws {
    let someone = try Someone(on: .sqlite)

    try someone.kommune.sql(
      """
      INSERT INTO events_event (number, at, event, record_id, actor_kind, facts, hash)
      SELECT \(number), at, event, record_id, actor_kind, facts, hash FROM events_event
      WHERE number = 5
      """)

    #expect(try someone.kommune.verdict() == .brokenAt(6))
  }

  @Test func aHeadThatWasChangedOrRemovedIsFound() throws {
    let someone = try Someone(on: .sqlite)

    try someone.kommune.sql("UPDATE events_head SET hash = 'x'")
    #expect(try someone.kommune.verdict() == .brokenAt(5))
    try someone.kommune.sql("DELETE FROM events_head")
    #expect(try someone.kommune.verdict() == .brokenAt(1))
  }

  @Test(arguments: Engine.available)
  func aLongLogIsWalkedPageByPage(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let record = ID<Never>("01a200d2-a670-7000-8000-000000000001")
    try kommune.work { work in
      for number in 1...2001 {
        try EventLog.append(
          "counted", record: record.orNotFound(), facts: ["number": "\(number)"], by: .host,
          at: kommune.now, in: work.transaction)
      }
    }

    #expect(try kommune.verdict() == .whole(2001))
  }
}
