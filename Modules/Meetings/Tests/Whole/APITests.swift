import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// The same use cases as programs reach them.
@Suite struct APITests {
  @Test("Changes name the version they have read", arguments: Engine.available)
  func asksForVersions(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    let client = try year.client(year.leader)
    let path = "/meetings/\(year.meeting.id)"
    let seen = client.api(.get, path)
    #expect(seen.headers["ETag"] == "\"2\"")
    #expect(client.api(.post, "\(path)/agenda/approvals").status == 428)
    #expect(
      client.api(.post, "\(path)/agenda/approvals", headers: ["If-Match": "\"1\""]).status == 412)
    let answer = client.api(.post, "\(path)/agenda/approvals", headers: ["If-Match": "\"2\""])
    #expect(answer.status == 200)
    #expect(answer.json("status") == "planned")
  }

  @Test("R101, R077: what is refused is a problem with a name", arguments: Engine.available)
  func tellsWhy(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let client = try year.client(year.unitLeader)
    let ballot = try year.openBallot()
    let vote = client.api(.post, "/ballots/\(ballot.id)/votes", "{\"choice\":\"no\"}")
    #expect(vote.status == 403)
    #expect(vote.json("type") == "/problems/only-user-representatives-vote")
    try year.vote("yes", on: ballot, as: year.leader)
    let resolution = try year.close(ballot).resolution.orNotFound()
    let answer = client.api(
      .post, "/resolutions/\(resolution.id)/answer",
      "{\"outcome\":\"not_followed\",\"weightyReason\":\"law\"}")
    #expect(answer.status == 422)
    #expect(answer.json("type") == "/problems/give-reasons")
    #expect(answer.text.contains("\"field\":\"reasons\""))
  }

  @Test("Attendance is a list of ids", arguments: Engine.available)
  func recordsAttendance(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.approveAgenda()
    try year.open()
    let client = try year.client(year.leader)
    let path = "/meetings/\(year.meeting.id)/attendance"
    let match: Headers = ["If-Match": "\"\(year.meeting.version)\""]
    let id = try year.leader.member.orNotFound().id
    #expect(client.api(.post, path, "{\"present\":[\"kari\"]}", headers: match).status == 422)
    #expect(client.api(.post, path, "{}", headers: match).status == 422)
    let answer = client.api(.post, path, "{\"present\":[\"\(id)\"]}", headers: match)
    #expect(answer.status == 200)
    #expect(answer.text.contains("unit_leader_is_missing"))
  }
}
