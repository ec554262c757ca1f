import Councils
import Kernel
import Tenancy
import TestKit
import UseCases
import Web

@testable import Meetings

/// A school council under Trondheim's rules, with the steps of its year: two parents and three
/// pupils who vote, a personal deputy each, one of the staff, and the school's leader.
final class CouncilYear {
  let kommune: TestKit.Kommune
  let council: ID<Council>
  let secretary: Actor
  let unitLeader: Actor
  /// The council's leader, a parent.
  let leader: Actor
  /// The other user representatives: a parent and three pupils.
  let members: [Actor]
  /// The deputy of the second parent.
  let deputy: Actor
  let staff: Actor
  let stranger: Actor
  var meeting: Meeting

  /// A council with one planned meeting and nothing on its agenda.
  init(on engine: Engine) throws {
    kommune = try TestKit.Kommune(on: engine)
    secretary = try kommune.addPerson("Siri Sekretær", "siri@example.org", .secretary)
    stranger = try kommune.addPerson("Ulrik Utenfor", "ulrik@example.org")
    let unit = try kommune.addUnits("skole,Solbakken skole,Østbyen,,skole").first.orNotFound()
    unitLeader = try kommune.addPerson(
      "Reidun Rektor", "reidun@example.org", .unitLeader, in: unit.id)
    let details = try kommune.run(
      ConstituteCouncil.self, as: secretary,
      ["unit": .text("\(unit.id)"), "termStart": "2026-08-01", "seats": .list(Self.seats)])
    council = details.council.id
    leader = try kommune.person("forelder0@example.org")
    members = try ["forelder1", "elev0", "elev1", "elev2"].map { [kommune] in
      try kommune.person("\($0)@example.org")
    }
    deputy = try kommune.person("vara-forelder1@example.org")
    staff = try kommune.person("ansatt0@example.org")
    meeting = try kommune.run(
      PlanMeeting.self, as: secretary,
      [
        "council": .text("\(council)"), "startsAt": "2026-09-15T16:00:00Z",
        "place": "Biblioteket",
      ])
  }

  /// Everybody who votes.
  var voters: [Actor] { [leader] + members }
  /// Everybody who has a place at the table, without deputies.
  var everybody: [Actor] { voters + [staff, unitLeader] }

  private static let seats: [Value] = {
    let groups = [("forelder", 2), ("elev", 3), ("ansatt", 1)]
    return groups.flatMap { group, count in (0..<count).map { seat(group, $0) } }
  }()

  private static func seat(_ group: String, _ number: Int) -> Value {
    var seat: [String: Value] = [
      "group": .text(group), "name": .text("\(group) \(number)"),
      "email": .text("\(group)\(number)@example.org"),
    ]
    if group != "ansatt" {
      seat["deputyName"] = .text("vara \(group) \(number)")
      seat["deputyEmail"] = .text("vara-\(group)\(number)@example.org")
    }
    if group == "forelder", number == 0 { seat["leader"] = true }
    return .object(seat)
  }
}

extension CouncilYear {
  /// Rests the council, puts it to work or dissolves it, as the secretary does.
  func change(to status: String, version: Int) throws {
    var values: [String: Value] = [
      "council": .text("\(council)"), "version": .number(version), "status": .text(status),
      "reason": "Skolen er lagt ned.", "decidedBy": "Kommunestyret",
    ]
    if status == "dissolved" { values["nobodyTakesOver"] = "Skolen finnes ikke mer." }
    try kommune.run(ChangeCouncilStatus.self, as: secretary, values)
  }
}

// The steps of a meeting, each by whoever does it in life.
extension CouncilYear {
  @discardableResult
  func addItem(_ title: String = "Lekeplassen", as actor: Actor? = nil) throws -> AgendaItem {
    let item = try kommune.run(
      AddAgendaItem.self, as: actor ?? members[0],
      [
        "meeting": at, "title": .text(title), "kind": "proposal", "concernsNoSinglePerson": true,
      ])
    try read()
    return item
  }

  func approveAgenda() throws {
    for actor in [unitLeader, leader] {
      meeting = try kommune.run(
        ApproveAgenda.self, as: actor, ["meeting": at, "version": version])
    }
  }

  func open() throws {
    meeting = try kommune.run(OpenMeeting.self, as: leader, ["meeting": at, "version": version])
  }

  @discardableResult
  func attend(_ people: [Actor]) throws -> AttendanceList {
    let list = try kommune.run(
      RecordAttendance.self, as: leader,
      ["meeting": at, "version": version, "present": ids(people)])
    try read()
    return list
  }

