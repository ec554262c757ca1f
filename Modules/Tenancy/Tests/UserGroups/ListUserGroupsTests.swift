import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity
@testable import Tenancy

@Suite struct ListUserGroupsTests {
  @Test(
    "R054: everybody can read which types of council speak for whom", arguments: Engine.available)
  func lists(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func types(_ code: String) throws -> [String]? {
      try kommune.run(ListUserGroups.self, as: .visitor).first { $0.group.code == code }?
        .types.map(\.ruleSet)
    }
    #expect(try types("elev") == ["trondheim-skole"])
    #expect(try types("forelder") == ["trondheim-barnehage", "trondheim-skole"])
    #expect(try types("parorende") == ["trondheim-omsorg"])
    #expect(try types("eldre") == [])

    let client = TestClient(kommune)
    #expect(client.api(.get, "/user-groups").text.contains("\"ruleSets\":[\"trondheim-skole\"]"))
    #expect(client.page("/regler").text.contains("/brukergrupper\""))
    let page = client.page("/brukergrupper").text
    #expect(page.contains("/regler/trondheim-skole\""))
    #expect(!page.contains("<form method=\"post\" action=\"/prove/brukergrupper"))
  }

  @Test("R054: whoever decides the rules finds the forms on the page", arguments: Engine.available)
  func theForms(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let member = try kommune.addPerson("Ada", "ada@example.org", .administrator).member.orNotFound()
    let client = TestClient(kommune)
    client.token = try kommune.work { try Session.start(for: member.id, in: $0).token }
    let page = client.page("/brukergrupper").text
    #expect(page.contains("/brukergrupper/elev\""))
    #expect(!page.contains("/brukergrupper/elev/fjerning\""))
    #expect(page.contains("/brukergrupper/pasient/fjerning\""))

    let json = #"{"code":"innvandrer","name":"innvandrere","nameNn":"innvandrarar"}"#
    let added = client.api(.post, "/user-groups", json)
    #expect(added.status == 201)
    #expect(added.headers["Location"]?.hasSuffix("/user-groups/innvandrer") == true)
    let names = #"{"name":"nye naboer","nameNn":"nye naboar"}"#
    #expect(client.api(.put, "/user-groups/innvandrer", names).status == 200)
    #expect(client.api(.put, "/user-groups/innvandrer", #"{"name":"a"}"#).status == 422)
    #expect(client.api(.delete, "/user-groups/innvandrer").status == 200)
    #expect(client.api(.delete, "/user-groups/elev").status == 409)
  }

  @Test("As many statements for many groups as for few", arguments: Engine.available)
  func runsTheSameStatements(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func count() throws -> Int {
      kommune.statements.clear()
      try kommune.run(ListUserGroups.self)
      return kommune.statements.statements.count
    }
    let few = try count()
    for number in 10..<20 {
      let name = Value.text("g\(number)")
      try kommune.run(AddUserGroup.self, ["code": name, "name": name, "nameNn": name])
    }
    #expect(try count() == few)
  }
}
