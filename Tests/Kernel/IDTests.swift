import Foundation
import Kernel
import Testing

@Suite struct IDTests {
  private enum Thing {}

  @Test func randomIDsAreWrittenAndReadAsUUIDsAre() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      let id = ID<Thing>(high: random.next(), low: random.next())

      let uuid = try #require(UUID(uuidString: id.description))

      #expect(uuid.uuidString.lowercased() == id.description)
      #expect(ID<Thing>(id.description) == id)
      #expect(ID<Thing>(uuid.uuidString) == id)
    }
  }

  @Test(arguments: [
    "", "0190", "01900000-0000-7000-8000-00000000000", "01900000-0000-7000-8000-0000000000000",
    "01900000x0000-7000-8000-000000000000", "0190000g-0000-7000-8000-000000000000",
    "0190000000007000-8000-00000000000000", "{1900000-0000-7000-8000-000000000000",
    "01900000-0000-7000-8000-00000000000é",
  ])
  func refusesWhatIsNoID(_ text: String) {
    #expect(ID<Thing>(text) == nil)
  }

  @Test func idsSortAsTheirTextDoes() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<1000 {
      let a = ID<Thing>(high: random.next(), low: random.next())
      let b = ID<Thing>(high: random.next(), low: random.next())

      #expect((a < b) == (a.description < b.description))
    }
  }
}

@Suite struct IDSourceTests {
  private enum Thing {}
  private static let noon = Instant(Day(daysSince1970: 20_000), hour: 12)

  @Test func idsOfOneMillisecondAreUniqueAndInOrder() {
    let source = IDSource()

    let ids: [ID<Thing>] = (0..<20_000).map { _ in source.next(at: Self.noon) }

    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test func idsStayInOrderWhenTheClockIsSetBack() {
    let source = IDSource()
    let times = [0, 5, -3600, 1, -1, 7, -86_400, 8].map { Self.noon.adding(seconds: $0) }

    let ids: [ID<Thing>] = times.flatMap { time in (0..<3).map { _ in source.next(at: time) } }

    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test func anIDSaysItsVersionItsVariantAndWhenItWasMade() {
    let id: ID<Thing> = IDSource().next(at: Self.noon)

    let text = Array(id.description)

    #expect(text[14] == "7")
    #expect("89ab".contains(text[19]))
    #expect(Int64(id.high >> 16) == Self.noon.microseconds / 1000)
  }

  @Test func theSameSeedGivesTheSameIDs() {
    let first = IDSource(random: SeededGenerator(seed: 9))
    let second = IDSource(random: SeededGenerator(seed: 9))
    let third = IDSource(random: SeededGenerator(seed: 10))

    let ids = [first, second, third].map { $0.next(at: Self.noon) as ID<Thing> }

    #expect(ids[0] == ids[1])
    #expect(ids[0] != ids[2])
  }

  @Test func twoSourcesDoNotMakeTheSameIDs() {
    let sources = [IDSource(), IDSource()]

    let ids: [ID<Thing>] = sources.flatMap { source in
      (0..<1000).map { _ in source.next(at: Self.noon) }
    }

    #expect(Set(ids).count == 2000)
  }
}
