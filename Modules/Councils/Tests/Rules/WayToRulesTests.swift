import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// The rules, and from them a new council, are reached by links.
@Suite struct WayToRulesTests {
  @Test("Everybody is led to the rules", arguments: Engine.available)
  func leadsEverybody(_ engine: Engine) throws {
    let client = TestClient(try Kommune(on: engine))
    for path in ["/", "/rad"] {
      #expect(client.page(path).text.contains("/regler\">Regler for rådene"), "\(path)")
    }
    #expect(!client.page("/regler/trondheim-skole").text.contains("/nytt-rad"))
  }

  @Test(
    "Whoever may change them is led there from a new council, and back", arguments: Engine.available
  )
  func leadsAdministrators(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.client(of: kommune.secretary())
    #expect(!secretary.page("/nytt-rad").text.contains("Mangler typen råd?"))
    let administrator = try kommune.client(
      of: kommune.addPerson("Ada", "ada@example.org", .administrator))
    #expect(administrator.page("/nytt-rad").text.contains("Mangler typen råd?"))
    for client in [secretary, administrator] {
      #expect(client.page("/regler/trondheim-skole").text.contains("/nytt-rad\">Nytt råd"))
    }
  }

  @Test("Whoever may not change them is told who may", arguments: Engine.available)
  func tellsWhoMay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.client(of: kommune.secretary())
    let refused = secretary.page("/regler/trondheim-skole/endring")
    #expect(refused.status == 403)
    #expect(refused.text.contains("Det kan: administrator."))
    #expect(!refused.text.contains("Spør sekretæren"))
  }
}
