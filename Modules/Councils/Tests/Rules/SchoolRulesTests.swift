import Kernel
import TestKit
import Testing

@testable import Councils
@testable import Tenancy

/// Rows K1, K4, K14-K16, K18 and K19 of `norway.md` § 3.1: schools and kindergartens.
@Suite struct SchoolRulesTests {
  @Test("K1: Trondheim's three kinds of council are built from data", arguments: Engine.available)
  func trondheim(_ engine: Engine) throws {
    for (rules, counts): (RuleSet, KeyValuePairs<String, Int>) in [
      (.trondheimSchool, ["forelder": 2, "elev": 3, "ansatt": 1]),
      (.trondheimKindergarten, ["forelder": 3, "ansatt": 2]),
      (.trondheimCare, ["bruker": 2, "pårørende": 2, "organisasjon": 1, "ansatt": 1]),
    ] {
      let council = try RealKommune(engine, rules).constitute(rules.code, counts)
      #expect(council.seats.filter(\.votes).allSatisfy { $0.deputy != nil })
      #expect(council.seats.allSatisfy { $0.termEnd == day(2028, 7, 31) })
    }
  }

  @Test(
    "R050: FAU is chosen by all parents, and parents only sit in it", arguments: Engine.available)
  func parentsCommittee(_ engine: Engine) throws {
    let council = try RealKommune(engine, .parentCommittee)
      .constitute("skole-fau", ["forelder": 12])
    #expect(council.seats.allSatisfy { $0.group == "forelder" && $0.votes })
    #expect(council.rules.groups.map(\.chosenBy) == [.parentsMeeting])
    #expect(council.rules.fulfils.all == [.parentCommittee])
  }

  @Test(
    "R049, R051: elevråd and FAU say on their page what they work for", arguments: Engine.available)
  func purposes(_ engine: Engine) throws {
    for (rules, group, purpose): (RuleSet, String, String) in [
      (.pupilCouncil, "elev", "fellesinteressene til elevene og skolen"),
      (.parentCommittee, "forelder", "et godt samarbeid mellom skole og hjem"),
    ] {
      let kommune = try RealKommune(engine, rules)
      let council = try kommune.constitute(rules.code, [group: 5])
      let client = TestClient(kommune.kommune)
      #expect(client.page("/rad/\(council.id)").text.contains(purpose))
      #expect(client.page("/rad/\(council.id)?sprak=nn").text.contains("arbeide for eit godt"))
      let json = client.api(.get, "/councils/\(council.id)").json("purpose")
      #expect(json?.contains(purpose) == true)
    }
  }

  @Test("R048: a pupils' council has a group for each grade", arguments: Engine.available)
  func gradesAreGroups(_ engine: Engine) throws {
    let grades = (8...10).map { grade in
      SeatGroup(
        "trinn\(grade)", Text(same: "\(grade). trinn"), .pupil, .oneOf([2]), by: .members,
        namesArePublic: false)
    }
    let rules = RuleSet("elevrad-trinn", Text(same: "elevråd"), grades) {
      $0.unitTypes = [.school]
      $0.legalBasis = .pupilCouncil
    }
    let kommune = try RealKommune(engine, rules)
    #expect(try kommune.faults("elevrad-trinn", ["trinn8": 2, "trinn9": 4]).count == 2)
    let council = try kommune.constitute(
      "elevrad-trinn", ["trinn8": 2, "trinn9": 2, "trinn10": 2])
    #expect(Set(council.seats.map(\.group)) == ["trinn8", "trinn9", "trinn10"])
    #expect(council.rules.legalBasis == .pupilCouncil)
    #expect(council.council.legalBasis == .pupilCouncil)
  }

