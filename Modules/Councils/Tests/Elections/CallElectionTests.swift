import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct CallElectionTests {
  private static func call(
    _ play: ElectionPlay, _ group: String = "forelder", _ more: [String: Value] = [:]
  ) throws -> Election {
    try play.kommune.run(CallElection.self, as: play.secretary, play.call(group, more))
  }

  @Test("Days in the wrong order, or in another century", arguments: Engine.available)
  func refusesDays(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    let today = play.today
    try play.kommune.expect(CallRefusal.electionIsBeforeCandidates("heldOn")) {
      _ = try Self.call(play, "forelder", ["heldOn": .text("\(today.adding(days: 6))")])
    }
    try play.kommune.expect(CallRefusal.termStartsBeforeElection("heldOn")) {
      _ = try Self.call(play, "forelder", ["termStart": .text("\(today.adding(days: 13))")])
    }
    try play.kommune.expect(CallRefusal.dayIsFarFromToday("heldOn")) {
      _ = try Self.call(play, "forelder", ["heldOn": "2206-10-01", "termStart": "2206-11-01"])
    }
    try play.kommune.expect(CallRefusal.dayIsFarFromToday("termStart")) {
      _ = try Self.call(play, "forelder", ["termStart": "9999-12-31"])
    }
    try play.kommune.expect(CallElection.Refusal.termStartIsMissing) {
      _ = try Self.call(play, "forelder", ["termStart": .null])
    }
    try play.kommune.expect(ElectionRefusal.thereIsNoSuchGroup) {
      _ = try Self.call(play, "lærling")
    }
  }

  @Test("One election to a group at a time", arguments: Engine.available)
  func refusesASecond(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(CallElection.Refusal.anElectionIsOpen) { _ = try Self.call(play) }
    try play.kommune.dissolve(play.council.id)
    try play.kommune.expect(CallElection.Refusal.councilIsNotAtWork) { _ = try Self.call(play) }
  }

  @Test("Somebody is named where an election came to nothing", arguments: Engine.available)
  func namesAfterACancelledElection(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(ConfirmCount.Refusal.nobodyWasElected) {
      try play.confirm("ansatt")
    }
    try play.nominate("Kari", to: "forelder")
    let cancelled = try play.kommune.run(
      CancelElection.self, as: play.secretary, play.at("forelder", ["reason": "too_few_came"]))
    #expect(cancelled.cancelReason == .tooFewCame)
    #expect(try play.details("forelder").candidates.isEmpty)
    try play.kommune.expect(ElectionRefusal.electionIsOver) {
      try play.nominate("Ola", to: "forelder")
    }
    let named = try Self.call(play, "forelder", ["named": true, "places": 2])
    #expect(named.kind == .named && named.termStart == nil)
    try play.nominate("Kari", to: "forelder", deputy: true)
    try play.nominate("Ola", to: "forelder", deputy: true)
    try play.nominate("Per", to: "forelder", deputy: true)
    try play.kommune.expect(ConfirmCount.Refusal.moreAreNamedThanPlaces) {
      try play.confirm("forelder")
    }
    let per = try play.details("forelder").candidates[2]
    try play.kommune.run(
      WithdrawCandidate.self, as: play.secretary,
      ["election": .text("\(named.id)"), "candidate": .text("\(per.id)")])
    #expect(named.insteadOf == cancelled.id)
    try play.kommune.expect(SecondPersonRefusal.anotherPersonConfirmsTheNaming) {
      try play.confirm("forelder", by: play.secretary)
    }
    try play.confirm("forelder")
    try play.acceptAll("forelder")
    #expect(try play.restOfSchool().faults == [])
  }

  @Test("R134: more places than the group can ever have", arguments: Engine.available)
  func refusesTooManyPlaces(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    try play.kommune.expect(code: "composition-breaks-the-rule") {
      _ = try Self.call(play, "forelder", ["places": 60])
    }
  }

  @Test("A group that is elected is not named at once", arguments: Engine.available)
  func refusesToNameAtOnce(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    try play.kommune.expect(CallElection.Refusal.theGroupIsElected) {
      _ = try Self.call(play, "forelder", ["named": true])
    }
  }

  @Test(
    "Only the last election to the group says whether somebody may be named",
    arguments: Engine.available)
  func namesOnlyAfterTheLastOne(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council = try play.schoolCouncil()
    func cancel(_ reason: String) throws {
      try play.kommune.run(
        CancelElection.self, as: play.secretary, play.at("forelder", ["reason": .text(reason)]))
    }
    func expectElected(_ more: [String: Value] = [:]) throws {
      try play.kommune.expect(CallElection.Refusal.theGroupIsElected) {
        _ = try Self.call(play, "forelder", more.merging(["named": true]) { $1 })
      }
    }
    _ = try Self.call(play)
    try cancel("error")
    try expectElected()
    let end = try council.seats.first.orNotFound().termEnd
    play.kommune.now = Instant(end.adding(days: -60), hour: 9)
    _ = try Self.call(play)
    try cancel("nobody_stood")
    try expectElected(["termStart": .text("\(end.adding(days: 1))")])
    _ = try Self.call(play, "forelder", ["named": true])
  }

  @Test("Days that passed can be moved", arguments: Engine.available)
  func postpones(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let page = try play.page("/valg/\(try play.election("elev").id)")
    #expect(!page.contains("Valgdagen er forbi"))
    play.kommune.now = play.kommune.now.adding(days: 1)
    #expect(try play.page("/valg/\(try play.election("elev").id)").contains("Valgdagen er forbi"))
    let days: [String: Value] = [
      "nominateUntil": .text("\(play.today.adding(days: 3))"),
      "heldOn": .text("\(play.today.adding(days: 4))"),
    ]
    let moved = try play.kommune.run(
      PostponeElection.self, as: play.secretary, play.at("elev", days))
    #expect(moved.heldOn == play.today.adding(days: 4))
    try play.kommune.expect(CallRefusal.electionIsBeforeCandidates("heldOn")) {
      try play.kommune.run(
        PostponeElection.self, as: play.secretary,
        play.at("elev", days.merging(["heldOn": .text("\(play.today)")]) { $1 }))
    }
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
    _ = try Self.call(play, "forelder", ["replaces": .text("\(seat.id)")])
    play.kommune.now = play.kommune.now.adding(days: 14)
    try elect(["Eva": 9, "Per": 4], to: "forelder")
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
