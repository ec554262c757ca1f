import Kernel
import TestKit
import Testing
import Web

@Suite struct FormOriginTests {
  @Test(arguments: Engine.available)
  func aFormOfThisSessionsOwnIsTaken(_ engine: Engine) throws {
    let house = try House(on: engine)
    let headers = house.cookie.with("Origin", "http://127.0.0.1:8080")
      .with("Sec-Fetch-Site", "same-origin")

    let response = house.send(
      .post, "\(house.base)/note", headers, body: house.form("text=nytt&version=1"))

    #expect(response.status == 303)
    #expect(response.headers["Location"] == "\(house.base)/note")
    #expect(try house.events("note-changed") == 1)
  }

  @Test(arguments: Engine.available, ["", "_token=&", "_token=feil&"])
  func aFormWithoutThisSessionsTokenIsRefused(_ engine: Engine, _ token: String) throws {
    let house = try House(on: engine)

    let response = house.send(
      .post, "\(house.base)/note", house.cookie, body: "\(token)text=nytt&version=1")

    #expect(response.status == 403)
    #expect(try house.events("note-changed") == 0)
  }

  @Test func theTokenOfAnotherSessionIsRefused() throws {
    let house = try House(on: .sqlite)
    let other = try House(on: .sqlite)

    let response = house.send(
      .post, "\(house.base)/note", house.cookie,
      body: "_token=\(other.formToken)&text=nytt&version=1")

    #expect(response.status == 403)
  }

  @Test("A visitor's form needs the secret of the page it stands on")
  func aVisitorsFormNeedsItsPage() throws {
    let house = try House(on: .sqlite)
    let form: Headers = ["Content-Type": "application/x-www-form-urlencoded"]
    let strange = form.with("Cookie", "samrad-skjema=abc")

    #expect(house.send(.post, "\(house.base)/logg-inn", form, body: Self.signIn).status == 403)
    let other = house.send(
      .post, "\(house.base)/logg-inn", strange, body: "_token=\(house.formToken)&\(Self.signIn)")
    #expect(other.status == 403)
    #expect(house.visit("/logg-inn", Self.signIn).status == 303)
  }

  private static let signIn = "email=kari%40eksempel.no&password=riktig+hest+batteri+stift"

  @Test(arguments: [
    ("Origin", "https://example.com"), ("Origin", "null"), ("Origin", "http://127.0.0.1:8081"),
    ("Origin", "http://127.0.0.1:8080.example.com"), ("Sec-Fetch-Site", "cross-site"),
    ("Sec-Fetch-Site", "same-site"),
  ])
  func aFormThatAnotherSiteSentIsRefused(_ name: String, _ value: String) throws {
    let house = try House(on: .sqlite)

    let change = house.send(
      .post, "\(house.base)/note", house.cookie.with(name, value),
      body: house.form("text=nytt&version=1"))
    let signIn = house.visit("/logg-inn", Self.signIn, [name: value])

    #expect(change.status == 403)
    #expect(signIn.status == 403)
    #expect(signIn.headers["Set-Cookie"]?.contains("samrad=sks_") != true)
    #expect(try house.events("note-changed") == 0)
  }

  @Test(arguments: Engine.available)
  func aVisitorSignsInWithAFormAndGetsACookieOfThisKommuneAlone(_ engine: Engine) throws {
    let house = try House(on: engine)

    let response = house.visit("/logg-inn", Self.signIn)

    let cookie = try #require(response.headers["Set-Cookie"])
    #expect(response.status == 303)
    #expect(cookie.hasPrefix("samrad=sks_"))
    #expect(cookie.contains("; Path=\(house.base);"))
    #expect(cookie.contains("; HttpOnly; SameSite=Lax"))
  }
}
