import Councils
import Kernel
import TestKit
import UseCases
import Web

@testable import Meetings

/// How far a meeting of the scenario has come.
///
/// A new state of meetings, minutes or resolutions belongs here, so that it is swept too.
enum MeetingStage: Int, CaseIterable, Comparable {
  case planned, proposed, agendaSet, opened, attended, balloted, decided, ended, drafted
  case circulated, approved, published, answered

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One meeting of the scenario, each step by whoever does it in life.
final class MeetingSteps {
  private let kommune: TestKit.Kommune
  private let mark: Mark
  private let secretary: Actor
  private let unitLeader: Actor
  private let leader: Actor
  private let members: [Actor]
  private let staff: Actor
  private var meeting: Meeting
  private var ballot: Ballot?
  private var resolution: Resolution?

  /// Plans a meeting.
  init(
    in kommune: TestKit.Kommune, _ mark: Mark, of council: ID<Council>, by secretary: Actor
  ) throws {
    self.kommune = kommune
    self.mark = mark
    self.secretary = secretary
    unitLeader = try kommune.person(mark.email("unit_leader"))
    leader = try kommune.person(mark.email("forelder0"))
    members = try ["forelder1", "elev0", "elev1"].map { try kommune.person(mark.email($0)) }
    staff = try kommune.person(mark.email("ansatt0"))
    meeting = try kommune.run(
      PlanMeeting.self, as: secretary,
      [
        "council": .text("\(council)"), "startsAt": "2026-09-15T16:00:00Z",
        "place": .text("\(mark.text) bibliotek"),
      ])
  }

  /// Takes every step up to a stage.
  func play(until stage: MeetingStage) throws {
    let steps: [(MeetingStage, () throws -> Void)] = [
      (.proposed, propose), (.agendaSet, setAgenda), (.opened, open), (.attended, attend),
      (.balloted, openBallot), (.decided, decide), (.ended, end), (.drafted, write),
      (.circulated, circulate), (.approved, approve), (.published, publish), (.answered, answer),
    ]
    for (reached, step) in steps where reached <= stage { try step() }
  }

  private func propose() throws {
    let item = try kommune.run(
      AddAgendaItem.self, as: members[0],
      [
        "meeting": at, "title": .text("\(mark.text) lekeplassen"), "kind": "proposal",
        "summary": .text("\(mark.text) huskene er slitt"), "concernsNoSinglePerson": true,
      ])
    let paper = Array("\(mark.text) huskene koster penger".utf8)
    try kommune.run(
      AttachPaper.self, as: members[0],
      [
        "meeting": at, "item": .text("\(item.id)"), "concernsNoSinglePerson": true,
        "file": .file(SentFile(name: "\(mark.text) budsjett.txt", bytes: paper[...])),
      ])
  }

  private func setAgenda() throws {
    for actor in [unitLeader, leader] {
      try kommune.run(ApproveAgenda.self, as: actor, ["meeting": at, "version": try version()])
    }
  }

  private func open() throws {
    try kommune.run(OpenMeeting.self, as: leader, ["meeting": at, "version": try version()])
  }

  private var present: [Actor] { [leader] + members + [staff, unitLeader] }

  private func attend() throws {
    let ids = Value.list(present.compactMap { $0.member.map { .text("\($0.id)") } })
    try kommune.run(
      RecordAttendance.self, as: leader,
      ["meeting": at, "version": try version(), "present": ids])
  }

  private func openBallot() throws {
    let details = try kommune.run(ReadMeeting.self, as: secretary, ["meeting": at])
    let item = try details.items.first.orNotFound()
    let ballot = try kommune.run(
      OpenBallot.self, as: leader,
      [
        "meeting": at, "item": .text("\(item.id)"),
        "motion": .text("\(mark.text) lekeplassen får nye husker"),
      ])
    self.ballot = ballot
    try vote(leader, on: ballot)
  }

  private func vote(_ actor: Actor, on ballot: Ballot) throws {
    try kommune.run(CastVote.self, as: actor, ["ballot": .text("\(ballot.id)"), "choice": "yes"])
  }

  private func decide() throws {
    let ballot = try ballot.orNotFound()
    try vote(members[0], on: ballot)
    let closed = try kommune.run(
      CloseBallot.self, as: leader, ["ballot": .text("\(ballot.id)"), "confirmMissing": true])
    resolution = closed.resolution
  }

  private func end() throws {
    try kommune.run(EndMeeting.self, as: leader, ["meeting": at, "version": try version()])
  }

  private func write() throws {
    try kommune.run(
      WriteMinutes.self, as: secretary,
      [
        "meeting": at, "body": .text("\(mark.text) vi snakket om lekeplassen"), "version": 0,
        "concernsNoSinglePerson": true,
      ])
  }

  private func circulate() throws {
    try kommune.run(CirculateMinutes.self, as: secretary, ["meeting": at, "version": 1])
  }

  private func approve() throws {
    for actor in present {
      try kommune.run(ApproveMinutes.self, as: actor, ["meeting": at, "version": 1])
    }
  }

  private func publish() throws {
    try kommune.run(PublishMinutes.self, as: secretary, ["meeting": at])
  }

  private func answer() throws {
    try kommune.run(
      AnswerResolution.self, as: unitLeader,
      [
        "resolution": .text("\(try resolution.orNotFound().id)"), "outcome": "not_followed",
        "reasons": .text("\(mark.text) pengene rekker ikke i år"), "weightyReason": "economy",
      ])
  }

  private var at: Value { .text("\(meeting.id)") }

  private func version() throws -> Value {
    .number(try kommune.work { try Meeting.find(meeting.id, in: $0) }.version)
  }
}
