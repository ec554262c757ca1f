import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// «Vil du være med?» (R064).
@Suite struct RegisterInterestTests {
  private static func request(
    _ play: ElectionPlay, _ more: [String: Value] = [:]
  ) -> [String: Value] {
    let values: [String: Value] = [
      "council": .text("\(play.council.id)"), "group": "forelder", "name": "Per",
      "email": "per@example.org", "about": "Jeg vil ha bedre uteområder.", "consent": true,
    ]
    return values.merging(more) { $1 }
  }

  @Test("R064: whoever wants to take part says so, with consent", arguments: Engine.available)
  func registers(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(RegisterInterest.Refusal.consentIsMissing) {
      try play.kommune.run(
        RegisterInterest.self, as: .visitor, Self.request(play, ["consent": false]))
    }
    let open = try play.kommune.run(
      ShowInterestForm.self, as: .visitor, ["council": .text("\(play.council.id)")])
    #expect(open.groups.map(\.code) == ["forelder", "elev"])
    let registered = try play.kommune.run(
      RegisterInterest.self, as: .visitor, Self.request(play))
    #expect(try !play.kommune.dump().contains(registered.secret))
    let own = try play.kommune.run(
      ShowOwnInterest.self, as: .visitor, ["secret": .text(registered.secret)])
    #expect(own.interest.name == "Per")
    let council: [String: Value] = ["council": .text("\(play.council.id)")]
    let listed = try play.kommune.run(ListInterests.self, as: play.secretary, council)
    #expect(listed.interests.data.map(\.email) == ["per@example.org"])
    try play.kommune.expect(AccessRefusal.youMustSignIn) {
      try play.kommune.run(ListInterests.self, as: .visitor, council)
    }
  }

  @Test("R064: it goes when the person asks, by link or by word", arguments: Engine.available)
  func isWithdrawn(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let secret = Value.text(
      try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play)).secret)
    try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
    try play.kommune.run(WithdrawInterest.self, as: .visitor, ["secret": secret])
    try play.kommune.expect(InterestRefusal.interestIsGone) {
      try play.kommune.run(WithdrawInterest.self, as: .visitor, ["secret": secret])
    }
    let left = try play.kommune.run(
      ListInterests.self, as: play.secretary, ["council": .text("\(play.council.id)")])
    let interest = try #require(left.interests.data.first)
    try play.kommune.run(
      RemoveInterest.self, as: play.secretary,
      ["council": .text("\(play.council.id)"), "interest": .text("\(interest.id)")])
    #expect(try !play.kommune.dump().contains("per@example.org"))
  }

  @Test("R064: it goes when the election is settled, or after a year", arguments: Engine.available)
  func isForgotten(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
    try play.kommune.run(
      RegisterInterest.self, as: .visitor,
      Self.request(play, ["group": "elev", "email": "elev@example.org"]))
    try play.elect("Kari", "Ola", to: "forelder")
    #expect(try !play.kommune.dump().contains("per@example.org"))
    #expect(try play.kommune.dump().contains("elev@example.org"))
    try play.kommune.work { try ForgetInterests.job.perform(in: $0) }
    #expect(try play.kommune.dump().contains("elev@example.org"))
    play.kommune.now = play.kommune.now.adding(days: 366)
    try play.kommune.work { try ForgetInterests.job.perform(in: $0) }
    #expect(try !play.kommune.dump().contains("elev@example.org"))
  }

  @Test(
    "R064: after its day nobody reads it, even before it is deleted", arguments: Engine.available)
  func isNotShownAfterItsDay(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let secret = Value.text(
      try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play)).secret)
    play.kommune.now = play.kommune.now.adding(days: 366)
    try play.kommune.expect(InterestRefusal.interestIsGone) {
      try play.kommune.run(ShowOwnInterest.self, as: .visitor, ["secret": secret])
    }
  }

  @Test("R064: it goes when the council is dissolved", arguments: Engine.available)
  func goesWithTheCouncil(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
    try play.kommune.dissolve(play.council.id)
    #expect(try !play.kommune.dump().contains("per@example.org"))
    let refused = #expect(throws: DatabaseError.self) {
      try play.kommune.sql(
        """
        INSERT INTO councils_interest
          (id, council_id, group_code, name, email, secret_hash, consented_at, kept_until)
        SELECT id, id, 'forelder', 'Per', 'per@example.org', 'x', 0, '2027-01-01'
        FROM councils_council
        """)
    }
    #expect(refused?.kind == .recordIsFrozen)
  }

  @Test("R064: only a council that looks for somebody", arguments: Engine.available)
  func refusesWhereNobodyIsLookedFor(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(RegisterInterest.Refusal.nobodyIsLookedFor) {
      try play.kommune.run(
        RegisterInterest.self, as: .visitor, Self.request(play, ["group": "ansatt"]))
    }
    let council = try play.schoolCouncil()
    try play.kommune.expect(RegisterInterest.Refusal.nobodyIsLookedFor) {
      try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
    }
    try play.kommune.sql(
      """
      UPDATE councils_seat SET term_end = term_start, planned_end = term_end,
        left_reason = 'own_wish' WHERE council_id = \(council.id) AND group_code = 'forelder'
      """)
    play.kommune.now = Instant(play.council.constitutedOn.adding(days: 10), hour: 9)
    try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
  }

  @Test("A form that anybody can send is counted", arguments: Engine.available)
  func isSlowedDown(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    play.kommune.caller = Caller(address: "192.0.2.7")
    for _ in 0..<31 {
      try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
    }
    try play.kommune.expect(code: "too-many-tries") {
      try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
    }
    play.kommune.caller = Caller(address: "192.0.2.8")
    try play.kommune.run(RegisterInterest.self, as: .visitor, Self.request(play))
  }

  @Test("The form leads to a page that can delete it again", arguments: Engine.available)
  func worksInABrowser(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let path = "/rad/\(play.council.id)/vil-du-vaere-med"
    let page = try play.page(path)
    #expect(page.contains("Vil du være med?") && page.contains("Jeg samtykker"))
    #expect(try play.page("/rad/\(play.council.id)/valg").contains(path))
    let secret = try play.kommune.run(
      RegisterInterest.self, as: .visitor, Self.request(play)
    ).secret
    #expect(try play.page("/interesse/\(secret)").contains("Slett det jeg skrev"))
    let siri = try play.client(play.secretary)
    #expect(siri.page("/rad/\(play.council.id)/interesserte").text.contains("per@example.org"))
  }
}
