import Kernel

/// What happens in a kommune, played in the order of time, so that its event log reads as a real
/// one and ids sort as records came to be.
struct Diary {
  /// Something that is done at a time.
  typealias Step = (borrowing Stage, Instant) throws -> Void

  private struct Entry {
    let time: Instant
    let number: Int
    let step: Step
  }

  private var entries: [Entry] = []

  /// Notes what is to happen; at the same time, what was noted first comes first.
  mutating func note(at time: Instant, _ step: @escaping Step) {
    entries.append(Entry(time: time, number: entries.count, step: step))
  }

  /// Plays everything up to now; what lies ahead has not happened.
  func play(on stage: borrowing Stage, until now: Instant) throws {
    for entry in entries.sorted(by: { ($0.time, $0.number) < ($1.time, $1.number) })
    where entry.time <= now {
      try entry.step(stage, entry.time)
    }
  }
}
