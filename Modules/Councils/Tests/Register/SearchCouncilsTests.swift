import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct SearchCouncilsTests {
  @Test("R003: councils are found by what they and their units are", arguments: Engine.available)
  func findsCouncils(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3)
    try kommune.addUnits("skole,Ås skole 100%,Vestbyen,,skole")
    try kommune.sql("UPDATE tenancy_unit SET name = 'ÅSEN' WHERE name = 'Skole 1'")
    try kommune.change(councils[2].id, to: "inactive")
    func found(_ values: [String: Value]) throws -> [String] {
      let list = try kommune.run(ListCouncils.self, as: .visitor, values).data
      #expect(try kommune.run(SearchCouncils.self, values).list.data.map(\.id) == list.map(\.id))
      return list.map { String($0.name.suffix(1)) }
    }
    #expect(try found(["search": "rådet ved skole"]) == ["0", "1", "2"])
    #expect(try found(["search": "åsen"]) == ["1"])
    #expect(try found(["search": "åSe"]) == ["1"])
    #expect(try found(["search": "100%"]) == [])
    #expect(try found(["search": "Skole_0"]) == [])
    #expect(try found(["search": "\\"]) == [])
    #expect(try found(["status": "inactive"]) == ["2"])
    #expect(try found(["area": "Østbyen", "ruleSet": "trondheim-skole"]) == ["0", "1", "2"])
    #expect(try found(["area": "Vestbyen"]) == [])
    #expect(try found(["ruleSet": "tull"]) == [])
    #expect(
      try found(["serviceArea": "skole", "unitType": "school", "status": "constituted"]).count == 2)
  }

  @Test(
    "A council with too few who vote, or an empty chair, has a vacancy", arguments: Engine.available
  )
  func findsVacancies(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3)
    func vacant() throws -> [String] {
      try kommune.run(ListCouncils.self, ["vacancy": true]).data.map { String($0.name.suffix(1)) }
    }
    #expect(try vacant() == [])
    // Who left, by time and by the council's own record of it.
    try kommune.sql(
      """
      UPDATE councils_seat SET term_end = '2026-08-10', planned_end = '2028-07-31',
        left_reason = 'own_wish'
      WHERE council_id = \(councils[1].id) AND group_code = 'ansatt'
      """)
    #expect(try vacant() == ["1"])
    try kommune.sql(
      """
      UPDATE councils_seat SET term_end = '2026-08-10'
      WHERE council_id = \(councils[2].id) AND group_code = 'elev'
      """)
    #expect(try vacant() == ["1", "2"])
    try kommune.dissolve(councils[1].id)
    #expect(try vacant() == ["2"])
    kommune.now = Instant(day(2030, 1, 1), hour: 12)
    #expect(try vacant() == ["0", "2"])
  }

  @Test(
    "R054: councils at work or being formed are found by whom their members speak for",
    arguments: Engine.available)
  func findsByUserGroup(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(2)
    let unit = try kommune.addUnits("skole,Ås skole,Vestbyen,,skole").first {
      $0.area == "Vestbyen"
    }
    let forming = try kommune.run(
      FormCouncil.self,
      ElectionPlay.request(
        unit.orNotFound(), ["forelder": 2, "elev": 3, "ansatt": 1], from: kommune.now))
    func found(_ userGroup: String) throws -> [ID<Council>] {
      let values: [String: Value] = ["userGroup": .text(userGroup)]
      let list = try kommune.run(ListCouncils.self, as: .visitor, values).data.map(\.id)
      #expect(try kommune.run(SearchCouncils.self, values).list.data.map(\.id) == list)
      #expect(
        try kommune.run(ExportRegister.self, values.merging(["format": "csv"]) { $1 }).page.data
          .map(\.id) == list)
      return list
    }
    let all = councils.map(\.id) + [forming.id]
    #expect(try Set(found("elev")) == Set(all))
    #expect(try found("eldre") == [])
    #expect(try found("tull") == [])
    try kommune.change(councils[0].id, to: "inactive")
    #expect(try Set(found("elev")) == Set(all.dropFirst()))

    let client = TestClient(kommune)
    let page = client.page("/rad?userGroup=elev").text
    #expect(page.contains("<option value=\"elev\" selected>elever</option>"))
    #expect(page.contains("userGroup=elev&amp;format=csv"))
    #expect(client.api(.get, "/councils?userGroup=forelder").text.contains("\(councils[1].id)"))
    // By the rules of today, not those of before.
    try kommune.run(
      ChangeRuleSet.self,
      RuleSet.trondheimSchool.request(["groups": UserGroupRulesTests.groups(of: nil)]))
    #expect(try found("elev") == [])
  }

  @Test("The page keeps what was asked for from page to page", arguments: Engine.available)
  func keepsTheFilter(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(3)
    let client = TestClient(kommune)
    let query = "?search=skole&serviceArea=&unitType=school&area=%C3%98stbyen&ruleSet=&status="
    let page = client.page("/rad\(query)&limit=2").text
    let more = page.split(separator: "rel=\"next\" href=\"").last?.prefix { $0 != "\"" } ?? ""
    #expect(more.contains("search=skole"))
    #expect(more.contains("area=%C3%98stbyen"))
    #expect(more.contains("cursor="))
    #expect(page.contains("<option value=\"Østbyen\" selected>"))
    #expect(page.contains("value=\"trondheim-skole\""))
    let none = client.page("/rad?search=finnes-ikke&vacancy=true").text
    #expect(none.contains("Ingen råd passer."))
    #expect(client.api(.get, "/councils?vacancy=true").status == 200)
    #expect(client.api(.get, "/councils?status=tull").status == 422)
  }

  @Test("As many statements for many councils as for none", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let values: [String: Value] = ["vacancy": true, "search": "a"]
    let none = try kommune.countStatements { try kommune.run(SearchCouncils.self, values) }
    try kommune.schoolsWithCouncils(3)
    #expect(try kommune.countStatements { try kommune.run(SearchCouncils.self, values) } == none)
  }
}
