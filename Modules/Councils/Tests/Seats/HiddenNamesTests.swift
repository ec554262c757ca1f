import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct HiddenNamesTests {
  @Test("Pupils' names are for those who work with the council", arguments: Engine.available)
  func pupilsAreNotNamedInPublic(_ engine: Engine) throws {
    let real = try RealKommune(engine, .pupilCouncil)
    let kommune = real.kommune
    let council = try real.constitute("skole-elevrad", ["elev": 5, "ansatt": 1])
    #expect(council.seats.map(\.name).contains("Medlem 0"))
    let pupils = try (0..<5).map {
      try kommune.person("medlem\($0)@example.org").member.orNotFound()
    }
    let visitor = TestClient(kommune)
    let stranger = try kommune.client(of: kommune.addPerson("Ulrik", "ulrik@example.org"))
    for client in [visitor, stranger] {
      let answers = [
        client.api(.get, "/councils/\(council.id)"), client.page("/rad/\(council.id)"),
        client.page("/rad/fil?format=csv"), client.api(.get, "/councils/register?format=json"),
      ]
      for answer in answers {
        #expect(answer.status == 200)
        #expect(answer.text.contains("Elev 5"))
        #expect(answer.text.contains("Medlem 5"), "the staff are named")
        for pupil in pupils {
          #expect(!answer.text.contains(pupil.name))
          #expect(!answer.text.contains("\(pupil.id)"), "nothing leads to a pupil")
        }
      }
    }
    #expect(visitor.api(.get, "/councils/\(council.id)").text.contains("\"faults\":[]"))
  }

  @Test("Members and secretaries know each other's names", arguments: Engine.available)
  func membersKnowEachOther(_ engine: Engine) throws {
    let real = try RealKommune(engine, .pupilCouncil)
    let kommune = real.kommune
    let council = try real.constitute("skole-elevrad", ["elev": 5, "ansatt": 1])
    for actor in [try kommune.secretary(), try kommune.person("medlem3@example.org")] {
      let client = try kommune.client(of: actor)
      #expect(client.page("/rad/\(council.id)").text.contains("Medlem 0"))
      let file = client.page("/rad/fil?format=csv").text
      #expect(!file.contains("Medlem 0"), "the register is the public one, whoever asks")
    }
  }

  @Test func deputiesOfTheWholeCouncilAreHiddenWithIt() {
    let deputies = [nil, "ansatt", "elev"].map { group in
      CouncilDeputy(
        id: ID(high: 1, low: 1), group: group, number: 1, person: ID(high: 2, low: 2),
        name: "Kari", termStart: day(2026, 8, 1), termEnd: day(2027, 7, 31))
    }
    let shown = deputies.withPublicNames(under: .pupilCouncil)
    #expect(shown.map(\.name) == ["Vara 1", "Kari", "Vara 1"])
    #expect(shown[0].person == ID(high: 1, low: 1))
    #expect(deputies.withPublicNames(under: .parentCommittee).map(\.name)[0] == "Kari")
  }
}
