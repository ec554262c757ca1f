import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Identity
@testable import Tenancy

@Suite struct ReadElectionTests {
  @Test("Who stands is public once the count is confirmed", arguments: Engine.available)
  func namesAreHidden(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder", deputy: true)
    #expect(try play.details("forelder", as: .visitor).candidates.isEmpty)
    #expect(try play.details("forelder").candidates.map(\.email) == [ElectionPlay.email("Kari")])
    try play.count("forelder", ["Kari": 9])
    #expect(try play.details("forelder", as: .visitor).candidates.isEmpty)
    let election = try play.election("forelder").id
    #expect(try !play.page("/valg/\(election)").contains("Kari"))
    try play.confirm("forelder")
    let seen = try play.details("forelder", as: .visitor)
    #expect(seen.candidates.map(\.name) == ["Kari"] && seen.candidates.map(\.email) == [nil])
    let page = try play.page("/valg/\(election)")
    #expect(page.contains("10 av 12 stemte") && page.contains("Bekreftet av Atle Admin"))
    #expect(!page.contains("example.org"))
  }

  @Test("Pupils are numbers where their names are not public", arguments: Engine.available)
  func pupilsAreNumbers(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { rules in
      rules.groups = rules.groups.map { group in
        SeatGroup(
          group.code, group.name, group.kind, group.number, votes: group.votes,
          by: group.chosenBy, namesArePublic: group.code != "elev")
      }
    }
    for name in ["Ida", "Jon", "Mia"] { try play.nominate(name, to: "elev", deputy: true) }
    try play.count("elev", ["Ida": 9, "Jon": 8, "Mia": 7])
    try play.confirm("elev")
    let seen = try play.details("elev", as: .visitor)
    #expect(seen.candidates.map(\.name) == ["Elev 1", "Elev 2", "Elev 3"])
    #expect(seen.candidates.allSatisfy { $0.deputyName == nil })
    #expect(try play.details("elev").candidates.map(\.name) == ["Ida", "Jon", "Mia"])
  }

