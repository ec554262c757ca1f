import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// R095: who leads, and who leads when the leader is away.
@Suite struct ChooseLeadersTests {
  @Test("R095: leader and vice leader are two who vote", arguments: Engine.available)
  func chooses(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let (first, second) = (try council.seat("elev 0").id, try council.seat("forelder 1").id)

    let chosen = try choose(first, second, of: council)

    #expect(chosen.seats.filter(\.isLeader).map(\.id) == [first])
    #expect(chosen.seats.filter(\.isViceLeader).map(\.id) == [second])
    let turned = try choose(second, first, of: council)
    #expect(turned.seats.filter(\.isLeader).map(\.id) == [second])
    let page = TestClient(council.kommune).page("/rad/\(turned.id)")
    #expect(page.text.contains("Elev 1 <span class=\"badge\">nestleder</span>"))
  }

  @Test(arguments: Engine.available)
  func refuses(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let (pupil, staff) = (try council.seat("elev 0").id, try council.seat("ansatt 0").id)
    try council.kommune.expect(LeaderRefusal.leaderIsViceLeaderToo) {
      _ = try choose(pupil, pupil, of: council)
    }
    try council.kommune.expect(LeaderRefusal.leaderHasNoVote("viceLeader")) {
      _ = try choose(pupil, staff, of: council)
    }
    let other = try council.kommune.schoolsWithCouncils(1)[0].seats[0].id
    try council.kommune.expect(LeaderRefusal.memberSitsNotToday("leader")) {
      _ = try choose(other, nil, of: council)
    }
  }

  @Test("K5: where the section leader chairs, nobody is chosen", arguments: Engine.available)
  func unitLeaderLeads(_ engine: Engine) throws {
    let real = try RealKommune(engine, .baerumCentral)
    let details = try real.constitute(
      "baerum-sentralt", ["organisasjon": 3, "utsending": 2, "ansatt": 2])
    let council = try SeatedCouncil(real, details)
    try real.kommune.expect(LeaderRefusal.unitLeaderLeadsThisCouncil) {
      _ = try choose(details.seats[0].id, nil, of: council)
    }
  }

  private func choose(
    _ leader: ID<Seat>, _ vice: ID<Seat>?, of council: SeatedCouncil
  ) throws -> CouncilDetails {
    var values: [String: Value] = ["leader": .text("\(leader)")]
    if let vice { values["viceLeader"] = .text("\(vice)") }
    return try council.change(ChooseLeaders.self, values)
  }
}
