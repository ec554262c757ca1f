import Kernel
import TestKit
import Testing
import Web

@testable import Councils
@testable import Tenancy

/// R092, R093, R096, R134: the seats held up against the rules, without a database.
@Suite struct CompositionTests {
  @Test("R096: two parents and three pupils with deputies are a school's council")
  func schoolFits() throws {
    #expect(try faults(SchoolCouncil.seats()).isEmpty)
  }

  @Test("R096: four pupils and one parent are named group by group")
  func fourPupilsAndOneParent() throws {
    let found = try faults(SchoolCouncil.seats(parents: 1, pupils: 4))

    #expect(
      try found == [
        wrongNumber("forelder", has: 1), wrongNumber("elev", has: 4, at: "seats.4"),
      ])
    #expect(found.first?.text.nb == "Det skal være 2 i gruppen «forelder»; nå er det 1.")
    #expect(found.last?.problem.field == "seats.4.group")
  }

  @Test("R092: three or five, not four")
  func careHasThreeOrFive() throws {
    let rules = try rules("trondheim-omsorg")
    for (count, isAllowed) in [(2, false), (3, true), (4, false), (5, true), (6, false)] {
      let seats =
        (0..<count).map {
          SchoolCouncil.seat($0 < 2 ? "bruker" : "pårørende", $0, isLeader: $0 == 0)
        }
      let found = try faults(seats + [SchoolCouncil.seat("ansatt", 0)], rules)
      #expect(found == (isAllowed ? [] : [.totalIsNotAllowed(.oneOf([3, 5]), has: count)]))
    }
  }

  @Test("R085, R099: somebody of the staff takes part, and at most five")
  func staffIsCounted() throws {
    #expect(
      try faults(SchoolCouncil.seats(staff: 0)) == [wrongNumber("ansatt", has: 0)])
    #expect(
      try faults(SchoolCouncil.seats(staff: 6)) == [
        wrongNumber("ansatt", has: 6, at: "seats.10")
      ])
  }

  @Test func groupMustBeOfTheRules() throws {
    let found = try faults(SchoolCouncil.seats() + [SchoolCouncil.seat("rektor", 0)])
    #expect(found == [.groupIsUnknown(at: "seats.6", known: ["forelder", "elev", "ansatt"])])
  }

  @Test("R093: each user representative has a personal deputy, and nobody else has")
  func deputiesFollowTheRule() throws {
    var seats = SchoolCouncil.seats()
    seats[1]["deputyName"] = nil
    seats[1]["deputyEmail"] = nil
    seats[5]["deputyName"] = "Vara"
    seats[5]["deputyEmail"] = "vara@example.org"
    #expect(
      try faults(seats) == [.deputyIsMissing(at: "seats.1"), .seatHasNoDeputy(at: "seats.5")])
  }

  @Test("R044: where the rules know no deputies, none is taken")
  func noDeputiesWithoutTheRule() throws {
    let rules = try rules("baerum-skole", "baerum")
    let found = try faults(
      [
        SchoolCouncil.seat("forelder", 0, isLeader: true), SchoolCouncil.seat("ansatt", 0),
        ["group": "elev", "name": "Elev", "email": "elev@example.org"],
      ], rules)
    #expect(found == [.seatHasNoDeputy(at: "seats.0")])
  }

  @Test func thereIsOneLeaderWithAVote() throws {
    var seats = SchoolCouncil.seats()
    seats[0]["leader"] = nil
    #expect(try faults(seats) == [.leaderIsMissing])
    seats[5]["leader"] = true
    #expect(try faults(seats) == [.leaderIsNoUserRepresentative(at: "seats.5")])
    seats[5]["leader"] = nil
    seats[1]["leader"] = true
    seats[2]["leader"] = true
    #expect(try faults(seats) == [.thereIsALeaderAlready(at: "seats.2")])
  }

  @Test func nobodyCountsTwice() throws {
    var seats = SchoolCouncil.seats()
    seats[1]["email"] = "FORELDER0@example.org"
    #expect(try faults(seats) == [.personHasASeat(at: "seats.1")])

    seats = SchoolCouncil.seats()
    seats[1]["deputyEmail"] = "elev0@example.org"
    #expect(try faults(seats) == [.deputyHasASeat(at: "seats.1")])

    seats = SchoolCouncil.seats()
    seats[1]["deputyEmail"] = "vara-forelder0@example.org"
    #expect(try faults(seats) == [.deputyStandsInForAnother(at: "seats.1")])
  }

  private func faults(
    _ seats: [[String: Value]], _ rules: RuleSet? = nil
  ) throws -> [CompositionFault] {
    var input = Input(["seats": .list(seats.map(Value.object))])
    let proposals = input.list("seats") { SeatProposal(&$0) }.compactMap(\.self)
    try input.finish()
    return Composition(proposals.map(\.placed), under: try rules ?? self.rules("trondheim-skole"))
      .faults
  }

  private func rules(_ code: String, _ preset: String = "trondheim") throws -> RuleSet {
    try #require(Preset.named(preset)?.ruleSets.first { $0.code == code })
  }

  private func wrongNumber(
    _ code: String, has count: Int, at place: String? = nil
  ) throws -> CompositionFault {
    let group = try rules("trondheim-skole").groups.first { $0.code == code }
    return .groupHasAnotherNumber(try #require(group), has: count, at: place)
  }
}
