import Councils
import Kernel
import Web

/// How a place in a council became free, and who would like to have it.
struct VacancyPlay {
  let council: CouncilPlay
  let calendar: DemoCalendar

  /// A parent's child changes school; where members have deputies, theirs takes over for some weeks.
  func note(in diary: inout Diary) {
    if council.hasDeputies {
      note(departure: -60, because: .noLongerUser, in: &diary)
      note(departure: -6, because: .newRole, in: &diary)
    } else {
      note(departure: -6, because: .noLongerUser, in: &diary)
    }
    diary.note(at: calendar.time(day(-2), 19, 20)) { try self.registerInterest(on: $0, at: $1) }
  }

  private func day(_ distance: Int) -> Day { calendar.today.adding(days: distance) }

  /// Somebody's last day, known a week before.
  private func note(
    departure distance: Int, because reason: LeavingReason, in diary: inout Diary
  ) {
    let lastDay = day(distance)
    diary.note(at: calendar.time(lastDay.adding(days: -7), 13, 40)) { stage, time in
      try self.council.leave(on: stage, at: time, lastDay: lastDay, because: reason)
    }
    diary.note(at: calendar.time(lastDay.adding(days: 1), 6, 0)) {
      try self.council.lookAgain(on: $0, at: $1)
    }
  }

  /// «Vil du være med?» (R064), sent by somebody who has no account.
  private func registerInterest(on stage: borrowing Stage, at time: Instant) throws {
    let id = Value.text("\(try council.id())")
    let group = try stage.perform(
      ShowInterestForm.self, by: .visitor, at: time, ["council": id]
    ).groups.first.orNotFound()
    try stage.perform(
      RegisterInterest.self, by: .visitor, at: time,
      [
        "council": id, "group": .text(group.code), "name": "Vilja Medvirkerud",
        "email": "vilja.medvirkerud@innbygger.example",
        "about": "Vi er nye her, og jeg vil gjerne bidra der barna er.", "consent": .flag(true),
      ])
  }
}
