import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ListOwnCouncilsTests {
  @Test("By seat, as a deputy, or by a role in the unit", arguments: Engine.available)
  func knowsEveryWay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let council = try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(school))
    try kommune.schoolsWithCouncils(2)
    try kommune.addPerson("Rita", "rita@example.org", .unitLeader, in: school.id)
    try kommune.addPerson("Per", "per@example.org", .secretary, in: council.id)
    try kommune.addPerson("Ukjent", "ukjent@example.org", .secretary)
    let expected: [(String, [Role])] = [
      ("forelder0@example.org", [.userRepresentative, .councilLeader]),
      ("elev1@example.org", [.userRepresentative]),
      ("vara-elev1@example.org", [.personalDeputy]), ("ansatt0@example.org", [.staffParticipant]),
      ("rita@example.org", [.unitLeader]), ("per@example.org", [.secretary]),
    ]
    for (email, roles) in expected {
      let person = try kommune.person(email)
      let own = try kommune.run(ListOwnCouncils.self, as: person).data
      #expect(own.map(\.id) == [council.id], "\(email)")
      #expect(own.first?.roles == roles, "\(email)")
      let standing = try kommune.work(as: person, .read) { try council.council.standing(in: $0) }
      #expect(standing == Set(roles), "\(email)")
    }
    let other = try kommune.person("ukjent@example.org")
    #expect(try kommune.run(ListOwnCouncils.self, as: other).data.isEmpty)
  }

  @Test("A seat gives nothing when its term is over", arguments: Engine.available)
  func forgetsOldTerms(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.run(
      ConstituteCouncil.self, SchoolCouncil.request(try kommune.school()))
    let parent = try kommune.person("forelder0@example.org")
    kommune.now = Instant(day(2028, 8, 1), hour: 12)
    #expect(try kommune.run(ListOwnCouncils.self, as: parent).data.isEmpty)
    #expect(try kommune.work(as: parent, .read) { try council.council.standing(in: $0) }.isEmpty)
  }

  @Test(
    "What has become of a council, what it lacks and when its term ends is told",
    arguments: Engine.available)
  func tellsHowItIs(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.run(
      ConstituteCouncil.self, SchoolCouncil.request(try kommune.school()))
    let parent = try kommune.person("forelder0@example.org")
    func own() throws -> OwnCouncil {
      try kommune.run(ListOwnCouncils.self, as: parent).data.first.orNotFound()
    }
    #expect(try own().ending == nil && !own().hasVacancy)
    kommune.now = Instant(day(2028, 6, 20), hour: 12)
    #expect(try own().ending?.lastDay == day(2028, 7, 31))
    let words = "Siste dag i perioden er mandag 31. juli 2028"
    #expect(try kommune.client(of: parent).page("/mine-rad").text.contains("<br>\(words)"))
    #expect(TestClient(kommune).page("/rad/\(council.id)").text.contains("warning\">\(words)"))
    try kommune.sql(
      "UPDATE councils_seat SET term_end = '2028-06-19' WHERE id = \(council.seats[1].id)")
    #expect(try own().hasVacancy)
    try kommune.dissolve(council.id)
    #expect(try own().status == .dissolved && !own().hasVacancy)
    #expect(try kommune.client(of: parent).page("/mine-rad").text.contains("nedlagt"))
  }

  @Test("A council whose term begins later is there already", arguments: Engine.available)
  func tellsOfWhatIsToCome(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let later = ["termStart": Value.text("2026-10-01")]
    try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(try kommune.school(), SchoolCouncil.seats(), later))
    for email in ["forelder0@example.org", "vara-elev1@example.org"] {
      let own = try kommune.run(ListOwnCouncils.self, as: kommune.person(email)).data
      #expect(own.map(\.begins) == [day(2026, 10, 1)])
      #expect(own.map(\.roles) == [[]])
    }
    let page = try kommune.client(of: kommune.person("elev1@example.org")).page("/mine-rad").text
    #expect(page.contains("begynner torsdag 1. oktober 2026"))
  }

  @Test("As many statements for one council as for many", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3)
    let one = try kommune.addPerson("En", "en@example.org", .secretary, in: councils[0].id)
    for council in councils {
      try kommune.addPerson("Alle", "alle@example.org", .secretary, in: council.id)
    }
    let all = try kommune.person("alle@example.org")
    let few = try kommune.countStatements { try kommune.run(ListOwnCouncils.self, as: one) }
    let many = try kommune.countStatements { try kommune.run(ListOwnCouncils.self, as: all) }
    #expect(try kommune.run(ListOwnCouncils.self, as: all).data.count == 3)
    #expect(few == many)
  }

  @Test("Visitors must sign in; a program has no seats", arguments: Engine.available)
  func asksWhoItIs(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.expect(AccessRefusal.youMustSignIn) {
      try kommune.run(ListOwnCouncils.self, as: .visitor)
    }
    let service = Actor.service(ID(high: 1, low: 1), name: "rapport", role: .secretary)
    #expect(try kommune.run(ListOwnCouncils.self, as: service).data.isEmpty)
  }
}
