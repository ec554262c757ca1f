import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// A meeting held in the browser: every form is found on the page it stands on, and sent.
@Suite struct FormsTests {
  @Test(arguments: Engine.available)
  func holdsAMeeting(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let page = "/moter/\(year.meeting.id)"
    let (leader, unitLeader) = (try year.client(year.leader), try year.client(year.unitLeader))
    try submit(
      leader, page, "\(page)/saker",
      ["title": "Skolegården", "kind": "proposal", "concernsNoSinglePerson": "true"])
    for client in [leader, unitLeader] { try submit(client, page, "\(page)/saker/godkjenning") }
    try submit(leader, page, "\(page)/apning")
    let people = try year.attendees.map { try $0.member.orNotFound().id }
    let boxes = people.map { ("present.\($0)", "true") }
    try submit(
      leader, page, "\(page)/fremmote", Dictionary(uniqueKeysWithValues: boxes))
    try submit(
      leader, page, "\(page)/voteringer",
      ["item": try item(year), "motion": "Skolegården får trær."])
    let ballot: String = try year.kommune.value("SELECT id FROM meetings_ballot").orNotFound()
    let voting = "\(page)/voteringer/\(ballot)"
    try submit(leader, page, "\(voting)/stemmer", ["choice": "yes"])
    #expect(leader.page(page).text.contains("Du har stemt."))
    try submit(leader, page, "\(voting)/avslutning", ["confirmMissing": "on"])
    try submit(leader, page, "\(page)/avslutning")
    try minutes(year, leader)
    try answer(year, unitLeader)
  }

  private func minutes(_ year: CouncilYear, _ leader: TestClient) throws {
    let page = "/moter/\(year.meeting.id)/referat"
    try submit(
      leader, page, page,
      ["body": "Vi snakket om trær.", "concernsNoSinglePerson": "true"])
    try submit(leader, page, "\(page)/utsending")
    for actor in year.attendees {
      try submit(year.client(actor), page, "\(page)/godkjenning")
    }
    try submit(leader, page, "\(page)/publisering")
    #expect(TestClient(year.kommune).page(page).text.contains("Skolegården får trær."))
  }

  private func answer(_ year: CouncilYear, _ unitLeader: TestClient) throws {
    let resolution: String = try year.kommune.value(
      "SELECT id FROM meetings_resolution"
    ).orNotFound()
    let page = "/vedtak/\(resolution)"
    let refused = try send(
      unitLeader, page, "\(page)/svar", ["outcome": "not_followed", "weightyReason": "economy"])
    #expect(refused.status == 422)
    #expect(refused.text.contains("skal det begrunnes"))
    try submit(
      unitLeader, page, "\(page)/svar",
      ["outcome": "not_followed", "weightyReason": "economy", "reasons": "Trær koster for mye nå."])
    #expect(TestClient(year.kommune).page(page).text.contains("Trær koster for mye nå."))
  }

  @Test("R074: a refused form is shown again with its text", arguments: Engine.available)
  func showsTheFormAgain(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let page = "/moter/\(year.meeting.id)"
    let answer = try send(
      year.client(year.leader), page, "\(page)/saker",
      ["title": "Skolegården", "kind": "proposal", "summary": "Lange tanker"])
    #expect(answer.status == 422)
    #expect(answer.text.contains("value=\"Skolegården\""))
    #expect(answer.text.contains("Lange tanker"))
    #expect(answer.text.contains("saker om enkeltpersoner"))
  }

  private func item(_ year: CouncilYear) throws -> String {
    try year.kommune.value("SELECT id FROM meetings_item").orNotFound()
  }

  private func submit(
    _ client: TestClient, _ page: String, _ action: String, _ fields: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try send(client, page, action, fields, sourceLocation: sourceLocation)
    #expect(answer.status == 303, "\(answer.text)", sourceLocation: sourceLocation)
  }

  /// Fills in the form of that action with what its hidden fields hold, and sends it.
  private func send(
    _ client: TestClient, _ page: String, _ action: String, _ fields: [String: String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Response {
    let forms = client.page(page).text.split(separator: "<form ")
    let form = forms.first { $0.contains("\(action)\">\n") }
    #expect(form != nil, "no form for \(action)", sourceLocation: sourceLocation)
    var sent = fields
    for hidden in (form ?? "").split(separator: "<input type=\"hidden\" name=\"").dropFirst() {
      let parts = hidden.split(separator: "\"", omittingEmptySubsequences: false)
      sent[String(parts[0])] = String(parts[2])
    }
    let body = sent.map { "\(percentEncoded($0.key))=\(percentEncoded($0.value))" }
    return client.submit(action, body.joined(separator: "&"))
  }
}