  @Test("K4: the parents of all schools advise the kommunedirektør", arguments: Engine.available)
  func parentsOfTheKommune(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .parentsOfTheKommune)
    let council = try kommune.constitute("kommunalt-foreldreutvalg", ["forelder": 9])
    #expect(council.unit.type == .kommune)
    #expect(council.rules.advises == .chiefExecutive)
  }

  @Test("K14: an Oslo driftsstyre decides, and its staff vote", arguments: Engine.available)
  func driftsstyre(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .schoolBoard, .upperSecondaryBoard)
    let school = try kommune.constitute(
      "oslo-driftsstyre", ["ekstern": 3, "forelder": 2, "ansatt": 2])
    #expect(school.seats.allSatisfy { $0.votes })
    #expect(school.rules.power == .full)
    #expect(school.rules.secretary == .unitLeader)
    #expect(
      try kommune.faults("oslo-driftsstyre-vgs", ["ekstern": 3, "elev": 1, "ansatt": 2]).count == 2)
  }

  @Test(
    "K15: Siggerud's brukerråd is samarbeidsutvalg and skolemiljøutvalg too",
    arguments: Engine.available)
  func siggerud(_ engine: Engine) throws {
    let council = try RealKommune(engine, .siggerud).constitute(
      "nordre-follo-siggerud", ["forelder": 3, "elev": 2, "ansatt": 2, "ledelse": 1])
    #expect(
      council.rules.fulfils.all == [.cooperationCommittee, .schoolEnvironmentCommittee])
    #expect(council.rules.annualEvents.contains(.dialogue))
  }

  @Test(
    "K16: the parents' annual meeting chooses the culture school's council",
    arguments: Engine.available)
  func cultureSchool(_ engine: Engine) throws {
    let council = try RealKommune(engine, .cultureSchool).constitute(
      "tromso-kulturskole", ["forelder": 2, "elev": 2, "ansatt": 1])
    #expect(council.rules.groups.first?.chosenBy == .parentsMeeting)
  }

  @Test(
    "K18: Bergen keeps elevråd, FAU, samarbeidsutvalg and skolemiljøutvalg",
    arguments: Engine.available)
  func bergen(_ engine: Engine) throws {
    for (rules, counts): (RuleSet, KeyValuePairs<String, Int>) in [
      (.pupilCouncil, ["elev": 12, "ansatt": 1]), (.parentCommittee, ["forelder": 14]),
      (.schoolCooperation, ["lærer": 2, "ansatt": 1, "forelder": 2, "elev": 2, "politiker": 2]),
      (.schoolEnvironment, ["elev": 2, "forelder": 2, "ansatt": 1, "ledelse": 1, "politiker": 1]),
    ] {
      let council = try RealKommune(engine, rules).constitute(rules.code, counts)
      #expect(council.rules.fulfils.all.count == 1)
    }
  }

  @Test(
    "K19: two teachers, one other, two parents, two pupils and two of the kommune",
    arguments: Engine.available)
  func oldLaw(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .schoolCooperation)
    let counts: KeyValuePairs = ["lærer": 1, "ansatt": 1, "forelder": 2, "elev": 2, "politiker": 2]
    let faults = try kommune.faults("skole-samarbeidsutvalg", counts)
    #expect(faults.map(\.text.nb) == ["Det skal være 2 i gruppen «lærer»; nå er det 1."])
  }

  @Test("R047: five parties sit in a skolemiljøutvalg", arguments: Engine.available)
  func fiveParties(_ engine: Engine) throws {
    let rules = try RealKommune(engine, .schoolEnvironment).rules("skole-skolemiljoutvalg")
    #expect(
      rules.groups.map(\.kind) == [.pupil, .parent, .staff, .unitLeader, .politician])
  }

  @Test("A kindergarten has as many staff as parents", arguments: Engine.available)
  func kindergartenCooperation(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .kindergartenCooperation)
    let code = "barnehage-samarbeidsutvalg"
    #expect(try kommune.faults(code, ["forelder": 2, "ansatt": 1]).count == 1)
    #expect(try kommune.faults(code, ["forelder": 2, "ansatt": 2, "eier": 1]).isEmpty)
  }
}
