import Councils
import Kernel
import Meetings
import UseCases
import Web

/// A meeting of the demo, played from its plan to the answers, as far as its fate goes.
final class MeetingPlay {
  let council: CouncilPlay
  let plan: MeetingPlan
  private var meeting: ID<Meeting>?
  private var items: [(id: ID<AgendaItem>, topic: Topic)] = []
  private var voters: [Member] = []
  private var present: [Member] = []
  private var results: [(topic: Topic, result: BallotResult?)] = []

  init(_ council: CouncilPlay, _ plan: MeetingPlan) {
    self.council = council
    self.plan = plan
  }

  /// Notes all that happens, each thing at its time.
  func note(in diary: inout Diary) {
    noteAgenda(in: &diary)
    guard plan.fate >= .open else { return }
    diary.note(at: later(minutes: 0)) { try self.open(on: $0, at: $1) }
    guard plan.fate >= .ended else {
      // They have come to the first motion, and most have voted.
      for index in 0..<2 {
        diary.note(at: later(minutes: 15 + 20 * index)) { try self.discuss(index, on: $0, at: $1) }
      }
      return
    }
    for index in agenda.indices {
      diary.note(at: later(minutes: 15 + 20 * index)) { try self.discuss(index, on: $0, at: $1) }
    }
    diary.note(at: later(minutes: 20 + 20 * agenda.count)) { try self.end(on: $0, at: $1) }
    guard plan.fate >= .drafted else { return }
    noteMinutes(in: &diary)
    guard plan.fate == .answered else { return }
    let weeks = Self.weeksToAnswer[Int(plan.dice % 8)]
    diary.note(at: later(days: 7 * weeks, minutes: -200)) { try self.answer(on: $0, at: $1) }
  }

  /// Most answers come in time; a few are late.
  private static let weeksToAnswer = [2, 2, 3, 3, 3, 4, 4, 6]

  /// What is on the agenda: from the second meeting on, first what came of the advice so far.
  private var agenda: [Topic] { (plan.number == 0 ? [] : [Topic.followUp]) + plan.topics }

  private func later(days: Int = 0, minutes: Int) -> Instant {
    plan.start.adding(days: days).adding(seconds: Int64(minutes * 60))
  }
}

// The agenda.
extension MeetingPlay {
  private func noteAgenda(in diary: inout Diary) {
    diary.note(at: later(days: -33, minutes: -300)) { stage, time in
      self.meeting = try stage.perform(
        PlanMeeting.self, by: self.council.secretary, at: time,
        [
          "council": .text("\(try self.council.id())"), "startsAt": .text("\(self.plan.start)"),
          "place": .text(self.council.story.place),
        ]
      ).id
    }
    for index in agenda.indices {
      diary.note(at: later(days: -30 + index, minutes: 40 * index)) {
        try self.add(index, on: $0, at: $1)
      }
    }
    if plan.fate == .approvedByUnitLeader || plan.fate >= .agendaSet {
      diary.note(at: later(days: -21, minutes: -90)) {
        try self.approveAgenda(by: self.council.unitLeader, on: $0, at: $1)
      }
    }
    if plan.fate >= .approvedByCouncilLeader {
      diary.note(at: later(days: -21, minutes: 110)) {
        try self.approveAgenda(by: self.council.leader(), on: $0, at: $1)
      }
    }
  }

  private func add(_ index: Int, on stage: borrowing Stage, at time: Instant) throws {
    let topic = agenda[index]
    let seats = try council.seats()
    let proposers = [
      council.unitLeader, try council.leader(), seats[(plan.number + index) % seats.count].actor,
    ]
    let proposer = topic.kind == .information ? council.unitLeader : proposers[index % 3]
    let item = try stage.perform(
      AddAgendaItem.self, by: proposer, at: time,
      [
        "meeting": try meetingID(), "title": .text(topic.title),
        "kind": .text(topic.kind.rawValue), "summary": .text(topic.summary),
        "concernsNoSinglePerson": .flag(true),
      ])
    items.append((item.id, topic))
    if topic.motion != nil, plan.number.isMultiple(of: 3) {
      try attach(topic, to: item.id, by: proposer, on: stage, at: time)
    }
  }

  /// What there is to read before the meeting.
  private func attach(
    _ topic: Topic, to item: ID<AgendaItem>, by actor: Actor, on stage: borrowing Stage,
    at time: Instant
  ) throws {
    let lines = topic.summary.split(separator: ".").map { "\($0.drop { $0 == " " })." }
    let sheet = PaperSheet(heading: topic.title, lines: lines)
    try stage.perform(
      AttachPaper.self, by: actor, at: time.adding(seconds: 600),
      [
        "meeting": try meetingID(), "item": .text("\(item)"), "concernsNoSinglePerson": .flag(true),
        "file": .file(SentFile(name: "Saksframlegg.pdf", bytes: sheet.pdf[...])),
      ])
  }

  private func approveAgenda(
    by actor: Actor, on stage: borrowing Stage, at time: Instant
  ) throws {
    try perform(ApproveAgenda.self, by: actor, on: stage, at: time)
  }

  private func meetingID() throws -> Value { .text("\(try meeting.orNotFound())") }

