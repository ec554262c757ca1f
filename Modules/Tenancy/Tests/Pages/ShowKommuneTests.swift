import TestKit
import Testing

@testable import Tenancy

@Suite struct ShowKommuneTests {
  @Test(arguments: Engine.available)
  func countsUnitsAndSpeaksTheKommunesWords(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    try kommune.addUnits("skole,Solbakken skole,Østbyen,,skole", "skole,Lia skole,Østbyen,,skole")

    let shown = try kommune.run(ShowKommune.self, as: .visitor)
    let page = TestClient(kommune).page("/")

    #expect(shown.units == 2)
    #expect(page.status == 200)
    #expect(page.text.contains(shown.words[.unitLeader].nb))
  }
}
