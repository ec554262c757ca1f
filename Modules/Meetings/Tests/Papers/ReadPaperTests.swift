import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ReadPaperTests {
  @Test("Whoever may read the agenda may read its papers", arguments: Engine.available)
  func isReadByThoseWhoMay(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let paper = try year.attach(to: try year.addItem())
    for actor in year.everybody + [year.secretary, year.deputy] {
      #expect(try year.bytes(of: paper, as: actor) == SampleFile.pdf())
    }
    let (stranger, visitor) = (try year.client(year.stranger), TestClient(year.kommune))
    #expect(stranger.api(.get, year.path(of: paper)).status == 403)
    #expect(visitor.api(.get, year.path(of: paper)).status == 401)
    try year.approveAgenda()
    #expect(try visitor.api(.get, year.path(of: paper)).spool?.contents() == SampleFile.pdf())
    let meeting = visitor.api(.get, "/meetings/\(year.meeting.id)").text
    #expect(meeting.contains("\"papers\":[{\"id\":\"\(paper.id)\""))
    #expect(meeting.contains("\"addedBy\":null"))
  }

  @Test("A paper is only ever saved, and never runs as a page", arguments: Engine.available)
  func isServedSafely(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    let script = SampleFile.pdf() + Array("% <script>alert(1)</script>\n%%EOF\n".utf8)
    let paper = try year.attach(to: item, "../\"møte\"\r\n\u{202E}; x.html", script)
    let answer = try year.client(year.leader).page(
      "/moter/\(year.meeting.id)/saker/\(item.id)/vedlegg/\(paper.id)")
    let wanted = [
      "Content-Type": "application/pdf",
      "Content-Disposition": "attachment; filename*=UTF-8''-m%C3%B8te--%20x.html.pdf",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "no-store", "ETag": "\"\(paper.sha256)\"",
    ]
    for (name, value) in wanted { #expect(answer.headers[name] == value) }
    #expect(answer.status == 200)
    #expect(try answer.spool?.contents() == script)
  }

  @Test("A paper is found only where it belongs", arguments: Engine.available)
  func isFoundWhereItBelongs(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let paper = try year.attach(to: try year.addItem())
    let other = try year.addItem("Sykkelveien")
    let client = try year.client(year.leader)
    let meeting = "/meetings/\(year.meeting.id)"
    #expect(client.api(.get, "\(meeting)/agenda/\(other.id)/papers/\(paper.id)").status == 404)
    try year.planNext("2026-10-15T16:00:00Z")
    let next = "/meetings/\(year.meeting.id)/agenda/\(paper.item)/papers/\(paper.id)"
    #expect(client.api(.get, next).status == 404)
    let stranger = try CouncilYear(on: engine)
    #expect(try stranger.client(stranger.leader).api(.get, year.path(of: paper)).status == 404)
  }
}
