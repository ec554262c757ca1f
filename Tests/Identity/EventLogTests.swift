import TestKit
import Testing
import UseCases

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
}
