import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ExportRegisterTests {
  @Test(
    "The public register is a file for spreadsheets and for programs", arguments: Engine.available)
  func writesTheRegister(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(2)
    try kommune.sql(
      "UPDATE identity_person SET name = '=cmd|''calc''!A1' WHERE name = 'forelder 0'")
    try kommune.sql("DELETE FROM councils_seat WHERE council_id = \(councils[1].id)")
    let client = TestClient(kommune)

    let csv = client.page("/rad/fil?format=csv")
    #expect(csv.headers["Content-Disposition"] == "attachment; filename=\"rad.csv\"")
    let table = try CSV(csv.body)
    #expect(table.header.prefix(3) == ["Råd", "Enhet", "Type enhet"])
    #expect(table.rows.count == 7)
    #expect(table.rows.allSatisfy { $0.fields.count == table.header.count })
    #expect(table.rows.map { $0.fields[10] }.contains("'=cmd|'calc'!A1"))
    #expect(table.rows[0].fields[10] == "Elev 1")
    #expect(table.rows[6].fields[10] == "")
    #expect(!csv.text.contains("@"))

    let json = client.api(.get, "/councils/register?format=json&search=skole%201")
    #expect(json.text.contains("\"name\":\"Brukerrådet ved Skole 1\""))
    #expect(json.text.contains("\"seats\":[]"))
    #expect(!json.text.contains("Skole 0"))
    #expect(client.page("/rad?search=skole").text.contains("/rad/fil?search=skole&amp;format=csv"))
  }

  @Test("A large register goes in several files", arguments: Engine.available)
  func goesOn(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(3)
    let client = TestClient(kommune)
    let first = client.page("/rad/fil?format=csv&limit=2")
    let link = try #require(first.headers["Link"])
    let query = link.split(separator: "?").last?.prefix { $0 != ">" } ?? ""
    let second = client.page("/rad/fil?\(query)")
    #expect(try CSV(first.body).rows.count == 12)
    #expect(try CSV(second.body).rows.map { $0.fields[1] } == Array(repeating: "Skole 2", count: 6))
    #expect(second.headers["Link"] == nil)
  }

  @Test("As many statements for many councils as for one", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let values: [String: Value] = ["format": "csv"]
    let none = try kommune.countStatements { try kommune.run(ExportRegister.self, values) }
    try kommune.schoolsWithCouncils(3)
    #expect(try kommune.countStatements { try kommune.run(ExportRegister.self, values) } == none)
  }
}
