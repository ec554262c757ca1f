import Councils
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// Pupils take part in a council's whole year, and are named to nobody who does not work with it.
@Suite struct HiddenPupilsTests {
  @Test("No page or answer for everybody names a pupil", arguments: Engine.available)
  func nobodyIsNamed(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem(as: year.members[1])
    let resolution = try Self.publish(year)
    try year.answer(resolution, "followed")
    let pupils = try ["elev0", "elev1", "elev2", "vara-elev0"].map {
      try year.kommune.person("\($0)@example.org").member.orNotFound()
    }
    for client in [TestClient(year.kommune), try year.client(year.stranger)] {
      var shown = 0
      for route in MeetingsModule.routes + CouncilsModule.routes where route.method == .get {
        let path = Self.path(of: route, year, resolution)
        let answer = route.door == .api ? client.api(.get, path) : client.page(path)
        guard answer.status == 200 else { continue }
        shown += answer.text.contains("Elev 1") ? 1 : 0
        for pupil in pupils {
          #expect(!answer.text.contains(pupil.name), "\(path)")
          #expect(!answer.text.contains("\(pupil.id)"), "\(path)")
        }
      }
      // The council, the meeting and the minutes, each as page and as JSON.
      #expect(shown == 6)
    }
  }

  @Test("Those who work with the council read who was there", arguments: Engine.available)
  func theirOwnAreNamed(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try Self.publish(year)
    for actor in [year.secretary, year.unitLeader, year.members[1]] {
      let client = try year.client(actor)
      for path in ["/moter/\(year.meeting.id)", "/moter/\(year.meeting.id)/referat"] {
        #expect(client.page(path).text.contains("elev 0"))
      }
    }
  }

  /// A meeting with two pupils and the deputy of a third, to the end.
  private static func publish(_ year: CouncilYear) throws -> Resolution {
    let deputy = try year.kommune.person("vara-elev2@example.org")
    let people = [
      year.leader, year.members[1], year.members[2], deputy, year.staff, year.unitLeader,
    ]
    try year.beginMeeting(with: people)
    let ballot = try year.openBallot()
    for actor in people.prefix(3) { try year.vote("yes", on: ballot, as: actor) }
    let resolution = try year.close(ballot).resolution.orNotFound()
    try year.end()
    try year.write()
    try year.circulate()
    for actor in people { try year.approve(as: actor) }
    try year.publish()
    return resolution
  }

  private static func path(
    of route: Route, _ year: CouncilYear, _ resolution: Resolution
  ) -> String {
    let ids = [
      "{council}": "\(year.council)", "{meeting}": "\(year.meeting.id)",
      "{resolution}": "\(resolution.id)",
    ]
    return route.path.pattern.split(separator: "/", omittingEmptySubsequences: false)
      .map { ids[String($0)] ?? String($0) }.joined(separator: "/")
  }
}
