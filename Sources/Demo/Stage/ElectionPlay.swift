import Councils
import Kernel
import Tenancy
import UseCases
import Web

/// How a council of the demo came to be elected: called, candidates, a count that another person
/// confirms, answers, and then it is constituted.
struct ElectionPlay {
  let council: CouncilPlay
  let calendar: DemoCalendar
  /// Whoever confirms what the secretary enters.
  let administrator: Actor

  /// Notes every step in the weeks before the term begins.
  func note(in diary: inout Diary) {
    let minute = council.number
    diary.note(at: calendar.time(day(-10), 10, minute)) { try self.call(on: $0, at: $1) }
    diary.note(at: calendar.time(day(-8), 11, minute)) { try self.nominate(on: $0, at: $1) }
    diary.note(at: calendar.time(day(0), 20, minute)) { try self.count(on: $0, at: $1) }
    diary.note(at: calendar.time(day(1), 9, 30 + minute)) { try self.confirm(on: $0, at: $1) }
    diary.note(at: calendar.time(day(2), 12, minute)) { try self.accept(on: $0, at: $1) }
    diary.note(at: calendar.time(termStart, 9, 10 + minute)) { stage, time in
      try self.council.constituteElected(on: stage, at: time)
    }
  }

  /// The first day of the term: some weeks ahead of a council that is being elected now.
  private var termStart: Day {
    council.story.isForming
      ? calendar.today.adding(days: 42) : calendar.termStart(isNew: council.story.isNew)
  }

  /// So many days after the election.
  private func day(_ distance: Int) -> Day {
    let held =
      council.story.isForming ? calendar.today.adding(days: -9) : termStart.adding(days: -10)
    return held.adding(days: distance)
  }

  /// A council that is being elected now waits for those who choose its leader: they vote when the
  /// demo's days have moved on.
  private func isToCome(_ group: String) -> Bool {
    council.story.isForming && group == council.story.groups.first
  }

  private func call(on stage: borrowing Stage, at time: Instant) throws {
    let counts = Dictionary(grouping: council.people, by: \.group).mapValues(\.count)
    let groups = counts.sorted { $0.key < $1.key }.map { group, places in
      let wait = isToCome(group) ? 29 : 0
      return Value.object([
        "group": .text(group), "places": .number(places),
        "nominateUntil": .text("\(day(wait - 2))"), "heldOn": .text("\(day(wait))"),
      ])
    }
    council.forming = try stage.perform(
      FormCouncil.self, by: council.secretary, at: time,
      [
        "unit": .text("\(council.unit.id)"),
        "ruleSet": .text(try council.ruleSet(on: stage, at: time)),
        "termStart": .text("\(termStart)"), "groups": .list(groups),
      ]
    ).id
  }

  private func nominate(on stage: borrowing Stage, at time: Instant) throws {
    for election in try elections(on: stage, at: time) {
      for person in council.people where person.group == election.group {
        try stage.perform(
          NominateCandidate.self, by: council.secretary, at: time,
          person.values.merging([
            "election": .text("\(election.id)"), "willing": .flag(true),
          ]) { $1 })
      }
    }
  }

  /// Most of those who came vote for everybody who stands.
  private func count(on stage: borrowing Stage, at time: Instant) throws {
    for election in try elections(on: stage, at: time)
    where election.kind == .elected && !isToCome(election.group) {
      let ballots = 11 + council.number
      let candidates = try details(of: election, on: stage, at: time).candidates
      let votes = candidates.enumerated().map { index, candidate in
        Value.object([
          "candidate": .text("\(candidate.id)"), "votes": .number(ballots - index),
        ])
      }
      try stage.perform(
        EnterCount.self, by: council.secretary, at: time,
        at(election).merging([
          "electors": .number(ballots + 3), "ballots": .number(ballots), "votes": .list(votes),
        ]) { $1 })
    }
  }

  private func confirm(on stage: borrowing Stage, at time: Instant) throws {
    for election in try elections(on: stage, at: time) where !isToCome(election.group) {
      try stage.perform(ConfirmCount.self, by: administrator, at: time, at(election))
    }
  }

  /// Whoever was elected last to a council that is being elected now has not answered yet.
  private func accept(on stage: borrowing Stage, at time: Instant) throws {
    for election in try elections(on: stage, at: time) where !isToCome(election.group) {
      let members = try details(of: election, on: stage, at: time).members
      let isWaiting = council.story.isForming && election.kind == .elected
      for member in members.dropLast(isWaiting ? 1 : 0) {
        try stage.perform(
          AcceptElection.self, by: council.secretary, at: time,
          [
            "election": .text("\(election.id)"), "candidate": .text("\(member)"),
            "answer": "accepted",
          ])
      }
    }
  }

  private func elections(on stage: borrowing Stage, at time: Instant) throws -> [Election] {
    try stage.perform(
      ListElections.self, by: council.secretary, at: time,
      ["council": .text("\(try council.forming.orNotFound())")]
    ).elections.data
  }

  private func details(
    of election: Election, on stage: borrowing Stage, at time: Instant
  ) throws -> ElectionDetails {
    try stage.perform(
      ReadElection.self, by: council.secretary, at: time, ["election": .text("\(election.id)")])
  }

  private func at(_ election: Election) -> [String: Value] {
    ["election": .text("\(election.id)"), "version": .number(election.version)]
  }
}

extension CouncilPlay {
  /// Constitutes it with those who were elected, the first of the cast as its leader.
  func constituteElected(on stage: borrowing Stage, at time: Instant) throws {
    let forming = try forming.orNotFound()
    let leader = try people.first.orNotFound()
    let elections = try stage.perform(
      ListElections.self, by: secretary, at: time, ["council": .text("\(forming)")])
    let election = try elections.elections.data.first { $0.group == leader.group }.orNotFound()
    let candidates = try stage.perform(
      ReadElection.self, by: secretary, at: time, ["election": .text("\(election.id)")])
    let candidate = try candidates.candidates.first { $0.name == leader.name }.orNotFound()
    try begin(
      with: stage.perform(
        ConstituteElectedCouncil.self, by: secretary, at: time,
        [
          "council": .text("\(forming)"), "version": 1, "leader": .text("\(candidate.id)"),
        ]))
  }
}
