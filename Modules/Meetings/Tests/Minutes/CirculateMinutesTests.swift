import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct CirculateMinutesTests {
  @Test(arguments: Engine.available)
  func sends(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.end()
    try year.kommune.expect(CirculateMinutes.Refusal.minutesAreNotWritten) { try year.circulate() }
    try year.write()
    try year.kommune.expect(VersionRefusal.recordHasChanged) { try year.circulate(version: 2) }
    #expect(try year.circulate().status == .circulated)
    try year.kommune.expect(CirculateMinutes.Refusal.minutesAreCirculated) { try year.circulate() }
  }

  @Test(arguments: Engine.available)
  func refusesOthers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.end()
    try year.write()
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.kommune.run(
        CirculateMinutes.self, as: year.unitLeader, ["meeting": year.at, "version": 1])
    }
  }
}
