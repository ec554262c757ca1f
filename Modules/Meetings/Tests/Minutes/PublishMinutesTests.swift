import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct PublishMinutesTests {
  @Test("R110: made known once all who met have approved", arguments: Engine.available)
  func publishes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    for actor in year.attendees.dropLast() { try year.approve(as: actor) }
    try year.kommune.expect(PublishMinutes.Refusal.minutesAreNotApproved) { try year.publish() }
    try year.approve(as: year.unitLeader)
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.kommune.run(PublishMinutes.self, as: year.unitLeader, ["meeting": year.at])
    }
    try year.publish()
    try year.kommune.expect(PublishMinutes.Refusal.minutesArePublished) { try year.publish() }
  }

  @Test(arguments: Engine.available)
  func refusesWhatIsNotWritten(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.expect(PublishMinutes.Refusal.minutesAreNotApproved) { try year.publish() }
  }
}
