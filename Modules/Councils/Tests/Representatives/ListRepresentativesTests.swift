import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// Who a common meeting of the councils gathers: it follows from their seats.
@Suite struct ListRepresentativesTests {
  @Test("R002: everybody with a vote, once, however many seats", arguments: Engine.available)
  func gathersThoseWhoVote(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let units = try kommune.addUnits(
      "skole,Skole 0,Østbyen,,skole", "skole,Skole 1,Østbyen,,skole")
    // The same parents and pupils in both councils, besides a member of the staff and deputies.
    for unit in units { try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(unit)) }
    try kommune.addPerson("Einar Enhet", "einar@example.org", .unitLeader, in: units[0].id)

    let people = try kommune.run(ListRepresentatives.self, as: kommune.secretary()).page.data
    #expect(people.map(\.name) == ["elev 0", "elev 1", "elev 2", "forelder 0", "forelder 1"])
    #expect(people.map(\.seats.count) == [2, 2, 2, 2, 2])
    let leader = people[3]
    #expect(leader.email == "forelder0@example.org")
    #expect(leader.seats.map(\.unitName) == ["Skole 0", "Skole 1"])
    #expect(
      leader.seats.map(\.councilName) == ["Skole 0", "Skole 1"].map { "Brukerrådet ved \($0)" })
    #expect(leader.seats.allSatisfy { $0.isLeader && $0.group == "forelder" })
    #expect(leader.seats.allSatisfy { $0.area == "Østbyen" && $0.serviceArea == "skole" })
    #expect(leader.seats.allSatisfy { $0.termEnd == day(2028, 7, 31) })
    #expect(!people[4].seats.contains { $0.isLeader })
  }

  @Test("R002: a seat counts from its first day to its last", arguments: Engine.available)
  func followsTheTerm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    func names(on day: Day) throws -> Int {
      kommune.now = Instant(day, hour: 12)
      return try kommune.run(ListRepresentatives.self).page.data.count
    }
    #expect(try names(on: day(2026, 7, 31)) == 0)
    #expect(try names(on: day(2026, 8, 1)) == 5)
    #expect(try names(on: day(2028, 7, 31)) == 5)
    #expect(try names(on: day(2028, 8, 1)) == 0)
  }

  @Test(
    "R002: the deputy of somebody who left is there instead; who is disabled is not",
    arguments: Engine.available)
  func deputyTakesTheSeat(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    func names() throws -> [String] {
      try council.kommune.run(ListRepresentatives.self, as: council.secretary).page.data
        .map(\.name)
    }
    try council.leave("elev 1")
    #expect(try names() == ["elev 0", "elev 1", "elev 2", "forelder 0", "forelder 1"])
    _ = try council.reread(on: "2026-11-01")
    #expect(try names() == ["elev 0", "elev 2", "forelder 0", "forelder 1", "vara elev 1"])
    try council.kommune.sql(
      "UPDATE identity_person SET status = 'disabled' WHERE name = 'elev 0'")
    #expect(try names() == ["elev 2", "forelder 0", "forelder 1", "vara elev 1"])
  }

  @Test("R002: only councils at work send anybody", arguments: Engine.available)
  func onlyCouncilsAtWork(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3)
    let form = try kommune.addUnits("skole,Åsen,Østbyen,,skole").first { $0.name == "Åsen" }
    let forming = try kommune.run(
      FormCouncil.self,
      ElectionPlay.request(
        form.orNotFound(), ["forelder": 2, "elev": 3, "ansatt": 1], from: kommune.now))
    try kommune.sql(
      """
      UPDATE councils_seat SET council_id = \(forming.id)
      WHERE council_id = \(councils[2].id) AND group_code = 'elev'
      """)
    func sending() throws -> Set<ID<Council>> {
      let people = try kommune.run(ListRepresentatives.self).page.data
      return Set(people.flatMap { $0.seats.map(\.council) })
    }
    #expect(try sending() == Set(councils.map(\.id)), "who is being elected does not sit yet")
    try kommune.change(councils[0].id, to: "inactive")
    try kommune.dissolve(councils[1].id)
    #expect(try sending() == [councils[2].id])
    try kommune.change(councils[0].id, to: "constituted", version: 2)
    #expect(try sending() == [councils[0].id, councils[2].id])
  }

  @Test(
    "R003: the list spans the service areas, and is filtered by one", arguments: Engine.available)
  func filters(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(2)
    try kommune.sql(
      """
      UPDATE tenancy_unit SET service_area = 'helse-og-omsorg', area = 'Heimdal'
      WHERE name = 'Skole 1'
      """)
    // One who sits in both councils is there for the one that was asked for.
    try kommune.sql(
      """
      UPDATE councils_seat SET person_id = (
        SELECT person_id FROM councils_seat WHERE group_code = 'forelder' AND is_leader
        ORDER BY id LIMIT 1)
      WHERE group_code = 'forelder' AND is_leader
      """)
    func found(_ values: [String: Value]) throws -> [String] {
      let people = try kommune.run(ListRepresentatives.self, values).page.data
      return people.map { person in
        "\(person.name): \(person.seats.map(\.unitName).joined(separator: ","))"
      }
    }
    #expect(try found([:]).count == 9)
    #expect(try found([:]).contains("forelder 0: Skole 0,Skole 1"))
    for filter in [["serviceArea": "helse-og-omsorg"], ["area": "Heimdal"]] as [[String: Value]] {
      let there = try found(filter)
      #expect(there.count == 5)
      #expect(there.allSatisfy { $0.hasSuffix(": Skole 1") })
    }
    #expect(
      try found(["serviceArea": "skole", "groupKind": "parent"]) == [
        "forelder 0: Skole 0", "forelder 1: Skole 0",
      ])
    #expect(try found(["groupKind": "pupil"]).count == 6)
    #expect(try found(["groupKind": "staff"]) == [], "the staff do not vote")
    #expect(try found(["groupKind": "politician"]) == [], "no rules have such a group")
    #expect(try found(["serviceArea": "tull"]) == [])
  }

  @Test("Only those who see to seats everywhere read it", arguments: Engine.available)
  func isForFew(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(1)
    let school = try kommune.school()
    let strangers = [
      councils[0].seats[0].actor,
      try kommune.addPerson("Ulrik", "ulrik@example.org"),
      try kommune.addPerson("Einar", "einar@example.org", .unitLeader, in: school.id),
      try kommune.addPerson("Siv", "siv@example.org", .secretary, in: school.id),
      try kommune.addPerson("Pål", "pal@example.org", .politician),
      try kommune.addPerson("Rune", "rune@example.org", .auditor),
    ]
    for stranger in strangers {
      try kommune.expect(AccessRefusal.youMayNotDoThis) {
        try kommune.run(ListRepresentatives.self, as: stranger)
      }
      try kommune.expect(AccessRefusal.youMayNotDoThis) {
        try kommune.run(ExportRepresentatives.self, as: stranger, ["format": "csv"])
      }
      let client = try kommune.client(of: stranger)
      #expect(client.page("/rad/representanter").status == 403)
      #expect(!client.page("/rad").text.contains("/rad/representanter"))
    }
    try kommune.expect(AccessRefusal.youMustSignIn) {
      try kommune.run(ListRepresentatives.self, as: .visitor)
    }
    let administrator = try kommune.addPerson("Ada", "ada@example.org", .administrator)
    for actor in [try kommune.secretary(), administrator] {
      let client = try kommune.client(of: actor)
      #expect(client.page("/rad").text.contains("/rad/representanter"))
      let page = client.page("/rad/representanter?groupKind=parent").text
      #expect(page.contains("forelder 0") && !page.contains("elev 0"))
      #expect(!page.contains("@"), "addresses are in the file")
      #expect(page.contains("/rad/representanter/fil?groupKind=parent&amp;format=csv"))
    }
    // Another kommune's secretary is a stranger, and sees nobody at home.
    let other = try Kommune(on: engine)
    let foreigner = try other.client(of: other.secretary())
    #expect(!foreigner.page("/rad/representanter").text.contains("forelder 0"))
    let here = TestClient(kommune)
    here.token = foreigner.token
    #expect(here.api(.get, "/councils/representatives").status == 401)
  }

  @Test("Reading it is an event, once an hour for one filter", arguments: Engine.available)
  func leavesATrace(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    let secretary = try kommune.secretary()
    func facts() throws -> [String] {
      try kommune.work(as: .host, .read) {
        try $0.values(
          "SELECT facts FROM events_event WHERE event = 'representatives-listed' ORDER BY number")
      }
    }
    for _ in 0..<2 { try kommune.run(ListRepresentatives.self, as: secretary, ["limit": 2]) }
    try kommune.run(
      ListRepresentatives.self, as: secretary,
      ["serviceArea": "Kari Nordmann", "area": "Østbyen", "groupKind": "parent"])
    try kommune.run(ListRepresentatives.self, as: secretary, ["serviceArea": "skole"])
    #expect(
      try facts() == [
        "serviceArea=\narea=\ngroupKind=", "serviceArea=unknown\narea=one\ngroupKind=parent",
        "serviceArea=skole\narea=\ngroupKind=",
      ])
  }

  @Test("The list goes on where the page before ends", arguments: Engine.available)
  func goesOn(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(2)
    let all = try kommune.run(ListRepresentatives.self).page.data.map(\.person)
    #expect(all.count == 10)
    var (seen, cursor): ([ID<Person>], Value) = ([], .null)
    repeat {
      let page = try kommune.run(ListRepresentatives.self, ["limit": 3, "cursor": cursor]).page
      #expect(page.data.allSatisfy { $0.seats.count == 1 })
      seen += page.data.map(\.person)
      cursor = page.next.map(Value.text) ?? .null
    } while cursor != .null
    #expect(seen == all)
  }

  @Test("As many statements for many people as for none", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let values: [String: Value] = ["groupKind": "parent"]
    // The hour's event is written first, so that it is counted in neither.
    try kommune.run(ListRepresentatives.self, values)
    let none = try kommune.countStatements { try kommune.run(ListRepresentatives.self, values) }
    try kommune.schoolsWithCouncils(3)
    #expect(
      try kommune.countStatements { try kommune.run(ListRepresentatives.self, values) } == none)
  }
}
