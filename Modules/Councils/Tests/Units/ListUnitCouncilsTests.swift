import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ListUnitCouncilsTests {
  @Test(
    "A unit's page leads to its councils, with who leads them and until when",
    arguments: Engine.available)
  func tellsOfTheCouncils(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let path = "/enheter/\(school.id)/rad"
    let client = TestClient(kommune)
    #expect(client.page("/enheter/\(school.id)").text.contains("\(path)\""))
    #expect(client.page(path).text.contains("Enheten har ikke råd ennå."))

    let council = try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(school))
    let page = client.page(path).text
    #expect(page.contains("/rad/\(council.id)\""))
    #expect(page.contains("leder: forelder 0, til mandag 31. juli 2028"))
    #expect(page.contains("i arbeid"))
    let json = client.api(.get, "/units/\(school.id)/councils").text
    #expect(json.contains("\"id\":\"\(council.id)\""))
    #expect(!json.contains("@"))

    kommune.now = Instant(day(2028, 8, 1), hour: 12)
    #expect(client.page(path).text.contains("ingen sitter i det nå"))
    try kommune.dissolve(council.id)
    #expect(client.page(path).text.contains("nedlagt"))
    #expect(!client.page(path).text.contains("ingen sitter"))
  }

  @Test("Whoever may, is led from there to a new one", arguments: Engine.available)
  func leadsToTheForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let (path, form) = ("/enheter/\(school.id)/rad", "/nytt-rad/\(school.id)/trondheim-skole")
    #expect(!TestClient(kommune).page(path).text.contains(form))
    let own = try kommune.addPerson("Per", "per@example.org", .secretary, in: school.id)
    #expect(try kommune.client(of: own).page(path).text.contains(form))
    #expect(try kommune.client(of: own).page(form).status == 200)
  }

  @Test("As many statements for several as for none", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let read = ["unit": Value.text("\(school.id)")]
    let none = try kommune.countStatements { try kommune.run(ListUnitCouncils.self, read) }
    for name in ["A", "B"] {
      let seats = SchoolCouncil.seats()
      try kommune.run(
        ConstituteCouncil.self, SchoolCouncil.request(school, seats, ["name": .text(name)]))
    }
    #expect(try kommune.run(ListUnitCouncils.self, read).councils.data.count == 2)
    #expect(try kommune.countStatements { try kommune.run(ListUnitCouncils.self, read) } == none)
  }
}
