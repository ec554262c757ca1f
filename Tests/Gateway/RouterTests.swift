import Kernel
import TestKit
import Testing
import Web

@testable import Gateway

@Suite struct RouterTests {
  @Test(arguments: Engine.available)
  func aWordBeatsAParameterAtTheSamePlace(_ engine: Engine) throws {
    let house = try House(on: engine)

    #expect(house.send(.get, "\(house.base)/lines/ny").text.contains("<h1>Ny linje</h1>"))
    #expect(house.send(.get, "\(house.api)/lines/abc").json("text") == "abc")
    #expect(house.send(.get, "\(house.api)/lines/ny").json("text") == "ny")
    #expect(house.send(.get, "\(house.api)/lines/a%2Fb%20c").json("text") == "a/b c")
  }

  @Test func aPathThatLeadsNowhereIsNotFound() throws {
    let house = try House(on: .sqlite)

    for target in [
      "\(house.base)/ukjent", "\(house.api)/ukjent", "\(house.api)/units/x/y", "/ukjent/enheter",
      "/ukjent", "\(house.api)/lines/%FF", "\(house.api)/lines/%00", "//",
      "/\(house.kommune.tenant.slug.uppercased())/enheter", "/static/x.css",
    ] {
      #expect(house.send(.get, target).status == 404, "\(target)")
    }
  }

  @Test func aBrokenIDInThePathIsARecordThatDoesNotExist() throws {
    let house = try House(on: .sqlite)

    for target in ["\(house.base)/enheter/x", "\(house.api)/units/x", "\(house.base)/rad/1"] {
      #expect(house.send(.get, target).status == 404, "\(target)")
    }
  }

  @Test func whoeverComesBackToAFormsAddressIsLedToTheForm() throws {
    let house = try House(on: .sqlite)

    let response = house.send(.get, "\(house.base)/logg-ut")

    #expect(response.status == 303)
    #expect(response.headers["Location"] == "\(house.base)/logg-inn")
  }

  @Test func anotherMethodIsToldWhichOnesThereAre() throws {
    let house = try House(on: .sqlite)

    let note = house.send(.delete, "\(house.api)/note", house.bearer)
    let lines = house.send(.get, "\(house.api)/lines")

    #expect(note.status == 405)
    #expect(note.headers["Allow"] == "GET, HEAD, PUT")
    #expect(note.problem == "method-not-allowed")
    #expect(lines.status == 405)
    #expect(lines.headers["Allow"] == "POST")
  }

  @Test(arguments: [
    ("/stavanger/api/v1/units", "GET HEAD"), ("/api/v1/units", "GET HEAD"),
    ("/stavanger/api/v1/lines", "POST"), ("/stavanger/note", "GET HEAD POST"),
    ("/stavanger/api/v1/nothing", ""), ("/stavanger/%FF", ""),
  ])
  func aWholePathHasItsMethods(_ path: String, _ expected: String) {
    let router = Router(Composition().routes + Note.routes)

    #expect(router.methods(at: path).map(\.rawValue).joined(separator: " ") == expected)
  }

  @Test func headAnswersLikeGet() throws {
    let house = try House(on: .sqlite)
    for target in ["/", "\(house.base)/enheter", "\(house.api)/units", "/readyz"] {
      let get = house.send(.get, target)
      let head = house.send(.head, target)

      #expect(head.status == get.status)
      #expect(head.headers["Content-Type"] == get.headers["Content-Type"])
    }
  }

  @Test func theFrontPageListsTheKommuner() throws {
    let house = try House(on: .sqlite)

    let front = house.send(.get, "/")

    #expect(front.status == 200)
    #expect(front.text.contains("href=\"\(house.base)/\""))
  }
}
