import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct SetDutyHolderTests {
  @Test("R027: who has the duty in a unit, and by which law", arguments: Engine.available)
  func tellsWhoHasTheDuty(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let unit = try #require(kommune.addUnits("skole,Solbakken skole,Østbyen,,skole").first)
    let client = TestClient(kommune)
    #expect(client.api(.get, "/units/\(unit.id)").text.contains("\"dutyHolder\":null"))

    for title in ["undervisningsinspektør", "rektor"] {
      try kommune.run(SetDutyHolder.self, request(unit, title))
    }

    let shown = client.api(.get, "/units/\(unit.id)").text
    #expect(shown.contains(#""dutyHolder":{"title":"rektor","law":"opplæringslova § 10-1"}"#))
    let page = client.page("/enheter/\(unit.id)").text
    #expect(page.contains("rektor (etter opplæringslova § 10-1)"))
    #expect(!page.contains("<form method=\"post\" action=\"/\(kommune.tenant.slug)/enheter"))
  }

  @Test(arguments: Engine.available)
  func onlyAdministratorsSay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let unit = try #require(kommune.addUnits("skole,Solbakken skole,Østbyen,,skole").first)
    let secretary = try kommune.addPerson("Siv Sekretær", "siv@eksempel.no", .secretary)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(SetDutyHolder.self, as: secretary, request(unit, "rektor"))
    }
    try kommune.expect(code: "invalid-input") {
      try kommune.run(SetDutyHolder.self, request(unit, "  "))
    }
  }

  private func request(_ unit: ServiceUnit, _ title: String) -> [String: Value] {
    ["unit": .text("\(unit.id)"), "title": .text(title), "law": "opplæringslova § 10-1"]
  }
}
