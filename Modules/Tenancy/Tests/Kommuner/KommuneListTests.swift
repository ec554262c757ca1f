import Kernel
import Testing

@testable import Tenancy

@Suite struct KommuneListTests {
  @Test func thereAre357KommunerWithoutGaps() {
    let all = KommuneList.all

    #expect(all.count == 357)
    #expect(Set(all.map(\.number)).count == 357)
    #expect(all.map(\.number) == all.map(\.number).sorted())
    for entry in all {
      #expect(entry.number.utf8.count == 4 && Int(entry.number) != nil, "\(entry)")
      #expect(!entry.name.isEmpty && !entry.county.isEmpty, "\(entry)")
    }
    #expect(Set(all.map(\.county)).count == 15)
  }

  @Test(arguments: [
    ("5001", "Trondheim", "Trøndelag"), ("3201", "Bærum", "Akershus"),
    ("3439", "Ringebu", "Innlandet"), ("0301", "Oslo", "Oslo"),
  ])
  func aKommuneIsFoundByItsNumberOfToday(_ number: String, _ name: String, _ county: String) {
    let kommune = KommuneList.kommune(number: number)

    #expect(kommune?.name == name)
    #expect(kommune?.county.hasPrefix(county) == true)
  }

  @Test func aHistoryHasNoGapsAndEndsWithTodaysNumber() throws {
    for entry in KommuneList.all {
      let history = KommuneList.history(of: entry.number)

      #expect(history.last?.number == entry.number)
      #expect(history.last?.to == nil)
      for (before, after) in zip(history, history.dropFirst()) {
        let end = try #require(before.to.flatMap { Day($0) })
        #expect(Day(after.from) == end.adding(days: 1))
      }
    }
    #expect(KommuneList.history(of: "3201").map(\.number) == ["0219", "3024", "3201"])
  }
}
