import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ExportRepresentativesTests {
  @Test(
    "R002: the file has a line for each who is to be invited, with their address",
    arguments: Engine.available)
  func writesTheFile(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let units = try kommune.addUnits(
      "skole,Skole 0,Østbyen,,skole", "skole,Skole 1,Heimdal,,skole")
    for unit in units { try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(unit)) }
    try kommune.sql("UPDATE identity_person SET name = '=1+1' WHERE name = 'elev 0'")
    let client = try kommune.client(of: kommune.secretary())

    let csv = client.page("/rad/representanter/fil?format=csv")
    #expect(
      csv.headers["Content-Disposition"] == "attachment; filename=\"representanter.csv\"")
    let table = try CSV(csv.body)
    #expect(
      table.header == [
        "name", "email", "councils", "units", "areas", "serviceAreas", "groups", "leads", "until",
      ])
    #expect(table.rows.count == 5)
    #expect(table.rows[0].fields[0] == "'=1+1")
    #expect(
      table.rows[3].fields == [
        "forelder 0", "forelder0@example.org",
        "Brukerrådet ved Skole 0; Brukerrådet ved Skole 1", "Skole 0; Skole 1",
        "Østbyen; Heimdal", "skole; skole", "forelder; forelder", "ja; ja",
        "2028-07-31; 2028-07-31",
      ])
    let api = "/councils/representatives/export"
    let json = client.api(.get, "\(api)?format=json&area=Heimdal&groupKind=parent")
    #expect(json.text.contains("\"email\":\"forelder0@example.org\""))
    #expect(!json.text.contains("Skole 0") && !json.text.contains("elev 1"))
    #expect(TestClient(kommune).api(.get, "\(api)?format=csv").status == 401)
  }

  @Test("A long file goes on in another; taking it is one event", arguments: Engine.available)
  func goesOn(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(2)
    let client = try kommune.client(of: kommune.secretary())
    let first = client.page("/rad/representanter/fil?format=csv&limit=8")
    let link = try #require(first.headers["Link"])
    let query = link.split(separator: "?").last?.prefix { $0 != ">" } ?? ""
    let second = client.page("/rad/representanter/fil?\(query)")
    #expect(try CSV(first.body).rows.count == 8)
    #expect(try CSV(second.body).rows.count == 2)
    #expect(second.headers["Link"] == nil)
    #expect(
      try kommune.value(
        "SELECT count(*) FROM events_event WHERE event = 'representatives-exported'") == 1)
  }
}