  /// Performs what needs the meeting and the version that was read.
  private func perform<Action: UseCase & Readable>(
    _ action: Action.Type, by actor: Actor, on stage: borrowing Stage, at time: Instant,
    _ values: [String: Value] = [:]
  ) throws {
    let id = try meeting.orNotFound()
    let version = try stage.read(by: actor, at: time) { try Meeting.find(id, in: $0).version }
    var values = values
    values["meeting"] = .text("\(id)")
    values["version"] = .number(version)
    try stage.perform(action, by: actor, at: time, values)
  }
}

// The meeting.
extension MeetingPlay {
  private func open(on stage: borrowing Stage, at time: Instant) throws {
    try comeTogether()
    try perform(OpenMeeting.self, by: council.secretary, on: stage, at: time)
    try perform(
      RecordAttendance.self, by: council.secretary, on: stage, at: time.adding(seconds: 240),
      ["present": .list(present.map { .text("\($0.id)") })])
  }

  /// The leader is always there; now and then one or two others are not, and their deputies come.
  private func comeTogether() throws {
    voters = try council.seats().enumerated().compactMap { index, seat in
      let chance = plan.dice >> UInt64(8 + 4 * index) & 15
      guard !seat.isLeader, chance < 3, absentees(before: index) < 2 else { return seat.member }
      return chance == 0 ? nil : seat.deputyMember
    }
    let staff = try council.staff().map(\.member)
    present = voters + (plan.dice % 4 == 0 ? Array(staff.prefix(1)) : staff)
    if let leader = council.unitLeader.member { present.append(leader) }
  }

  private func absentees(before index: Int) -> Int {
    (0..<index).count { plan.dice >> UInt64(8 + 4 * $0) & 15 < 3 }
  }

  private func discuss(_ index: Int, on stage: borrowing Stage, at time: Instant) throws {
    let (item, topic) = items[index]
    guard let motion = topic.motion else {
      results.append((topic, nil))
      return
    }
    let secretary = council.secretary
    let ballot = try stage.perform(
      OpenBallot.self, by: secretary, at: time,
      ["meeting": try meetingID(), "item": .text("\(item)"), "motion": .text(motion.text)])
    let mustPass = plan.fate != .answered && results.allSatisfy { $0.result == nil }
    let pattern = VotingPattern(dice: plan.dice >> UInt64(32 + index * 4), mustPass: mustPass)
    let votes = zip(voters, pattern.votes(of: voters.count))
    for (number, (voter, choice)) in votes.enumerated().dropLast(plan.fate == .open ? 1 : 0) {
      try stage.perform(
        CastVote.self, by: .member(voter), at: time.adding(seconds: Int64(20 + 7 * number)),
        ["ballot": .text("\(ballot.id)"), "choice": .text(choice)])
    }
    guard plan.fate >= .ended else { return }
    let result = try stage.perform(
      CloseBallot.self, by: secretary, at: time.adding(seconds: 180),
      ["ballot": .text("\(ballot.id)")])
    results.append((topic, result))
  }

  private func end(on stage: borrowing Stage, at time: Instant) throws {
    try perform(EndMeeting.self, by: council.secretary, on: stage, at: time)
  }
}

// What comes after.
extension MeetingPlay {
  private func noteMinutes(in diary: inout Diary) {
    diary.note(at: later(days: 1, minutes: -260)) { stage, time in
      let body = MinutesText(start: self.plan.start, results: self.results).body
      try stage.perform(
        WriteMinutes.self, by: self.council.secretary, at: time,
        [
          "meeting": try self.meetingID(), "body": .text(body),
          "concernsNoSinglePerson": .flag(true),
        ])
    }
    guard plan.fate >= .circulated else { return }
    diary.note(at: later(days: 1, minutes: -150)) { stage, time in
      try stage.perform(
        CirculateMinutes.self, by: self.council.secretary, at: time,
        ["meeting": try self.meetingID(), "version": .number(1)])
    }
    for index in 0..<Self.mostPresent {
      diary.note(at: later(days: 2 + index / 4, minutes: -120 + index % 4 * 95)) {
        try self.approveMinutes(index, on: $0, at: $1)
      }
    }
    guard plan.fate >= .published else { return }
    diary.note(at: later(days: 7, minutes: -240)) { stage, time in
      try stage.perform(
        PublishMinutes.self, by: self.council.secretary, at: time,
        ["meeting": try self.meetingID()])
    }
  }

  /// More than anybody's table seats.
  private static let mostPresent = 12

  private func approveMinutes(_ index: Int, on stage: borrowing Stage, at time: Instant) throws {
    let isMissing = plan.fate == .circulated && index >= present.count - 2
    guard index < present.count, !isMissing else { return }
    try stage.perform(
      ApproveMinutes.self, by: .member(present[index]), at: time,
      ["meeting": try meetingID(), "version": .number(1)])
  }

  private func answer(on stage: borrowing Stage, at time: Instant) throws {
    for (topic, result) in results {
      guard let resolution = result?.resolution, let replies = topic.motion?.answers else {
        continue
      }
      let reply = replies[(council.number + plan.number) % replies.count]
      var values: [String: Value] = [
        "resolution": .text("\(resolution.id)"), "outcome": .text(reply.outcome.rawValue),
        "reasons": .text(reply.reasons),
      ]
      if let weighty = reply.weighty { values["weightyReason"] = .text(weighty.rawValue) }
      try stage.perform(AnswerResolution.self, by: council.unitLeader, at: time, values)
    }
  }
}