  @Test("A result is what it was, whatever becomes of the rules", arguments: Engine.available)
  func resultsStand(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { rules in
      rules.deputies = .numbered
      rules.gender = .fortyPercent
    }
    for name in ["Kari", "Ola", "Per"] { try play.nominate(name, to: "forelder") }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 4])
    try play.confirm("forelder", ["balanceKept": "yes"])
    try play.acceptAll("forelder")
    let path = "/valg/\(try play.election("forelder").id)"
    let before = try play.page(path)
    #expect(before.contains("1. vara") && before.contains("40 prosent"))
    try play.change { rules in
      rules.deputies = .none
      rules.gender = .none
    }
    #expect(try play.page(path) == before)
    try play.change { rules in
      rules.groups = rules.groups.map { group in
        SeatGroup(
          group.code == "forelder" ? "foresatt" : group.code, group.name, group.kind,
          group.number, votes: group.votes, by: group.chosenBy)
      }
    }
    #expect(try play.page(path).contains("Valg: forelder"))
    try play.elect("Ida", "Jon", "Mia", to: "elev", deputies: false)
    try play.elect("Lars", to: "ansatt", deputies: false)
    try play.kommune.expect(ElectionRefusal.thereIsNoSuchGroup) {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary, play.constitution())
    }
  }

  @Test("Only whoever holds the election reads addresses", arguments: Engine.available)
  func addressesAreForWhoeverHoldsIt(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let leader = try play.kommune.addPerson(
      "Rita Rektor", "rita@example.org", .unitLeader, in: play.unit.id)
    try play.nominate("Ida", to: "elev", deputy: true)
    let seen = try play.details("elev", as: leader).candidates
    #expect(seen.map(\.name) == ["Ida"] && seen.map(\.deputyName) == ["Vara Ida"])
    #expect(seen.allSatisfy { $0.email == nil && $0.deputyEmail == nil })
  }

  @Test("Who got no place, and what anybody answered, is not for all", arguments: Engine.available)
  func losersAreForgotten(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per"] { try play.nominate(name, to: "forelder", deputy: true) }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 4])
    try play.confirm("forelder")
    #expect(
      try play.details("forelder", as: .visitor).candidates.map(\.name) == ["Kari", "Ola", "Per"])
    try play.answer("Kari", in: "forelder", "declined")
    #expect(
      try play.details("forelder", as: .visitor).candidates.allSatisfy { $0.answer == nil })
    try play.acceptAll("forelder")
    let seen = try play.details("forelder", as: .visitor).candidates
    #expect(seen.map(\.name) == ["Forelder 1", "Ola", "Per"] && seen[0].deputyName == nil)
    #expect(try play.details("forelder").candidates.map(\.name) == ["Kari", "Ola", "Per"])
  }

  @Test("The form proposes the day after those who sit now", arguments: Engine.available)
  func proposesTheNextTerm(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let end = try play.schoolCouncil().seats.first.orNotFound().termEnd
    func proposed() throws -> Day {
      try play.kommune.run(
        ListElections.self, as: play.secretary, ["council": .text("\(play.council.id)")]
      ).nextTerm
    }
    #expect(try proposed() == play.today.adding(days: 28))
    play.kommune.now = Instant(end.adding(days: -100), hour: 9)
    #expect(try proposed() == end.adding(days: 1))
    play.kommune.now = Instant(end.adding(days: -10), hour: 9)
    #expect(try proposed() == play.today.adding(days: 28))
  }

  @Test("R130: the bodies have the names the brochure gives them", arguments: Engine.available)
  func bodiesHaveTheirNames(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let parents = try play.page("/valg/\(try play.election("forelder").id)")
    #expect(parents.contains("FAU velger 2 medlemmer til Brukerrådet ved Solbakken skole."))
    let pupils = try play.page("/valg/\(try play.election("elev").id)?sprak=nn")
    #expect(pupils.contains("Elevrådet vel 3 medlemmer til"))
    let staff = try play.page("/valg/\(try play.election("ansatt").id)")
    #expect(staff.contains("pekes ut: enhetslederen."))
  }

  @Test("The form of the next step is there for those who take it", arguments: Engine.available)
  func formsFollowTheSteps(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let path = "/valg/\(try play.election("forelder").id)"
    let siri = try play.client(play.secretary)
    let atle = try play.client(play.administrator)
    #expect(siri.page(path).text.contains("Før opp en kandidat"))
    try play.nominate("Kari", to: "forelder")
    try play.nominate("Ola", to: "forelder")
    #expect(siri.page(path).text.contains("Hvor mange kunne stemme?"))
    try play.count("forelder", ["Kari": 5, "Ola": 5])
    #expect(siri.page(path).text.contains("En annen enn den som skrev inn dette"))
    #expect(atle.page(path).text.contains("Bekreft resultatet"))
    try play.confirm("forelder")
    #expect(siri.page(path).text.contains("Tar Kari plassen som medlem?"))
    try play.acceptAll("forelder")
    #expect(siri.page(path).text.contains("Gå til rådet som dannes"))
    #expect(siri.page("/rad/\(play.council.id)/valg").text.contains("Konstituer rådet"))
  }

  @Test("Lists and pages ask as much for many as for few", arguments: Engine.available)
  func runsAsManyStatementsForMany(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council: [String: Value] = ["council": .text("\(play.council.id)")]
    let election: [String: Value] = ["election": .text("\(try play.election("elev").id)")]
    func statements() throws -> [Int] {
      [
        try play.kommune.countStatements {
          try play.kommune.run(ListElections.self, as: play.secretary, council)
        },
        try play.kommune.countStatements {
          try play.kommune.run(ReadElection.self, as: play.secretary, election)
        },
        try play.kommune.countStatements {
          try play.kommune.run(ListInterests.self, as: play.secretary, council)
        },
      ]
    }
    let few = try statements()
    for name in ["Ida", "Jon", "Mia"] { try play.nominate(name, to: "elev") }
    for number in 0..<3 {
      try play.kommune.run(
        RegisterInterest.self, as: .visitor,
        council.merging([
          "group": "elev", "name": "Per \(number)", "email": .text("per\(number)@example.org"),
          "consent": true,
        ]) { $1 })
    }
    #expect(try statements() == few)
  }

  @Test("A council's elections come a page at a time", arguments: Engine.available)
  func pages(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council: [String: Value] = ["council": .text("\(play.council.id)"), "limit": 2]
    let first = try play.kommune.run(ListElections.self, as: .visitor, council).elections
    #expect(first.data.count == 2)
    let next = try #require(first.next)
    let second = try play.kommune.run(
      ListElections.self, as: .visitor, council.merging(["cursor": .text(next)]) { $1 }
    ).elections
    #expect(second.data.count == 1 && second.next == nil)
  }
}

extension ElectionPlay {
  /// A page as a visitor sees it.
  func page(_ path: String) throws -> String { TestClient(kommune).page(path).text }

  /// The browser of somebody who is signed in.
  func client(_ actor: Actor) throws -> TestClient {
    let client = TestClient(kommune)
    let person = try actor.member.orNotFound().id
    client.token = try kommune.work { try Session.start(for: person, in: $0).token }
    return client
  }
}
