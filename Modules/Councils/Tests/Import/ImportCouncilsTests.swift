import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ImportCouncilsTests {
  @Test("Councils and their members come from a file", arguments: Engine.available)
  func importsCouncils(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits("skole,Ås skole,Østbyen,,skole", "skole,Berg skole,Østbyen,,skole")
    let mixed = zip(
      CouncilRows.lines(of: "Ås skole", mark: "a"),
      CouncilRows.lines(of: "berg skole", name: "Elevenes råd", mark: "b")
    ).flatMap { [$0, $1] }
    let imported = try kommune.run(
      ImportCouncils(file: CouncilRows.file(mixed)), as: kommune.secretary())
    #expect(imported.councils == 2)
    #expect(imported.seats == 12)
    let councils = try kommune.run(ListCouncils.self).data
    #expect(councils.map(\.name) == ["Brukerrådet ved Ås skole", "Elevenes råd"])
    #expect(councils.map(\.userRepresentatives) == [5, 5])
    let leader = try #require(
      try kommune.run(ReadCouncil.self, ["council": .text("\(councils[0].id)")]).seats.first(
        where: \.isLeader))
    #expect(leader.name == "Navn aforelder0")
    #expect(leader.deputyName == "Vara aforelder0")
  }

  @Test("Each bad line is named, and nothing is imported", arguments: Engine.available)
  func namesEachBadLine(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits(
      "skole,Ås skole,Østbyen,,skole", "skole,Berg skole,Østbyen,,skole",
      "barnehage,Berg skole,Øst,,barnehage")
    let good = CouncilRows.lines(of: "Ås skole")
    func expect(
      _ lines: [Int], _ change: (inout [String]) -> Void,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      var rows = good
      change(&rows)
      for action in ["import", "trial"] {
        let file = CouncilRows.file(rows)
        try kommune.expectRefusal(sourceLocation: sourceLocation) {
          if action == "import" {
            try kommune.run(ImportCouncils(file: file))
          } else {
            try kommune.run(TryCouncilImport(file: file))
          }
        } check: { refusal in
          #expect(
            Set(refusal.fields.map(\.field)) == Set(lines.map { "line \($0)" }),
            "\(refusal.fields)",
            sourceLocation: sourceLocation)
        }
      }
    }
    func replace(_ old: String, _ new: String, in line: inout String) {
      line = String(line.replacing(old, with: new))
    }
    try expect([4]) { replace("elev0@example.org,Vara", "her,Vara", in: &$0[2]) }
    try expect([4]) { replace(",elev,", ",tulling,", in: &$0[2]) }
    try expect([4]) { replace("vara-elev0@example.org", "", in: &$0[2]) }
    try expect([7]) { $0[5] += "ja" }
    try expect([3]) { $0[1] += "ja" }
    try expect([4]) { $0[2] += "kanskje" }
    try expect([5]) { replace("elev1@", "elev0@", in: &$0[3]) }
    try expect([2]) { $0.remove(at: 2) }
    try expect([3]) { replace("2026-08-01", "2026-08-02", in: &$0[1]) }
    try expect([2]) { rows in rows = rows.map { $0.replacing("2026-08-01", with: "i år") } }
    try expect([2]) { rows in rows = rows.map { $0.replacing("2026-", with: "1926-") } }
    try expect([2]) { rows in rows = rows.map { $0.replacing("trondheim-", with: "oslo-") } }
    try expect([2]) { rows in rows = rows.map { $0.replacing("Ås skole", with: "Moss skole") } }
    try expect([2]) { rows in rows = rows.map { $0.replacing("Ås skole", with: "Berg skole") } }
    try expect([3]) { $0[1] += ",mer" }
    try expect([3]) { replace("Navn forelder1", SyntheticNumber.example, in: &$0[1]) }
    try expect([3]) { replace("Navn forelder1", "", in: &$0[1]) }
    try expect([2]) {
      $0 = []; $0.insert("x", at: 0)
    }
  }

  @Test("What only the kommune's records tell is refused by line too", arguments: Engine.available)
  func refusesWhatIsThere(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let units = try kommune.addUnits(
      "skole,Ås skole,Østbyen,,skole", "skole,Berg skole,Østbyen,,skole")
    try kommune.addPerson(
      "Rektor", "bforelder0@example.org", .unitLeader,
      in: #require(units.first { $0.name == "Berg skole" }).id)
    let first = CouncilRows.lines(of: "Ås skole", mark: "a")
    try kommune.run(ImportCouncils(file: CouncilRows.file(first)))
    let file = CouncilRows.file(first + CouncilRows.lines(of: "Berg skole", mark: "b"))
    try kommune.expectRefusal {
      try kommune.run(ImportCouncils(file: file))
    } check: { refusal in
      #expect(refusal.fields.map(\.field) == ["line 2", "line 8"])
      #expect(refusal.fields[1].text.nb.hasPrefix("Linje 8: "))
    }
  }

  @Test(
    "A trial says what would happen, and leaves everything as it was", arguments: Engine.available)
  func triesWithoutChange(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits("skole,Ås skole,Østbyen,,skole")
    let people: Int? = try kommune.value("SELECT count(*) FROM identity_person")
    let file = CouncilRows.file(CouncilRows.lines(of: "Ås skole"))
    let tried = try kommune.run(TryCouncilImport(file: file))
    #expect(tried.councils == 1)
    #expect(tried.seats == 6)
    #expect(try kommune.run(ListCouncils.self).data.isEmpty)
    #expect(try kommune.value("SELECT count(*) FROM identity_person") == people)
    guard case .whole = try kommune.verdict() else {
      Issue.record("the event log is broken")
      return
    }
    let last: String? = try kommune.value(
      "SELECT event FROM events_event ORDER BY number DESC LIMIT 1")
    #expect(last == "council-import-tried")
    try kommune.run(ImportCouncils(file: file))
    #expect(try kommune.run(ListCouncils.self).data.count == 1)
  }

  @Test(
    "5 000 lines of which one is wrong are refused for that line, at once",
    arguments: Engine.available)
  func largeFiles(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let count = 834
    try kommune.addUnits((0..<count).map { "skole,Skole \($0),Øst,,skole" }.joined(separator: "\n"))
    var lines = (0..<count).flatMap { CouncilRows.lines(of: "Skole \($0)", mark: "s\($0)-") }
    #expect(lines.count > 5000)
    lines[3210] = lines[3210].replacing(",elev,", with: ",ingen,")
      .replacing(",forelder,", with: ",ingen,").replacing(",ansatt,", with: ",ingen,")
    let before = try kommune.fingerprint()
    let clock = ContinuousClock()
    let refused = clock.measure {
      do {
        try kommune.run(ImportCouncils(file: CouncilRows.file(lines)))
        Issue.record("a bad file was imported")
      } catch let refusal as InvalidInput {
        #expect(refusal.fields.map(\.field) == ["line 3212"])
      } catch { Issue.record("\(error)") }
    }
    #expect(refused < .seconds(10))
    #expect(try kommune.fingerprint() == before)
    print("\(engine): \(lines.count) lines refused in \(refused)")
  }

  @Test("Secretaries import on a page, in two steps; others do not", arguments: Engine.available)
  func importsOnAPage(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.addUnits("skole,Ås skole,Østbyen,,skole")
    let file = CouncilRows.file(CouncilRows.lines(of: "Ås skole"))
    let client = try kommune.client(of: kommune.secretary())
    let page = client.page("/rad/import").text
    #expect(page.contains("unit,ruleSet,name"))
    #expect(page.contains("forelder, elev, ansatt"))
    let token = page.split(separator: "name=\"_token\" value=\"").last?.prefix { $0 != "\"" } ?? ""
    let fields = ["_token": String(token)]
    let tried = client.submit("/rad/import/prove", fields, fileName: "rad.csv", file)
    #expect(tried.status == 303)
    #expect(tried.headers["Location"]?.hasSuffix("/rad/import") == true)
    let bad = client.submit("/rad/import", fields, fileName: "rad.csv", Array("a,b".utf8))
    #expect(bad.status == 422)
    #expect(bad.text.contains("Linje 1: Kolonnene må være unit,"))
    #expect(client.submit("/rad/import", fields, fileName: "rad.csv", file).status == 303)
    #expect(client.page("/rad").text.contains("Brukerrådet ved Ås skole"))
    let stranger = try kommune.addPerson("Ulrik", "ulrik@example.org")
    for action in [true, false] {
      try kommune.expect(AccessRefusal.youMayNotDoThis) {
        if action {
          try kommune.run(ImportCouncils(file: file), as: stranger)
        } else {
          try kommune.run(TryCouncilImport(file: file), as: stranger)
        }
      }
    }
    try kommune.expect(AccessRefusal.youMustSignIn) {
      try kommune.run(PrepareCouncilImport.self, as: .visitor)
    }
  }
}
