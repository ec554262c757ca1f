import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Records who of the members leads the council, and who leads when the leader is away (R095).
package struct ChooseLeaders: UseCase, Readable {
  let council: ID<Council>
  let leader: ID<Seat>
  let viceLeader: ID<Seat>?
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    leader = input.id("leader", "The seat of whoever leads.")
    viceLeader = input.optionalID(
      "viceLeader", "The seat of whoever leads when the leader is away.")
    version = input.version()
  }

  /// - Throws: `LeaderRefusal` when the unit's leader leads this council, when one of them has no
  ///   vote or does not sit today, or when both are one.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    try council.mustNotBeDissolved()
    guard try council.rules(in: work).chair != .unitLeader else {
      throw LeaderRefusal.unitLeaderLeadsThisCouncil
    }
    guard leader != viceLeader else { throw LeaderRefusal.leaderIsViceLeaderToo }
    let day = council.sittingDay(in: work)
    let seats = try Seat.all(of: council.id, on: day, in: work)
    for (field, chosen) in [("leader", leader), ("viceLeader", viceLeader)] {
      guard let chosen else { continue }
      guard let seat = seats.first(where: { $0.id == chosen }) else {
        throw LeaderRefusal.memberSitsNotToday(field)
      }
      guard seat.votes else { throw LeaderRefusal.leaderHasNoVote(field) }
    }
    try save(over: council, on: day, in: work)
    try work.record(
      "leaders-chosen", council.id,
      ["leader": "\(leader)", "viceLeader": viceLeader.map { "\($0)" } ?? ""])
    return try CouncilDetails.read(council.id, in: work)
  }

  /// First nobody in the terms that run, then those chosen, so that there are never two.
  private func save(over council: Council, on day: Day, in work: borrowing Work) throws {
    try work.run(
      """
      UPDATE councils_seat SET is_leader = \(false), is_vice_leader = \(false)
      WHERE council_id = \(council.id) AND term_end >= \(day)
        AND term_start <= (SELECT term_end FROM councils_seat WHERE id = \(leader))
      """)
    try work.run("UPDATE councils_seat SET is_leader = \(true) WHERE id = \(leader)")
    guard let viceLeader else { return }
    try work.run("UPDATE councils_seat SET is_vice_leader = \(true) WHERE id = \(viceLeader)")
  }

  static let routes = Route.changing(
    Self.self, .put, api: "/councils/{council}/leaders", page: CouncilsPaths.leaders,
    form: CouncilsPaths.seats, "Record who leads the council.",
    done: Text(nb: "Lederne er lagret.", nn: "Leiarane er lagra."))
}

/// Why somebody does not lead a council.
package enum LeaderRefusal: Refusal, Equatable {
  case unitLeaderLeadsThisCouncil
  case leaderIsViceLeaderToo
  case memberSitsNotToday(String)
  case leaderHasNoVote(String)

  package var kind: RefusalKind { .invalid }

  package var text: Text {
    switch self {
    case .unitLeaderLeadsThisCouncil:
      Text(
        nb: "Etter reglene leder enhetens leder dette rådet. Endre reglene først.",
        nn: "Etter reglane leier leiaren for eininga dette rådet. Endre reglane først.",
        en: "By its rules the unit's leader leads this council. Change the rules first.")
    case .leaderIsViceLeaderToo:
      Text(
        nb: "Leder og nestleder må være to personer.",
        nn: "Leiar og nestleiar må vere to personar.",
        en: "Leader and vice leader must be two people.")
    case .memberSitsNotToday:
      Text(
        nb: "Velg en som er medlem av rådet nå.", nn: "Vel ein som er medlem av rådet no.",
        en: "Choose somebody who is a member today.")
    case .leaderHasNoVote:
      Text(
        nb: "Lederen skal være en av dem som stemmer.",
        nn: "Leiaren skal vere ein av dei som røystar.",
        en: "The leader shall be one of those who vote.")
    }
  }

  package var fields: [FieldProblem] {
    switch self {
    case .unitLeaderLeadsThisCouncil: [FieldProblem("leader", text)]
    case .leaderIsViceLeaderToo: [FieldProblem("viceLeader", text)]
    case .memberSitsNotToday(let field), .leaderHasNoVote(let field): [FieldProblem(field, text)]
    }
  }
}
