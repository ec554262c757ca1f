import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Demo

/// What is going on in the demo on the days that it is shown.
@Suite struct DemoTodayTests {
  /// The last and the first of the days that the demo takes for its today, an hour after noon.
  ///
  /// The last comes first, because whoever signs in clears away sessions that are over by then.
  private static let times = [day(2026, 12, 3), day(2026, 11, 20)].map { Instant($0, hour: 13) }

  /// The secretaries are signed in, which is an event, so no other test looks at the folder.
  private static let shared = Result {
    let demo = try FilledFolder()
    var tokens: [String: [String]] = [:]
    for account in demo.accounts where account.role == Role.secretary.rawValue {
      tokens[account.slug] = try times.map { time in
        try demo.api(
          .post, "/\(account.slug)/api/v1/sessions",
          #"{"email":"\#(account.email)","password":"\#(account.password)"}"#, at: time
        ).json("token").orNotFound()
      }
    }
    return (demo: demo, tokens: tokens)
  }

  /// A page as a visitor or the secretary sees it, on each of those days.
  private func page(
    _ slug: String, _ path: String, query: String = "", asSecretary: Bool = true
  ) throws -> [String] {
    let (demo, tokens) = try Self.shared.get()
    return try zip(Self.times, tokens[slug].orNotFound()).map { time, token in
      let answer = try demo.page(
        "/\(slug)\(path)", query: query, token: asSecretary ? token : nil, at: time)
      #expect(answer.status == 200, "\(path)")
      return answer.text
    }
  }

  /// The only record that a query finds.
  private func only(_ slug: String, _ query: SQL) throws -> ID<Never> {
    let ids: [ID<Never>] = try Self.shared.get().demo.inKommune(slug) { try $0.values(query) }
    return try #require(ids.count == 1 ? ids.first : nil, "\(ids.count) in \(slug)")
  }

  private static let forming: SQL = """
    SELECT e.id FROM councils_election e JOIN councils_council c ON c.id = e.council_id
    WHERE c.status = 'forming'
    """

  @Test("R095: a council is being elected, and its parents have not voted yet", arguments: places)
  func anElectionIsOpen(_ slug: String) throws {
    let council = try only(slug, "SELECT id FROM councils_council WHERE status = 'forming'")
    for page in try page(slug, "/rad/\(council)/valg", asSecretary: false) {
      #expect(page.contains("lyst ut") && page.contains("venter på svar fra de valgte"))
      #expect(page.contains("Vil du være med?"))
    }
    let open = try only(slug, "\(Self.forming) AND e.status = 'called'")
    for page in try page(slug, "/valg/\(open)") {
      #expect(page.matches(of: #/@\w+\.example/#).count >= 2, "there are candidates")
      #expect(page.contains("forelder"))
      #expect(!page.contains("Valgdagen er forbi"))
      #expect(!page.contains("Bekreft"))
    }
    for page in try page(slug, "/rad/\(council)/vil-du-vaere-med", asSecretary: false) {
      #expect(page.contains("søker folk"))
    }
  }

  @Test("Somebody was elected and has not answered yet", arguments: places)
  func oneHasNotAnswered(_ slug: String) throws {
    let elected = try only(slug, "\(Self.forming) AND e.status = 'confirmed'")
    let answers: SQL = """
      SELECT count(*) FROM councils_candidate WHERE election_id = \(elected) AND answer
      """
    let demo = try Self.shared.get().demo
    #expect(try demo.count(slug, "\(answers) IS NULL") == 1)
    #expect(try demo.count(slug, "\(answers) = 'accepted'") >= 1)
    for page in try page(slug, "/valg/\(elected)") {
      #expect(page.contains("Bekreftet av"))
      #expect(page.contains("value=\"accepted\""), "the answer can be written down")
    }
  }

  @Test(
    "R064, R135: a member has left, the place is free, and somebody would like to have it",
    arguments: places)
  func aPlaceIsFree(_ slug: String) throws {
    let council = try only(slug, "SELECT council_id FROM councils_interest")
    let reason = slug == "trondheim" ? "har fått en annen rolle" : "bruker ikke tjenesten lenger"
    for page in try page(slug, "/rad/\(council)/plasser") {
      #expect(page.contains("\"Sluttet\">\(reason)</td>"))
      #expect(page.contains("Fyll en ledig plass") && page.contains("Overtar etter"))
    }
    for page in try page(slug, "/rad/\(council)/interesserte") {
      #expect(page.contains("Vilja Medvirkerud") && page.contains("bidra der barna er"))
    }
    for page in try page(slug, "/rad/\(council)/vil-du-vaere-med", asSecretary: false) {
      #expect(page.contains("søker folk"))
    }
    for page in try page(slug, "/rad", query: "vacancy=true", asSecretary: false) {
      #expect(page.contains("/rad/\(council)\""))
    }
  }

  @Test("R134: a council deviates from its rules, and says why")
  func oneDeviates() throws {
    let council = try only(
      "trondheim", "SELECT DISTINCT council_id FROM councils_deviation_decision")
    for page in try page("trondheim", "/rad/\(council)", asSecretary: false) {
      #expect(page.contains("Elevrådet fant bare to som kunne i år."))
    }
  }

  @Test("A meeting is open, and not all have voted yet")
  func aMeetingIsOpen() throws {
    let meeting = try only("trondheim", "SELECT id FROM meetings_meeting WHERE status = 'open'")
    for page in try page("trondheim", "/moter/\(meeting)") {
      #expect(page.contains("Avslutt avstemningen og tell"))
    }
    let demo = try Self.shared.get().demo
    let voters: SQL = "SELECT count(*) FROM meetings_attendance WHERE may_vote AND meeting_id ="
    let votes: SQL = """
      SELECT count(*) FROM meetings_vote v JOIN meetings_ballot b ON b.id = v.ballot_id
      WHERE b.status = 'open'
      """
    let cast = try demo.count("trondheim", votes)
    #expect(try cast > 0 && cast < demo.count("trondheim", "\(voters) \(meeting)"))
  }

  private static let places = ["trondheim", "baerum"]
}
