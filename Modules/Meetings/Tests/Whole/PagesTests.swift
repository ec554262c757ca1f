import TestKit
import Testing
import UseCases
import Web

@testable import Identity
@testable import Meetings

/// The pages, as people see and use them.
@Suite struct PagesTests {
  @Test("Every page is whole in every state, for every reader", arguments: Engine.available)
  func shows(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try check(year, "Saksliste under arbeid")
    try year.addItem("Lekeplassen <b>")
    try year.approveAgenda()
    try check(year, "Sakslisten er godkjent")
    try year.open()
    try year.attend(year.everybody)
    let ballot = try year.openBallot()
    try check(year, "Avstemningen er åpen")
    try year.vote("yes", on: ballot, as: year.leader)
    let resolution = try year.close(ballot).resolution.orNotFound()
    try check(year, "1 for, 0 mot, 0 blankt")
    try year.end()
    try year.write()
    try year.circulate()
    for actor in year.everybody { try year.approve(as: actor) }
    try year.publish()
    try year.answer(
      resolution, "not_followed",
      ["reasons": "Det er for trangt.\nOg for farlig.", "weightyReason": "safety"])
    try check(year, "Ikke fulgt")
    let visitor = TestClient(year.kommune)
    let paths = ["/vedtak", "/rad/\(year.council)/vedtak", "/rad/\(year.council)/moter"]
    for path in paths { #expect(visitor.page(path).status == 200) }
    let page = visitor.page("/vedtak/\(resolution.id)").text
    #expect(page.contains("Det er for trangt."))
    #expect(page.contains("Sikkerhet"))
    #expect(visitor.page("/moter/\(year.meeting.id)/referat").text.contains("Publisert"))
  }

  /// Looks at the meeting and its minutes as each who may.
  private func check(_ year: CouncilYear, _ expected: String) throws {
    for actor in year.everybody + [year.secretary] {
      let client = try year.client(actor)
      let meeting = client.page("/moter/\(year.meeting.id)")
      #expect(meeting.status == 200)
      #expect(meeting.text.contains(expected))
      #expect(!meeting.text.contains("<b>"))
      #expect(client.page("/moter/\(year.meeting.id)/referat").status == 200)
    }
  }
}

extension CouncilYear {
  /// A browser in which somebody is signed in.
  func client(_ actor: Actor) throws -> TestClient {
    let client = TestClient(kommune)
    let person = try actor.member.orNotFound().id
    client.token = try kommune.work { try Session.start(for: person, in: $0).token }
    return client
  }
}
