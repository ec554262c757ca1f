import Database
import Kernel
import TestKit
import Testing
import UseCases

@testable import Demo

@Suite struct DemoDataTests {
  @Test func theDataIsTheSameEveryTime() throws {
    let one = try FilledFolder.shared.get()
    let other = try FilledFolder()
    for slug in FilledFolder.slugs {
      #expect(try one.fingerprint(slug) == other.fingerprint(slug))
    }
    #expect(one.accounts.map(\.email) == other.accounts.map(\.email))
    #expect(one.accounts.map(\.password) == other.accounts.map(\.password))
  }

  /// Two years of council work without a number of a single person (R136).
  @Test(arguments: FilledFolder.slugs) func noIdentityNumberIsStored(_ slug: String) throws {
    let rows = try FilledFolder.shared.get().inKommune(slug) { try $0.dump() }
    #expect(rows.count > 10_000)
    #expect(Screening(rows, on: day(2032, 1, 1)).verdict == .clean)
  }

  @Test(arguments: FilledFolder.slugs) func everyKommuneHasItsYears(_ slug: String) throws {
    let demo = try FilledFolder.shared.get()
    #expect(try demo.count(slug, "SELECT count(*) FROM tenancy_unit") >= 12)
    #expect(try demo.count(slug, "SELECT count(*) FROM councils_council") >= 8)
    #expect(try demo.count(slug, "SELECT count(DISTINCT type) FROM tenancy_unit") >= 4)
    let rarest = try demo.count(
      slug,
      """
      SELECT min(meetings) FROM (SELECT count(m.id) AS meetings FROM councils_council c
      LEFT JOIN meetings_meeting m ON m.council_id = c.id
      WHERE c.status = 'constituted' GROUP BY c.id)
      """)
    #expect(rarest >= 4)
    let span = try demo.count(
      slug, "SELECT (max(starts_at) - min(starts_at)) / 86400000000 FROM meetings_meeting")
    #expect(span > 640)
  }

  @Test("R095-R098: a school, a kindergarten and a nursing home were elected from call to answer")
  func threeCouncilsWereElected() throws {
    let demo = try FilledFolder.shared.get()
    let types: [String] = try demo.inKommune("trondheim") {
      try $0.values(
        """
        SELECT DISTINCT u.type FROM councils_election e
        JOIN councils_council c ON c.id = e.council_id JOIN tenancy_unit u ON u.id = c.unit_id
        WHERE e.status = 'seated' AND c.status = 'constituted'
        """)
    }
    #expect(Set(types) == ["school", "kindergarten", "nursing_home"])
    let addresses: SQL = """
      SELECT count(*) FROM councils_candidate n JOIN councils_election e ON e.id = n.election_id
      WHERE e.status = 'seated' AND n.email IS NOT NULL
      """
    #expect(try demo.count("trondheim", addresses) == 0)
  }

  @Test(arguments: FilledFolder.slugs) func resolutionsAreInEveryState(_ slug: String) throws {
    let demo = try FilledFolder.shared.get()
    let answers: [String] = try demo.inKommune(slug) {
      try $0.values("SELECT outcome FROM meetings_answer")
    }
    #expect(Set(answers) == ["followed", "partly_followed", "not_followed"])
    // Waiting and overdue on each of the days that the demo takes for its today.
    for date in [day(2026, 11, 20), day(2026, 12, 3)] {
      let unanswered: SQL = """
        FROM meetings_resolution r LEFT JOIN meetings_answer a ON a.resolution_id = r.id
        WHERE a.resolution_id IS NULL
        """
      #expect(try demo.count(slug, "SELECT count(*) \(unanswered) AND answer_due >= \(date)") > 0)
      #expect(try demo.count(slug, "SELECT count(*) \(unanswered) AND answer_due < \(date)") > 0)
    }
    #expect(try demo.count(slug, "SELECT count(*) FROM meetings_ballot WHERE yes = no") > 0)
    #expect(try demo.count(slug, "SELECT count(*) FROM meetings_ballot WHERE yes < no") > 0)
  }

  @Test(arguments: FilledFolder.slugs) func minutesAreInEveryState(_ slug: String) throws {
    let demo = try FilledFolder.shared.get()
    let states: [String] = try demo.inKommune(slug) {
      try $0.values("SELECT status FROM meetings_minutes")
    }
    #expect(Set(states) == ["draft", "circulated", "approved"])
    let published = try demo.count(slug, "SELECT count(*) FROM meetings_publication")
    #expect(published > 0 && published < states.count { $0 == "approved" })
    let ended = try demo.count(
      slug, "SELECT count(*) FROM meetings_meeting WHERE status = 'ended'")
    #expect(ended > states.count)
  }

  @Test(arguments: FilledFolder.slugs) func meetingsLieAheadOfEveryCouncil(_ slug: String) throws {
    let demo = try FilledFolder.shared.get()
    let approvals: [Int] = try demo.inKommune(slug) {
      try $0.values(
        """
        SELECT count(a.role) FROM meetings_meeting m
        LEFT JOIN meetings_agenda_approval a ON a.meeting_id = m.id
        WHERE m.starts_at > \(Instant(day(2026, 12, 4))) GROUP BY m.id
        """)
    }
    let councils = try demo.count(
      slug, "SELECT count(*) FROM councils_council WHERE status = 'constituted'")
    #expect(approvals.count == councils)
    #expect(Set(approvals) == [0, 1, 2])
    let without = try demo.count(
      slug,
      """
      SELECT count(*) FROM meetings_meeting m WHERE status = 'planned'
      AND NOT EXISTS (SELECT 1 FROM meetings_item i WHERE i.meeting_id = m.id)
      """)
    #expect(without == 0)
  }

  @Test func inTrondheimDeputiesStepIn() throws {
    let demo = try FilledFolder.shared.get()
    let deputies: SQL =
      "SELECT count(*) FROM meetings_attendance WHERE capacity = 'personal_deputy'"
    #expect(try demo.count("trondheim", deputies) > 10)
    #expect(try demo.count("baerum", deputies) == 0)
  }

  @Test(arguments: FilledFolder.slugs) func theEventLogIsWhole(_ slug: String) throws {
    let demo = try FilledFolder.shared.get()
    let events = try demo.count(slug, "SELECT count(*) FROM events_event")
    #expect(try demo.inKommune(slug) { try EventLog.verify(in: $0) } == .whole(events))
    let steps: [Instant] = try demo.inKommune(slug) {
      try $0.values("SELECT at FROM events_event ORDER BY number")
    }
    let backwards = zip(steps, steps.dropFirst()).count { $0 > $1 }
    #expect(backwards < steps.count / 50, "the log reads in the order of time")
  }

  @Test(arguments: FilledFolder.slugs) func noTextHasAnIdentityNumber(_ slug: String) throws {
    let demo = try FilledFolder.shared.get()
    let texts: [String] = try demo.inKommune(slug) {
      try $0.values(
        """
        SELECT body FROM meetings_minutes_version UNION SELECT reasons FROM meetings_answer
        UNION SELECT title || ' ' || summary FROM meetings_item
        UNION SELECT motion FROM meetings_ballot UNION SELECT name || email FROM identity_person
        UNION SELECT name FROM tenancy_unit UNION SELECT place FROM meetings_meeting
        """)
    }
    #expect(texts.count > 100)
    #expect(texts.filter { $0.filter { !$0.isWhitespace }.contains(/\d{11}/) } == [])
  }
}
