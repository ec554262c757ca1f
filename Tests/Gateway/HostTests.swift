import Database
import Kernel
import TestKit
import Tenancy
import Testing
import UseCases
import Web

@testable import Gateway

/// Only the instance's own host and those of its kommuner are served.
@Suite struct HostTests {
  private static func answer(_ house: House, _ url: String) throws -> (Request) -> Response {
    let url = try #require(PublicURL(url))
    return Application(
      at: house.kommune.location, settings: InstanceSettings(publicURL: url), log: { _ in }
    ).worker()
  }

  @Test(
    "A host that is not ours is refused before anything is looked up",
    arguments: [
      "example.com", "brukerrad.example.no.example.com", "127.0.0.1", "localhost", "[::1]", "",
      "xn--brukerrd-d0a.example.no", "brukerrad.example.no.",
    ])
  func strangersAreRefused(_ host: String) throws {
    let house = try House(on: .sqlite)
    let answer = try Self.answer(house, "https://brukerrad.example.no")
    for path in ["/", house.base, "\(house.api)/units", "/api/v1/openapi.json"] {
      let response = answer(House.request(.get, path, ["Host": host]))
      #expect(response.status == 421, "\(path)")
      #expect(response.problem == "host-is-not-served-here")
    }
    #expect(answer(House.request(.get, "/readyz", ["Host": host])).status == 200)
  }

  @Test("The instance's host is served, with any port and in any case")
  func ourHostIsServed() throws {
    let house = try House(on: .sqlite)
    let answer = try Self.answer(house, "https://brukerrad.example.no")
    for host in ["brukerrad.example.no", "BRUKERRAD.example.no:443"] {
      #expect(answer(House.request(.get, "\(house.api)/units", ["Host": host])).status == 200)
    }
  }

  @Test("A slug is no host, and a host no slug", arguments: Engine.available)
  func slugsAndHostsAreApart(_ engine: Engine) throws {
    let house = try House(on: engine)
    let slug = house.kommune.tenant.slug
    #expect(house.send(.get, "/enheter", ["Host": slug]).status == 421)
    #expect(house.send(.get, "/127.0.0.1/enheter").status == 404)
  }
}
