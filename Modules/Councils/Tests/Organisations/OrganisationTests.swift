import TestKit
import Testing
import Web

@testable import Councils
@testable import Tenancy

/// R014, R021: user organisations take part as themselves.
@Suite struct OrganisationTests {
  @Test("R014, R021: organisations are listed with their seats", arguments: Engine.available)
  func lists(_ engine: Engine) throws {
    let real = try RealKommune(engine, .mentalHealthCouncil)
    try real.constitute("trondheim-psykisk-helse-rus", ["organisasjon": 3])
    let listed = try real.kommune.run(ListOrganisations.self, as: .visitor).data
    #expect(listed.map(\.name) == ["Organisasjon 0", "Organisasjon 1", "Organisasjon 2"])
    #expect(listed.allSatisfy { $0.seats == 1 })
    let page = TestClient(real.kommune).page("/organisasjoner")
    #expect(page.status == 200 && page.text.contains("Organisasjon 2"))
    let next = try real.kommune.run(ListOrganisations.self, as: .visitor, ["limit": .number(2)])
    #expect(next.data.count == 2 && next.next != nil)
  }

  @Test("K2: one seat for each organisation, whatever the capitals", arguments: Engine.available)
  func oneEach(_ engine: Engine) throws {
    var seats = (0..<3).map { number -> [String: Value] in
      [
        "group": "organisasjon", "name": "Medlem", "email": .text("m\(number)@example.org"),
        "organisation": .text("Lag \(number)"), "leader": .flag(number == 0),
      ]
    }
    seats[2]["organisation"] = "LAG 1"
    #expect(try faults(seats) == [.organisationHasASeat(at: "seats.2")])
    seats[2]["organisation"] = nil
    #expect(try faults(seats) == [.organisationIsMissing(at: "seats.2")])
  }

  private func faults(_ seats: [[String: Value]]) throws -> [CompositionFault] {
    var input = Input(["seats": .list(seats.map(Value.object))])
    let proposals = input.list("seats") { SeatProposal(&$0) }.compactMap(\.self)
    try input.finish()
    return Composition(proposals.map(\.placed), under: .mentalHealthCouncil).faults
  }
}
