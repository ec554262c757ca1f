import Database
import Identity
import Kernel
import Tenancy
import UseCases
import Web

/// Two years of one kommune, played from its units to the latest answer.
struct KommunePlay {
  let story: KommuneStory
  let calendar: DemoCalendar

  /// Plays it all in the transaction of the stage.
  func play(on stage: borrowing Stage) throws {
    let start = calendar.onboarding
    let file = (["type,name,area,organisation_number,service_area"] + story.units.map(\.line))
      .joined(separator: "\n")
    try stage.perform(ImportUnits(file: Array(file.utf8)), by: .host, at: start)
    let administrator = try add(
      story.administrator, .administrator, on: stage, at: start.adding(seconds: 300))
    try add(story.politician, .politician, on: stage, at: start.adding(seconds: 330))
    try stage.perform(
      AddUserGroup.self, by: administrator, at: start.adding(seconds: 345),
      [
        "code": "minoritetsspraklig", "name": "minoritetsspråklige",
        "nameNn": "minoritetsspråklege",
      ])
    let secretary = try add(story.secretary, .secretary, on: stage, at: start.adding(seconds: 360))
    try add(story.auditor, .auditor, on: stage, at: start.adding(seconds: 420))
    var diary = Diary()
    for council in try councils(on: stage, secretary, at: start.adding(seconds: 600)) {
      note(council, administrator, in: &diary)
    }
    diary.note(at: calendar.time(calendar.termStart(isNew: false), 15, 0)) { stage, time in
      for account in self.story.accounts { try self.open(account, on: stage, at: time) }
    }
    try diary.play(on: stage, until: calendar.now)
  }

  /// The councils to come, with the leaders of all units in their posts.
  private func councils(
    on stage: borrowing Stage, _ secretary: Actor, at time: Instant
  ) throws -> [CouncilPlay] {
    let units = try stage.perform(ListUnits.self, by: .visitor, at: time, ["limit": .number(100)])
    var plays: [CouncilPlay] = []
    for (unitStory, cast) in zip(story.units, story.casts) {
      let unit = try units.data.first { $0.name == unitStory.name }.orNotFound()
      let leader = try add(cast.unitLeader, .unitLeader, in: unit, on: stage, at: time)
      guard let council = unitStory.council else { continue }
      plays.append(
        CouncilPlay(
          council, story, number: plays.count, unit: unit, cast: cast, unitLeader: leader,
          secretary: secretary))
    }
    return plays
  }

  private func note(
    _ council: CouncilPlay, _ administrator: Actor, in diary: inout Diary
  ) {
    let termStart = calendar.termStart(isNew: council.story.isNew)
    if council.story.isElectedHere {
      ElectionPlay(council: council, calendar: calendar, administrator: administrator)
        .note(in: &diary)
      guard !council.story.isForming else { return }
    } else {
      diary.note(at: calendar.time(termStart, 9, 10 + council.number)) { stage, time in
        try council.constitute(on: stage, at: time, termStart: termStart)
      }
    }
    // Every other council has had its training; one of the members is about to move on.
    if council.number % 2 == 0 {
      diary.note(at: calendar.time(termStart.adding(days: 24), 17, 10 + council.number)) {
        try council.train(on: $0, at: $1)
      }
    }
    if council.number == 3 {
      diary.note(at: calendar.now.adding(days: -1)) { stage, time in
        try council.leave(on: stage, at: time, lastDay: OsloTime(time).day.adding(days: 40))
      }
    }
    if council.story.isShort {
      VacancyPlay(council: council, calendar: calendar).note(in: &diary)
    }
    let year = CouncilYear(
      council: council.story, calendar: calendar, seed: seed &+ UInt64(council.number * 7919))
    for meeting in year.meetings(Topic.all(for: council.unit.type)) {
      MeetingPlay(council, meeting).note(in: &diary)
    }
  }

  /// Tells kommuner apart, so that no two have the same ids or the same chance.
  private var seed: UInt64 { story.number.utf8.reduce(17) { $0 &* 31 &+ UInt64($1) } }

  /// Where the ids of its records come from.
  var ids: IDSource { IDSource(random: SeededGenerator(seed: seed)) }

  @discardableResult
  private func add(
    _ name: String, _ role: Role, in unit: ServiceUnit? = nil, on stage: borrowing Stage,
    at time: Instant
  ) throws -> Actor {
    var values: [String: Value] = [
      "name": .text(name), "email": .text(story.email(of: name)), "role": .text(role.rawValue),
    ]
    if let unit { values["scope"] = .text("\(unit.id)") }
    let invitation = try stage.perform(AddPerson.self, by: .host, at: time, values)
    let grant = Grant(role, scope: unit?.id.erased())
    return .member(Member(id: invitation.person, name: name, grants: [grant]))
  }

  /// Lets somebody choose their password.
  private func open(
    _ account: DemoAccount, on stage: borrowing Stage, at time: Instant
  ) throws {
    let invitation = try stage.perform(
      InvitePerson.self, by: .host, at: time, ["email": .text(account.email)])
    try stage.perform(
      AcceptInvitation.self, by: .visitor, at: time.adding(seconds: 1200),
      ["token": .text(invitation.secret), "password": .text(account.password)])
  }
}
