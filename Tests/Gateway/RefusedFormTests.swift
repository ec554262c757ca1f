import Kernel
import TestKit
import Testing
import Web

@Suite struct RefusedFormTests {
  @Test(arguments: Engine.available)
  func aRefusedFormIsShownAgainWithWhatWasFilledInAndWhatIsWrong(_ engine: Engine) throws {
    let house = try House(on: engine)

    let response = house.send(
      .post, "\(house.base)/note", house.cookie,
      body: house.form("text=%3Cb%3Ealtfor+lang+tekst+her&version=1"))

    #expect(response.status == 422)
    #expect(response.headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(response.text.contains("value=\"&lt;b&gt;altfor lang tekst her\""))
    #expect(response.text.contains("Skriv kortere: høyst 20 tegn."))
    #expect(response.text.contains("role=\"alert\""))
    #expect(try house.events("note-changed") == 0)
  }

  @Test func aRefusedSignInKeepsTheAddressAndNotThePassword() throws {
    let house = try House(on: .sqlite)

    let response = house.visit(
      "/logg-inn", "til=%2Fmin-side&email=kari%40eksempel.no&password=feilfeilfeil")

    #expect(response.status == 401)
    #expect(response.text.contains("value=\"kari@eksempel.no\""))
    #expect(response.text.contains("name=\"til\" value=\"/min-side\""))
    #expect(!response.text.contains("feilfeilfeil"))
    #expect(response.text.contains("E-postadressen eller passordet er feil."))
  }

  @Test func aStaleFormIsRefusedWithWhatWasWritten() throws {
    let house = try House(on: .sqlite)
    _ = house.send(
      .put, "\(house.api)/note", house.bearer.with("If-Match", "\"1\""),
      body: "{\"text\":\"først\"}")

    let response = house.send(
      .post, "\(house.base)/note", house.cookie, body: house.form("text=mitt&version=1"))

    #expect(response.status == 412)
    #expect(response.text.contains("value=\"mitt\""))
    #expect(response.text.contains("Noen har endret dette etter at du åpnet det."))
  }

  @Test func aFormThatCannotBeReadIsRefused() throws {
    let house = try House(on: .sqlite)

    for body in ["text=%", "text=a&text=b", "text=%00"] {
      let response = house.send(
        .post, "\(house.base)/note", house.cookie, body: house.form("version=1&\(body)"))
      #expect(response.status == 400)
    }
    #expect(try house.events("note-changed") == 0)
  }

  @Test func whatIsFilledInNeverBecomesMarkup() throws {
    let house = try House(on: .sqlite)

    for path in [
      "/note?sprak=%22%3E%3Cscript%3E", "/note?gjort=%3Cscript%3E", "/enheter?cursor=%3Cscript%3E",
    ] {
      #expect(!house.send(.get, house.base + path, house.cookie).text.contains("<script"))
    }
  }
}
