import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct ExportEventsTests {
  @Test(arguments: Engine.available)
  func theFileHasWhatTheListHas(_ engine: Engine) throws {
    let log = try Log(on: engine)
    try log.kommune.addPerson("=Kåre; \"Ære\"", "kare@eksempel.no", .secretary)
    let kare = try log.kommune.person("kare@eksempel.no")
    try log.kommune.work(as: kare) { try $0.record("prøve", $0.newID() as ID<Never>) }
    let listed = try log.read().data
    let client = try log.client(.auditor)

    let csv = client.api(.get, "/events/export?format=csv&to=2026-08-17")
    let rows = try CSV(csv.body).rows.map(\.fields).filter { $0[2] != "token-created" }

    #expect(csv.headers["Content-Type"] == "text/csv; charset=utf-8")
    #expect(csv.headers["Content-Disposition"] == "attachment; filename=\"hendelser.csv\"")
    #expect(csv.headers["Link"] == nil)
    #expect(rows.dropFirst().map { $0[0] } == listed.map { "\($0.number)" })
    #expect(rows.dropFirst().map { $0[3] } == listed.map(\.record))
    #expect(rows.dropFirst().map { $0[9] } == listed.map(\.hash))
    #expect(rows[1][7] == "'=Kåre; \"Ære\"")
    let json = client.api(.get, "/events/export?format=json&event=prøve")
    #expect(json.headers["Content-Disposition"] == "attachment; filename=\"hendelser.json\"")
    #expect(json.text.contains("\"actorName\":\"=Kåre; \\\"Ære\\\"\""))
    #expect(try log.kommune.events("events-exported") == 2)
  }

  @Test(arguments: Engine.available)
  func theNextFileBeginsWhereThisOneEnds(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let client = try log.client(.auditor)
    var query = "?format=csv&limit=2&event=role-granted&from=2026-08-01"
    for _ in 1...2 {
      try log.kommune.addPerson("Ny", "n\(query.count)@e.no", .secretary); query += ""
    }
    let first = client.api(.get, "/events/export\(query)")
    let link = try #require(first.headers["Link"])
    let next = try #require(link.firstMatch(of: /<(\?[^>]+)>; rel="next"/)).output.1
    let second = client.api(.get, "/events/export\(next)")
    let numbers = try [first, second].flatMap { try CSV($0.body).rows.map { $0.fields[0] } }
    #expect(numbers.count == 3)
    #expect(Set(numbers).count == 3)
    #expect(second.headers["Link"] == nil)
    #expect(try log.kommune.events("events-exported") == 1)
  }

  @Test func onlyAuditorsTakeItOut() throws {
    let log = try Log(on: .sqlite)
    for role in Role.allCases where role != .auditor {
      let person = try log.kommune.addPerson("Noen", "\(role.rawValue)@eksempel.no", role)
      try log.kommune.expect(AccessRefusal.youMayNotDoThis) {
        try log.kommune.run(ExportEvents.self, as: person, ["format": "csv"])
      }
    }
    try log.kommune.expect(code: "invalid-input") {
      try log.kommune.run(ExportEvents.self, as: log.auditor, ["format": "xlsx"])
    }
  }
}
