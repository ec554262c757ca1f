import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// Those who were elected to a council at work get their seats.
@Suite struct SeatElectedTests {
  private static func call(
    _ play: ElectionPlay, _ group: String = "forelder", _ more: [String: Value] = [:]
  ) throws -> Election {
    try play.kommune.run(CallElection.self, as: play.secretary, play.call(group, more))
  }

  @Test("R135: whoever is elected takes over the seat of one who left", arguments: Engine.available)
  func fillsAVacancy(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council = try play.schoolCouncil()
    var seat = try council.seats.first { $0.name == "Ola" }.orNotFound()
    play.kommune.now = Instant(seat.termStart.adding(days: 100), hour: 9)
    try play.kommune.expect(CallElection.Refusal.theSeatIsNotFree) {
      _ = try Self.call(play, "forelder", ["replaces": .text("\(seat.id)")])
    }
    // First the member leaves, then the deputy who stepped in.
    for name in ["Vara Ola", nil] {
      let changed = try play.kommune.run(
        LeaveSeat.self, as: play.secretary,
        [
          "council": .text("\(council.id)"), "seat": .text("\(seat.id)"), "reason": "own_wish",
          "lastDay": .text("\(play.today)"),
          "version": .number(council.version + (name == nil ? 1 : 0)),
        ])
      play.kommune.now = play.kommune.now.adding(days: 1)
      guard let name else { continue }
      let seats = try play.kommune.run(
        ReadCouncil.self, as: .visitor, ["council": .text("\(changed.id)")]
      ).seats
      seat = try seats.first { $0.name == name }.orNotFound()
    }
    let taken = Value.text("\(seat.id)")
    try play.kommune.expect(CallElection.Refusal.theSeatIsNotFree) {
      _ = try Self.call(play, "elev", ["replaces": taken])
    }
    _ = try Self.call(play, "forelder", ["replaces": taken])
    play.kommune.now = play.kommune.now.adding(days: 14)
    try play.elect("Per", to: "forelder")
    try play.kommune.expect(CallElection.Refusal.theSeatIsNotFree) {
      _ = try Self.call(play, "forelder", ["replaces": taken])
    }
    let filled = try play.kommune.run(
      SeatElected.self, as: play.secretary, play.at("forelder"))
    #expect(filled.version > council.version)
    play.kommune.now = play.kommune.now.adding(days: 30)
    let now = try play.kommune.run(
      ReadCouncil.self, as: .visitor, ["council": .text("\(council.id)")])
    let per = try now.seats.first { $0.name == "Per" }.orNotFound()
    #expect(per.termEnd == seat.termEnd && per.deputyName == "Vara Per")
    #expect(now.seats.filter { $0.group == "forelder" }.count == 2)
    try play.kommune.expect(ElectionRefusal.electionIsOver) {
      try play.kommune.run(SeatElected.self, as: play.secretary, play.at("forelder"))
    }
  }

  @Test(
    "R135: a seat that was filled while the answers were waited for", arguments: Engine.available)
  func refusesASeatThatWasFilled(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council = try play.schoolCouncil()
    let seat = try council.seats.first { $0.group == "ansatt" }.orNotFound()
    play.kommune.now = Instant(seat.termStart.adding(days: 100), hour: 9)
    try play.kommune.run(
      LeaveSeat.self, as: play.secretary,
      [
        "council": .text("\(council.id)"), "seat": .text("\(seat.id)"), "reason": "own_wish",
        "lastDay": .text("\(play.today)"), "version": .number(council.version),
      ])
    _ = try Self.call(play, "ansatt", ["replaces": .text("\(seat.id)")])
    play.kommune.now = play.kommune.now.adding(days: 14)
    try play.elect("Liv", to: "ansatt", deputies: false)
    try play.kommune.run(
      FillSeat.self, as: play.secretary,
      [
        "council": .text("\(council.id)"), "replaces": .text("\(seat.id)"), "group": "ansatt",
        "firstDay": .text("\(play.today)"), "name": "Nils", "email": "nils@example.org",
        "version": .number(council.version + 1),
      ])
    try play.kommune.expect(SeatRefusal.seatIsTakenOverAlready) {
      try play.kommune.run(SeatElected.self, as: play.secretary, play.at("ansatt"))
    }
  }

