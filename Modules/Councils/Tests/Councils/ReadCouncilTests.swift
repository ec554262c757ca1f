import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ReadCouncilTests {
  @Test("R093: anybody reads names and deputies, nobody addresses", arguments: Engine.available)
  func showsNamesWithoutAddresses(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let id = try kommune.run(
      ConstituteCouncil.self, SchoolCouncil.request(try kommune.school())
    ).id
    let client = TestClient(kommune)
    kommune.statements.clear()

    let json = client.api(.get, "/councils/\(id)")
    let page = client.page("/rad/\(id)")

    #expect(json.status == 200)
    #expect(json.headers["ETag"] == "\"1\"")
    #expect(json.json("unitLeaderTitle") == "enhetsleder")
    for answer in [json.text, page.text] {
      #expect(answer.contains("vara forelder 0"))
      #expect(!answer.contains("@"))
    }
    #expect(page.text.contains("/rad/\(id)/moter\""))
    #expect(page.text.contains("/rad/\(id)/vedtak\""))
    #expect(page.text.contains("elevrådet"))
  }

  @Test(
    "R027, R045: who has the duty, and where the kommune tells more", arguments: Engine.available)
  func tellsOfTheDuty(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let id = try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(school)).id
    try kommune.run(
      SetDutyHolder.self,
      ["unit": .text("\(school.id)"), "title": "rektor", "law": "opplæringslova § 10-1"])
    try kommune.run(
      SetInfoLink.self, ["ruleSet": "trondheim-skole", "link": "https://eksempel.no/rad"])
    let client = TestClient(kommune)
    #expect(client.api(.get, "/councils/\(id)").json("infoLink") == "https://eksempel.no/rad")
    let page = client.page("/rad/\(id)").text
    #expect(page.contains("rektor (etter opplæringslova § 10-1)"))
    #expect(page.contains("href=\"https://eksempel.no/rad\""))
  }

  @Test("A term that has not begun is shown; one that is over is not", arguments: Engine.available)
  func followsTheTerm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let later = ["termStart": Value.text("2026-10-01")]
    let council = try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(try kommune.school(), SchoolCouncil.seats(), later))
    #expect(council.seats.count == 6)
    kommune.now = Instant(day(2028, 9, 30), hour: 12)
    #expect(try kommune.run(ReadCouncil.self, ["council": .text("\(council.id)")]).seats.count == 6)
    kommune.now = Instant(day(2028, 10, 1), hour: 12)
    #expect(try kommune.run(ReadCouncil.self, ["council": .text("\(council.id)")]).seats.isEmpty)
  }

  @Test(
    "What a council lacks is told to those who can mend it, and of none that is dissolved",
    arguments: Engine.available)
  func tellsFaultsToThoseWhoMend(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.run(
      ConstituteCouncil.self, SchoolCouncil.request(try kommune.school()))
    try kommune.sql(
      "UPDATE councils_seat SET is_leader = \(false) WHERE council_id = \(council.id)")
    let path = "/rad/\(council.id)"
    let secretary = try kommune.client(of: kommune.secretary())
    #expect(secretary.page(path).text.contains("Kryss av for én"))
    #expect(secretary.page(path).text.contains("\(path)/plasser\""))
    let visitor = TestClient(kommune)
    #expect(!visitor.page(path).text.contains("Kryss av for én"))
    #expect(!visitor.page(path).text.contains("\(path)/plasser\""))

    try kommune.dissolve(council.id)
    #expect(!secretary.page(path).text.contains("Kryss av for én"))
    #expect(!secretary.page(path).text.contains("\(path)/plasser\""))
    #expect(visitor.api(.get, "/councils/\(council.id)").text.contains("\"faults\":[]"))
    kommune.now = Instant(day(2029, 1, 1), hour: 12)
    #expect(!visitor.page(path).text.contains("Ingen er valgt"))
  }

  @Test("A council that looks for somebody says so on its page", arguments: Engine.available)
  func looksForPeople(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.run(
      ConstituteCouncil.self, SchoolCouncil.request(try kommune.school()))
    let (client, path) = (TestClient(kommune), "/rad/\(council.id)")
    #expect(!client.page(path).text.contains("\(path)/vil-du-vaere-med"))
    try kommune.sql(
      "UPDATE councils_seat SET term_end = '2026-08-10' WHERE id = \(council.seats[0].id)")
    #expect(client.page(path).text.contains("\(path)/vil-du-vaere-med"))
  }

  @Test(
    "As many statements for a full council as for one that is over", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3)
    let read = ["council": Value.text("\(councils[0].id)")]
    let full = try kommune.countStatements { try kommune.run(ReadCouncil.self, read) }
    kommune.now = Instant(day(2030, 1, 1), hour: 12)
    #expect(try kommune.countStatements { try kommune.run(ReadCouncil.self, read) } == full)
  }

  @Test(
    "R073: a council is a formal body: of a unit, on a basis, with a status",
    arguments: Engine.available)
  func isAFormalBody(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let id = try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(school)).id
    let json = TestClient(kommune).api(.get, "/councils/\(id)")
    #expect(json.json("unit") == "\(school.id)")
    #expect(json.json("legalBasis") == "local_decision")
    #expect(json.json("status") == "constituted")
    #expect(json.json("ruleSet") == "trondheim-skole")
    #expect(json.json("constitutedOn") == "2026-08-01")
  }

  @Test(arguments: Engine.available)
  func refusesAnUnknownCouncil(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let client = TestClient(kommune)
    #expect(client.page("/rad/01990000-0000-7000-8000-000000000000").status == 404)
    #expect(client.api(.get, "/councils/tull").status == 404)
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(
        ReadCouncil.self, ["council": "01990000-0000-7000-8000-000000000000"])
    }
  }
}
