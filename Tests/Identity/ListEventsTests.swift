import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct ListEventsTests {
  @Test(arguments: Engine.available)
  func theNewestComeFirstWithTheNamesOfNow(_ engine: Engine) throws {
    let log = try Log(on: engine)
    try log.write()

    let events = try log.read().data

    #expect(
      events.map(\.event) == [
        "prøve-skrevet", "role-granted", "person-added", "role-granted", "person-added",
      ])
    #expect(events.first?.actorName == "Siv Skriver")
    #expect(events.first?.facts.map(\.name) == ["version"])
    #expect(events.last?.actorKind == "host")
    #expect(events.map(\.recordName).prefix(3) == [nil, "Siv Skriver", "Siv Skriver"])
    #expect(events.map(\.number) == [5, 4, 3, 2, 1])
  }

  @Test(arguments: Engine.available)
  func eachFilterNarrowsAndTheyAddUp(_ engine: Engine) throws {
    let log = try Log(on: engine)
    try log.write()
    let siv = try #require(log.secretary.id)

    #expect(try log.codes(["person": .text("\(siv)")]) == ["prøve-skrevet"])
    #expect(try log.codes(["record": .text("\(siv)")]) == ["role-granted", "person-added"])
    #expect(try log.codes(["event": "person-added"]).count == 2)
    #expect(try log.codes(["event": "person-added", "record": .text("\(siv)")]).count == 1)
    #expect(try log.codes(["person": "00000000-0000-7000-8000-000000000000"]) == [])
    #expect(try log.codes(["event": "finnes-ikke"]) == [])
    for person in ["Siv", "siv@eksempel.no"] {
      try log.kommune.expect(code: "invalid-input") {
        _ = try log.read(["person": .text(person)])
      }
    }
    try log.kommune.expect(code: "invalid-input") { _ = try log.read(["cursor": "x"]) }
  }

  @Test("A day is a day in Norway", arguments: Engine.available)
  func periodsAreNorwegianDays(_ engine: Engine) throws {
    let log = try Log(on: engine)
    log.kommune.now = Instant(day(2026, 8, 20), hour: 21, minute: 59)
    try log.write("sent-på-kvelden")
    log.kommune.now = Instant(day(2026, 8, 20), hour: 22)
    try log.write("etter-midnatt")

    #expect(try log.codes(["from": "2026-08-20", "to": "2026-08-20"]) == ["sent-på-kvelden"])
    #expect(try log.codes(["from": "2026-08-21", "event": "etter-midnatt"]) == ["etter-midnatt"])
    #expect(try log.codes(["to": "2026-08-17"]).count == 4)
  }

  @Test(arguments: Engine.available)
  func pagesAreTurnedWithoutGapsAndLeaveOneTrace(_ engine: Engine) throws {
    let log = try Log(on: engine)
    for _ in 1...5 { try log.write() }
    var numbers: [Int] = []
    var cursor: String?
    repeat {
      let page = try log.read(["limit": 2, "cursor": cursor.map { .text($0) } ?? .null])
      numbers += page.data.map(\.number)
      cursor = page.next
    } while cursor != nil
    #expect(numbers == [9, 8, 7, 6, 5, 4, 3, 2, 1])
    #expect(try log.kommune.events("events-read") == 1)
  }

  @Test("Reading is an event with the filter as facts, once an hour", arguments: Engine.available)
  func readingLeavesATrace(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let siv = try #require(log.secretary.id)
    _ = try log.read(["person": .text("\(siv)"), "from": "2026-08-01"])
    let trace = try #require(log.read(["event": "events-read"]).data.first)
    #expect(trace.actorName == "Rune Revisor")
    let facts = Dictionary(uniqueKeysWithValues: trace.facts.map { ($0.name, $0.value) })
    #expect(
      facts == ["person": "\(siv)", "record": "", "event": "", "from": "2026-08-01", "to": ""])
    #expect(try log.kommune.events("events-read") == 2)
    _ = try log.read(["person": .text("\(siv)"), "from": "2026-08-01"])
    #expect(try log.kommune.events("events-read") == 2)
    log.kommune.now = log.kommune.now.adding(seconds: 3600)
    _ = try log.read(["person": .text("\(siv)"), "from": "2026-08-01"])
    #expect(try log.kommune.events("events-read") == 3)
    #expect(try log.kommune.verdict() == .whole(7))
  }

  @Test("What somebody typed stays out of the log", arguments: Engine.available)
  func noTypedTextIsLogged(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let address = "kari.diagnose@eksempel.no"
    try log.kommune.run(LookUpPerson.self, as: log.auditor, ["email": .text(address)])
    _ = try log.read(["event": "kari-er-syk"])
    #expect(try log.kommune.everything().contains("kari") == false)
  }

  @Test("Only an auditor of the whole kommune may", arguments: Role.allCases)
  func onlyAuditorsRead(_ role: Role) throws {
    let log = try Log(on: .sqlite)
    let person = try log.kommune.addPerson("Noen", "noen@eksempel.no", role)
    if role == .auditor {
      #expect(try log.read(as: person).data.count == 6)
    } else {
      try log.kommune.expect(AccessRefusal.youMayNotDoThis) { _ = try log.read(as: person) }
    }
    try log.kommune.expect(AccessRefusal.youMustSignIn) { _ = try log.read(as: .visitor) }
    try log.kommune.expect(AccessRefusal.youMayNotDoThis) { _ = try log.read(as: .host) }
  }

  @Test func theRoleIsHeldInTheWholeKommune() throws {
    let kommune = try Kommune(on: .sqlite)
    let rune: [String: Value] = ["name": "Rune", "email": "rune@eksempel.no", "role": "auditor"]
    let unit = "\(ID<Never>(high: 1, low: 1))"
    try kommune.expect(code: "invalid-input") {
      try kommune.run(AddPerson.self, rune.merging(["scope": .text(unit)]) { $1 })
    }
    try kommune.run(AddPerson.self, rune)
    #expect(try kommune.person("rune@eksempel.no").tenantWideRoles == [.auditor])
  }

  @Test("Another kommune's log is another log", arguments: Engine.available)
  func nothingOfAnotherKommune(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let other = try Kommune(on: engine)
    let stranger = try other.addPerson("Nina Nabo", "nina@eksempel.no", .auditor)
    try log.write("hemmelig-her")
    let events = try other.run(ListEvents.self, as: stranger).page.data
    #expect(events.map(\.event) == ["role-granted", "person-added"])
    let client = try log.client(.auditor)
    let abroad = TestClient(other)
    abroad.token = client.token
    #expect(client.api(.get, "/events").status == 200)
    #expect(abroad.api(.get, "/events").status == 401)
  }

  @Test("The list takes as many statements however long it is", arguments: Engine.available)
  func countsStatements(_ engine: Engine) throws {
    let log = try Log(on: engine)
    func statements() throws -> Int {
      let before = log.kommune.statements.statements.count
      _ = try log.read(["limit": 100])
      return log.kommune.statements.statements.count - before
    }
    _ = try statements()
    let few = try statements()
    for _ in 1...30 { try log.write() }
    #expect(try statements() == few)
    #expect(few == 2)
  }

  @Test("A log that somebody tampered with can still be read")
  func tamperingDoesNotBreakTheList() throws {
    let log = try Log(on: .sqlite)
    try log.kommune.sql("DROP TRIGGER events_event_refuse_update")
    try log.kommune.sql("DROP TRIGGER events_event_refuse_delete")
    try log.kommune.sql("PRAGMA ignore_check_constraints = ON")
    try log.kommune.sql("DELETE FROM events_event WHERE number = 2")
    try log.kommune.sql(
      """
      UPDATE events_event SET facts = 'hm', record_id = '<b>', actor_id = '?', event = 'tull'
      WHERE number = 3
      """)
    #expect(try log.codes() == ["role-granted", "tull", "person-added"])
    let client = TestClient(log.kommune)
    client.token = try Door.session(of: log)
    let page = client.page("/hendelser")
    #expect(page.status == 200)
    #expect(page.text.contains("tull"))
    #expect(!page.text.contains("<b>"))
  }
}