  @Test("R135: terms in a council cannot overlap", arguments: Engine.available)
  func refusesOverlappingTerms(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    _ = try Self.call(play)
    play.kommune.now = play.kommune.now.adding(days: 14)
    try play.kommune.expect(NominateCandidate.Refusal.hasASeat) {
      try play.nominate("Kari", to: "forelder")
    }
    try play.elect("Per", to: "forelder")
    try play.kommune.expect(code: "composition-breaks-the-rule") {
      try play.kommune.run(SeatElected.self, as: play.secretary, play.at("forelder"))
    }
    let per: ID<Person>? = try play.kommune.value(
      "SELECT person_id FROM councils_candidate WHERE name = 'Per'")
    try play.kommune.sql(
      "UPDATE councils_seat SET person_id = \(per) WHERE is_leader")
    try play.kommune.expect(SeatElected.Refusal.termsOverlap) {
      try play.kommune.run(SeatElected.self, as: play.secretary, play.at("forelder"))
    }
  }

  @Test(
    "Who stands in already is elected to it without a second place", arguments: Engine.available)
  func deputiesGoOn(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { $0.deputies = .numbered }
    func elect(_ names: KeyValuePairs<String, Int>, to group: String) throws {
      for (name, _) in names { try play.nominate(name, to: group) }
      try play.count(group, names)
      try play.confirm(group)
      try play.acceptAll(group)
    }
    try elect(["Kari": 9, "Ola": 5, "Per": 4], to: "forelder")
    try play.elect("Ida", "Jon", "Mia", to: "elev", deputies: false)
    try play.elect("Lars", to: "ansatt", deputies: false)
    let council = try play.kommune.run(
      ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Kari"))
    let seat = try council.seats.first { $0.name == "Ola" }.orNotFound()
    play.kommune.now = Instant(seat.termStart.adding(days: 100), hour: 9)
    try play.kommune.run(
      LeaveSeat.self, as: play.secretary,
      [
        "council": .text("\(council.id)"), "seat": .text("\(seat.id)"), "reason": "own_wish",
        "lastDay": .text("\(play.today)"), "version": .number(council.version),
      ])
    _ = try Self.call(
      play, "forelder",
      [
        "replaces": .text("\(seat.id)"),
        "nominateUntil": .text("\(play.today.adding(days: 14))"),
      ])
    play.kommune.now = play.kommune.now.adding(days: 14)
    try elect(["Eva": 7, "Per": 3], to: "forelder")
    try play.kommune.run(SeatElected.self, as: play.secretary, play.at("forelder"))
    let deputies: Int? = try play.kommune.value(
      """
      SELECT count(*) FROM councils_deputy d JOIN identity_person p ON p.id = d.person_id
      WHERE p.name = 'Per'
      """)
    #expect(deputies == 1)
  }

  @Test("R135: a next term begins when the last one has ended", arguments: Engine.available)
  func nextTerm(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council = try play.schoolCouncil()
    let end = try council.seats.first.orNotFound().termEnd
    play.kommune.now = Instant(end.adding(days: -40), hour: 9)
    _ = try Self.call(
      play, "forelder", ["places": 2, "termStart": .text("\(end.adding(days: 1))")])
    play.kommune.now = play.kommune.now.adding(days: 14)
    try play.elect("Kari", "Per", to: "forelder")
    let next = try play.kommune.run(
      SeatElected.self, as: play.secretary, play.at("forelder"))
    #expect(next.seats.count == 6)
    play.kommune.now = Instant(end.adding(days: 1), hour: 9)
    let later = try play.kommune.run(
      ReadCouncil.self, as: .visitor, ["council": .text("\(council.id)")])
    #expect(Set(later.seats.map(\.name)) == ["Kari", "Per"])
  }

  @Test("A council that is formed has its own way to seats", arguments: Engine.available)
  func refusesToSeatWhileForming(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.kommune.expect(SeatElected.Refusal.councilIsBeingFormed) {
      try play.kommune.run(SeatElected.self, as: play.secretary, play.at("forelder"))
    }
  }
}
