import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// R093, R135: a member leaves before the term ends.
@Suite struct LeaveSeatTests {
  @Test(
    "R093, R135: the personal deputy has the seat from the next day on",
    arguments: Engine.available)
  func deputyStepsIn(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let left = try council.seat("elev 1")

    let before = try council.leave("elev 1")
    #expect(before.seats.contains { $0.name == "elev 1" && $0.termEnd == day(2026, 10, 31) })
    let after = try council.reread(on: "2026-11-02")

    let heir = try #require(after.seats.first { $0.person == left.deputy })
    #expect(heir.votes && heir.group == "elev" && heir.deputy == nil)
    #expect(heir.termStart == day(2026, 11, 1) && heir.termEnd == left.termEnd)
    #expect(!after.seats.contains { $0.person == left.person })
    #expect(
      after.faults.map(\.text.nb) == [
        "Medlemmet skal ha en personlig vara. Skriv navn og e-post."
      ])
    let read = try council.kommune.run(
      ReadSeats.self, as: council.secretary, ["council": .text("\(after.id)")])
    #expect(read.others.map(\.leftReason) == [.ownWish])
    #expect(read.others.map(\.isTakenOver) == [true] && read.vacancies.isEmpty)
  }

  @Test("R134: what is missing is said exactly", arguments: Engine.available)
  func saysWhatIsMissing(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.leave("ansatt 0", because: "new_role")
    try council.leave("forelder 0", because: "no_longer_user")
    let after = try council.reread(on: "2026-11-02")
    #expect(
      after.faults.map(\.text.nb).prefix(2) == [
        "Det skal være fra 1 til 5 i gruppen «ansatt»; nå er det 0.",
        "Rådet skal ha én leder. Kryss av for én.",
      ])
    let secretary = try council.kommune.client(of: council.kommune.secretary())
    let page = secretary.page("/rad/\(after.id)")
    #expect(page.text.contains("Rådet er ikke satt sammen etter reglene nå"))
  }

  @Test("Bad days, twice, strangers and stale readers", arguments: Engine.available)
  func refuses(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let kommune = council.kommune
    for day in ["2026-07-31", "2028-07-31", "2030-01-01"] {
      try kommune.expect(SeatRefusal.lastDayIsOutsideTheTerm) {
        try council.leave("elev 0", on: day)
      }
    }
    try kommune.expect(VersionRefusal.recordHasChanged) {
      try council.change(
        LeaveSeat.self, request(council, "elev 0"), version: council.details.version + 1)
    }
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try council.change(
        LeaveSeat.self, request(council, "elev 0"), as: council.seat("elev 0").actor)
    }
    let elsewhere = try kommune.schoolsWithCouncils(1)
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try council.change(
        LeaveSeat.self,
        ["seat": .text("\(elsewhere[0].seats[0].id)"), "lastDay": "2026-10-31", "reason": "other"])
    }
    try council.leave("elev 0")
    try kommune.expect(SeatRefusal.memberHasLeftAlready) { try council.leave("elev 0") }
    kommune.now = try Instant(rfc3339: "2027-06-01T10:00:00Z").orNotFound()
    try kommune.expect(SeatRefusal.lastDayIsLongAgo) { try council.leave("elev 1") }
    kommune.now = try Instant(rfc3339: "2029-06-01T10:00:00Z").orNotFound()
    try kommune.expect(SeatRefusal.seatIsHeldNoMore) {
      try council.leave("elev 1", on: "2028-01-01")
    }
  }

  private func request(_ council: SeatedCouncil, _ name: String) throws -> [String: Value] {
    ["seat": .text("\(try council.seat(name).id)"), "lastDay": "2026-10-31", "reason": "other"]
  }
}

extension Seat {
  /// Whoever holds it, signed in.
  var actor: Actor { .member(Member(id: person, name: name, grants: [])) }
}
