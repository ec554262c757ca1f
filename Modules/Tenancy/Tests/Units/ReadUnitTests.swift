import Kernel
import TestKit
import Testing
import UseCases

@testable import Tenancy

@Suite struct ReadUnitTests {
  @Test(arguments: Engine.available)
  func showsOneUnitToAnybody(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let unit = try #require(kommune.addUnits("skole,Solbakken skole,Østbyen,,skole").first)

    let shown = try kommune.run(ReadUnit.self, as: .visitor, ["unit": .text("\(unit.id)")])
    let page = TestClient(kommune).page("/enheter/\(unit.id)")

    #expect(shown.unit.name == "Solbakken skole")
    #expect(page.status == 200)
    #expect(page.text.contains("<h1>Solbakken skole</h1>"))
  }

  @Test(arguments: Engine.available)
  func aUnitOfNobodyIsNotFound(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let id = "\(ID<ServiceUnit>(high: 0, low: 0))"

    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(ReadUnit.self, as: .visitor, ["unit": .text(id)])
    }
  }
}
