import Kernel
import TestKit
import Testing
import Web

/// A's day is the same to the byte whether B works beside it or not: the strongest thing that can be
/// said, for it also finds what carries no mark, such as a count, an order, or a missing row.
@Suite struct NonInterferenceTests {
  private static let runs = 240
  private static let steps = 12

  @Test(arguments: Engine.available)
  func aKommunesDayIsTheSameWhoeverWorksBeside(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let good = try GoodRequests.of(engine)
    let days = Self.days(of: good.a)
    let clock = ContinuousClock()
    let began = clock.now
    let alone = try days.map { try Self.transcript(of: $0, in: two) {} }
    var chance = SeededGenerator(seed: 7)
    var beside = 0
    for run in 0..<Self.runs {
      let day = run % days.count
      let noise = Noise(good.b, in: two)
      let found = try Self.transcript(of: days[day], in: two) {
        for _ in 0..<Int.random(in: 0...3, using: &chance) {
          noise.make(using: &chance)
          beside += 1
        }
      }
      try two.restore(two.b)
      for (index, (one, other)) in zip(alone[day], found).enumerated() where one != other {
        Issue.record(
          "run \(run), \(days[day][index].name): \(one.difference(from: other))")
        return
      }
    }
    print(
      """
      non-interference on \(engine): \(Self.runs) runs of \(days.count) days with \(Self.steps) \
      steps, \(beside) requests of the other kommune between them; \(clock.now - began)
      """)
  }

  /// What a kommune has written down is what its mails, feeds and exports are made of.
  @Test(arguments: Engine.available)
  func nothingOfTheOtherKommuneIsWrittenDown(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let good = try GoodRequests.of(engine)
    for (own, other) in zip(good.a, good.b) {
      _ = two.send(own.request(own.values, as: own.principal, to: two.a))
      _ = two.send(other.request(other.values, as: other.principal, to: two.b))
    }
    for (own, other) in [(two.a, two.b), (two.b, two.a)] {
      var finder = Finder(for: other)
      let contents = try Contents(of: own.tenant.id, at: two.location)
      #expect(contents.tables.values.joined().count > own.contents.tables.values.joined().count)
      for (table, rows) in contents.tables {
        let text = rows.map { $0.values.joined(separator: "\n") }.joined(separator: "\n")
        #expect(finder.find(in: Array(text.utf8) + [0]) == nil, "\(table)")
      }
    }
  }

  /// Everything A does, in the order of a day and cut into pieces: it reads, it changes, it reads.
  private static func days(of good: [GoodRequest]) -> [[GoodRequest]] {
    let reads = good.filter { $0.route.method.isSafe }
    // Who signs out ends every session they have, so that comes last.
    let changes = good.filter { $0.route.changes }.reversed()
    let work = changes.enumerated().flatMap { index, change in
      [change, reads[index % reads.count], reads[(index * 7 + 3) % reads.count]]
    }
    return stride(from: 0, to: work.count, by: steps).map { start in
      Array(work[start..<min(start + steps, work.count)])
    }
  }

  /// What A is told, with what is left to chance taken out.
  private static func transcript(
    of day: [GoodRequest], in two: TwoKommuner, between: () -> Void
  ) throws -> [Answer] {
    defer { _ = try? two.restore(two.a) }
    return day.map { good in
      between()
      let response = two.send(good.request(good.values, as: good.principal, to: two.a))
      return Answer(response).withoutChance(keeping: two.a.mark)
    }
  }
}

/// What B does meanwhile: anything, by anybody, at its own door and at A's.
private struct Noise {
  private let good: [GoodRequest]
  private let two: TwoKommuner

  /// Hashing a password takes as long as fifty other requests, and tells nothing new.
  init(_ good: [GoodRequest], in two: TwoKommuner) {
    self.good = good.filter { $0.route.ask == nil }
    self.two = two
  }

  func make(using chance: inout SeededGenerator) {
    guard let good = good.randomElement(using: &chance),
      let principal = two.b.cast.principals.randomElement(using: &chance)
    else { return }
    let isEager = Int.random(in: 0..<4, using: &chance) > 0
    // What a visitor changes at A's door is A's own, whoever they are somewhere else.
    let isVisitors = good.route.changes && good.route.permission.isPublic
    let isLost = !isVisitors && Int.random(in: 0..<5, using: &chance) == 0
    _ = two.send(
      good.request(
        good.values, as: isEager ? good.principal : principal, to: isLost ? two.a : two.b))
  }
}
