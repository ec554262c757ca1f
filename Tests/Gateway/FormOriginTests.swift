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
    #expect(response.headers["Location"] == "\(house.base)/note?gjort=changeNote")
    #expect(try house.events("note-changed") == 1)
    let page = house.send(.get, "\(house.base)/note?gjort=changeNote", house.cookie)
    #expect(page.text.contains("Lagret."))
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
    let signIn = house.send(
      .post, "\(house.base)/logg-inn",
      ["Content-Type": "application/x-www-form-urlencoded", name: value],
      body: "email=kari%40eksempel.no&password=riktig+hest+batteri+stift")

    #expect(change.status == 403)
    #expect(signIn.status == 403)
    #expect(signIn.headers["Set-Cookie"] == nil)
    #expect(try house.events("note-changed") == 0)
  }

  @Test(arguments: Engine.available)
  func aVisitorSignsInWithAFormAndGetsACookieOfThisKommuneAlone(_ engine: Engine) throws {
    let house = try House(on: engine)

    let response = house.send(
      .post, "\(house.base)/logg-inn", ["Content-Type": "application/x-www-form-urlencoded"],
      body: "email=kari%40eksempel.no&password=riktig+hest+batteri+stift")

    let cookie = try #require(response.headers["Set-Cookie"])
    #expect(response.status == 303)
    #expect(cookie.hasPrefix("samrad=sks_"))
    #expect(cookie.contains("; Path=\(house.base);"))
    #expect(cookie.contains("; HttpOnly; SameSite=Lax"))
  }
}