  func openBallot(_ motion: String = "Lekeplassen får nye husker.") throws -> Ballot {
    let item = try kommune.run(ReadMeeting.self, as: secretary, ["meeting": at]).items.first
    return try kommune.run(
      OpenBallot.self, as: leader,
      ["meeting": at, "item": .text("\(try item.orNotFound().id)"), "motion": .text(motion)])
  }

  @discardableResult
  func vote(_ choice: String, on ballot: Ballot, as actor: Actor) throws -> Vote {
    try kommune.run(
      CastVote.self, as: actor, ["ballot": .text("\(ballot.id)"), "choice": .text(choice)])
  }

  @discardableResult
  func close(_ ballot: Ballot, confirmMissing: Value = true) throws -> BallotResult {
    try kommune.run(
      CloseBallot.self, as: leader,
      ["ballot": .text("\(ballot.id)"), "confirmMissing": confirmMissing])
  }

  func end() throws {
    meeting = try kommune.run(EndMeeting.self, as: leader, ["meeting": at, "version": version])
  }

  @discardableResult
  func write(_ body: String = "Vi snakket om lekeplassen.", version: Value = 0) throws -> Minutes {
    try kommune.run(
      WriteMinutes.self, as: secretary,
      [
        "meeting": at, "body": .text(body), "version": version, "concernsNoSinglePerson": true,
      ])
  }

  @discardableResult
  func circulate(version: Value = 1) throws -> Minutes {
    try kommune.run(CirculateMinutes.self, as: secretary, ["meeting": at, "version": version])
  }

  @discardableResult
  func approve(as actor: Actor, version: Value = 1) throws -> Minutes {
    try kommune.run(ApproveMinutes.self, as: actor, ["meeting": at, "version": version])
  }

  @discardableResult
  func publish() throws -> Minutes {
    try kommune.run(PublishMinutes.self, as: secretary, ["meeting": at])
  }

  @discardableResult
  func answer(
    _ resolution: Resolution, _ outcome: String, _ more: [String: Value] = [:]
  ) throws -> Resolution {
    let values: [String: Value] = [
      "resolution": .text("\(resolution.id)"), "outcome": .text(outcome),
    ]
    return try kommune.run(
      AnswerResolution.self, as: unitLeader, values.merging(more) { $1 })
  }
}

// Whole stretches of a meeting.
extension CouncilYear {
  var at: Value { .text("\(meeting.id)") }
  var version: Value { .number(meeting.version) }

  func ids(_ people: [Actor]) -> Value {
    .list(people.compactMap { $0.member.map { .text("\($0.id)") } })
  }

  func read() throws { meeting = try kommune.work { try Meeting.find(meeting.id, in: $0) } }

  /// An open meeting with one item and everybody there, or those named.
  func beginMeeting(with people: [Actor]? = nil) throws {
    try addItem()
    try approveAgenda()
    try open()
    try attend(people ?? everybody)
  }

  /// A resolution that two voted for.
  @discardableResult
  func adopt(_ motion: String = "Lekeplassen får nye husker.") throws -> Resolution {
    let ballot = try openBallot(motion)
    for actor in voters.prefix(2) { try vote("yes", on: ballot, as: actor) }
    return try close(ballot).resolution.orNotFound()
  }

  /// A meeting held by the leader, one pupil more than needed, the staff and the unit leader, with
  /// one resolution and minutes sent for approval.
  func holdMeeting() throws -> Resolution {
    try beginMeeting(with: [leader, members[0], members[1], staff, unitLeader])
    let resolution = try adopt()
    try end()
    try write()
    try circulate()
    return resolution
  }

  /// Those who were at the meeting that `holdMeeting` holds.
  var attendees: [Actor] { [leader, members[0], members[1], staff, unitLeader] }

  /// The same with its minutes approved by all and published.
  func publishMeeting() throws -> Resolution {
    let resolution = try holdMeeting()
    for actor in attendees { try approve(as: actor) }
    try publish()
    return resolution
  }

  /// Plans the next meeting, which the steps are of from here on.
  func planNext(_ time: Value) throws {
    meeting = try kommune.run(
      PlanMeeting.self, as: secretary,
      ["council": .text("\(council)"), "startsAt": time, "place": "Biblioteket"])
  }

  /// How many statements something runs.
  func countStatements<Result>(_ body: () throws -> Result) rethrows -> Int {
    kommune.statements.clear()
    _ = try body()
    return kommune.statements.statements.count
  }
}

extension Readable {
  /// A use case from what it reads.
  init(_ values: [String: Value]) {
    var input = Input(values)
    self.init(&input)
  }
}
