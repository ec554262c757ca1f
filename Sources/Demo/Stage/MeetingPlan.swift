import Kernel

/// When a meeting is held, what is on its agenda, and what becomes of it.
struct MeetingPlan: Sendable {
  let start: Instant
  let topics: [Topic]
  let fate: Fate
  /// The place of the meeting among those of its council.
  let number: Int
  /// Chance, the same every time.
  let dice: UInt64
}

/// Two years of a council's meetings.
struct CouncilYear {
  let council: CouncilStory
  let calendar: DemoCalendar
  let seed: UInt64

  /// Every meeting: the earlier ones answered, one of them maybe not; the one just held; the next.
  func meetings(_ topics: [Topic]) -> [MeetingPlan] {
    var dice = SeededGenerator(seed: seed)
    var topics = TopicQueue(topics.shuffled(using: &dice))
    let owed = calendar.today.adding(days: -78)
    var days = earlierDays(&dice).map { ($0, Fate.answered) }
    if council.isOwedAnAnswer {
      days.removeAll { abs($0.0.daysSince1970 - owed.daysSince1970) < 30 }
      days.append((calendar.meetingDay(from: owed), .published))
      days.sort { $0.0 < $1.0 }
    }
    days.append((calendar.today.adding(days: latestOffset), council.latest))
    days.append((calendar.today.adding(days: 17 + Int(dice.next() % 4)), council.next))
    return days.enumerated().map { index, entry in
      MeetingPlan(
        start: entry.1 == .open ? calendar.time(entry.0, 11, 0) : start(entry.0, &dice),
        topics: topics.next(atMeeting: index), fate: entry.1,
        number: index, dice: dice.next())
    }
  }

  /// How long ago the latest meeting was, so that it has come as far as it has.
  private var latestOffset: Int {
    switch council.latest {
    case .published, .approved, .answered: -11 + Int(seed % 3)
    case .circulated: -9
    case .drafted: -4
    case .open: 0
    default: -2
    }
  }

  private func earlierDays(_ dice: inout SeededGenerator) -> [Day] {
    var days: [Day] = []
    var day = calendar.termStart(isNew: council.isNew).adding(days: 36 + Int(dice.next() % 14))
    while day < calendar.today.adding(days: -40) {
      days.append(calendar.meetingDay(from: day))
      day = day.adding(days: 365 / council.meetingsAYear - 8 + Int(dice.next() % 17))
    }
    // What a holiday moved may come close to the next.
    return days.enumerated().compactMap { index, day in
      index > 0 && day.daysSince1970 - days[index - 1].daysSince1970 < 21 ? nil : day
    }
  }

  private func start(_ day: Day, _ dice: inout SeededGenerator) -> Instant {
    calendar.time(day, 15 + Int(dice.next() % 4), dice.next() % 2 == 0 ? 0 : 30)
  }
}

/// Topics in turn; every agenda has one with a motion.
private struct TopicQueue {
  private var waiting: [Topic]
  private let all: [Topic]

  init(_ topics: [Topic]) {
    all = topics
    waiting = topics
  }

  mutating func next(atMeeting number: Int) -> [Topic] {
    if waiting.count < 4 || !waiting.contains(where: { $0.motion != nil }) { waiting += all }
    let withMotion = waiting.firstIndex { $0.motion != nil } ?? 0
    let first = waiting.remove(at: withMotion)
    let rest = waiting.prefix(number % 3 == 1 ? 2 : 1)
    waiting.removeFirst(rest.count)
    return [first] + rest
  }
}
