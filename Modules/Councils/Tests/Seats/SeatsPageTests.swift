import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Identity

/// The pages on which those who sit in a council are changed, as a browser gets and sends them.
@Suite struct SeatsPageTests {
  @Test("A secretary records that a member leaves", arguments: Engine.available)
  func leavesByForm(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let client = try secretarysClient(council)
    let path = "/rad/\(council.details.id)/plasser"
    let page = client.page(path)
    #expect(page.status == 200 && page.text.contains("Registrer at elev 1 slutter"))
    let seat = try council.seat("elev 1").id

    let answer = client.submit(
      "\(path)/\(seat)/slutt",
      form(page.text, [("lastDay", "2026-10-31"), ("reason", "own_wish"), ("version", "1")]))

    #expect(answer.status == 303)
    #expect(client.page(path).text.contains("31. oktober 2026"))
    _ = try council.reread(on: "2026-11-02")
    let later = try secretarysClient(council).page(path)
    #expect(later.status == 200 && later.text.contains("Andre perioder"))
  }

  @Test("A refused day is told beside its field", arguments: Engine.available)
  func refusedIsShownAgain(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let client = try secretarysClient(council)
    let path = "/rad/\(council.details.id)/plasser"
    let seat = try council.seat("elev 1").id
    let answer = client.submit(
      "\(path)/\(seat)/slutt",
      form(
        client.page(path).text,
        [("lastDay", "2030-10-31"), ("reason", "own_wish"), ("version", "1")]))
    #expect(answer.status == 422)
    #expect(answer.text.contains("Siste dag må være i medlemmets periode"))
    #expect(answer.text.contains("value=\"2030-10-31\""))
  }

  @Test("R094: the next term begins the day after this one", arguments: Engine.available)
  func preparesATerm(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let details = try council.kommune.run(
      PrepareTerm.self, as: council.secretary, ["council": .text("\(council.details.id)")])
    #expect(details.seats.count == 6)
    let path = "/rad/\(council.details.id)/perioder"
    let page = try secretarysClient(council).page(path)
    #expect(page.status == 200 && page.text.contains("value=\"2028-08-01\""))
    #expect(TestClient(council.kommune).page(path).status == 303)
    try council.kommune.expect(AccessRefusal.youMayNotDoThis) {
      _ = try council.kommune.run(
        PrepareTerm.self, as: council.seat("elev 0").actor,
        ["council": .text("\(council.details.id)")])
    }
  }

  private func secretarysClient(_ council: SeatedCouncil) throws -> TestClient {
    let member = try council.secretary.member.orNotFound()
    let client = TestClient(council.kommune)
    client.token = try council.kommune.work { try Session.start(for: member.id, in: $0).token }
    return client
  }

  private func form(_ page: String, _ fields: [(String, String)]) -> String {
    let token = page.split(separator: "name=\"_token\" value=\"").last?.prefix { $0 != "\"" } ?? ""
    return SchoolCouncil.form([("_token", String(token))] + fields)
  }
}
