import Gateway
import Identity
import Kernel
import TestKit
import Testing
import Web

@Suite struct DoorTests {
  private static let change = "{\"text\":\"nytt\"}"

  @Test(arguments: Engine.available)
  func theAPIKnowsTheBearerAndNotTheCookie(_ engine: Engine) throws {
    let house = try House(on: engine)
    let json: Headers = ["Content-Type": "application/json", "If-Match": "\"1\""]

    let byCookie = house.send(
      .put, "\(house.api)/note", json.with("Cookie", "samrad=\(house.session)"), body: Self.change)
    let account = house.send(
      .get, "\(house.api)/account", ["Cookie": "samrad=\(house.session)"])
    let byBearer = house.send(
      .put, "\(house.api)/note", house.bearer.with("If-Match", "\"1\""), body: Self.change)

    #expect(byCookie.status == 401)
    #expect(account.status == 401)
    #expect(byBearer.status == 200)
  }

  @Test(arguments: Engine.available)
  func pagesKnowTheCookieAndNotTheBearer(_ engine: Engine) throws {
    let house = try House(on: engine)

    let byBearer = house.send(
      .get, "\(house.base)/min-side", ["Authorization": "Bearer \(house.session)"])
    let byCookie = house.send(.get, "\(house.base)/min-side", house.cookie)

    #expect(byBearer.status == 303)
    #expect(byBearer.headers["Location"] == "\(house.base)/logg-inn?til=%2Fmin-side")
    #expect(byCookie.status == 200)
    #expect(byCookie.text.contains("Kari Nordmann"))
  }

  @Test(arguments: ["Bearer x", "Bearer ", "Basic a2FyaQ==", "Bearer skt_0", "x"])
  func aBadTokenIsRefusedEvenWhereNoneIsNeeded(_ value: String) throws {
    let house = try House(on: .sqlite)

    let response = house.send(.get, "\(house.api)/units", ["Authorization": value])

    #expect(response.status == 401)
    #expect(response.problem == "token-is-not-valid")
  }

  @Test(arguments: ["limit=1&limit=2", "limit=%FF", "limit=%zz", "a.b.c.d.e=1"])
  func aQueryThatCannotBeReadIsRefusedToProgramsAndPassedOverInPages(_ query: String) throws {
    let house = try House(on: .sqlite)

    let call = house.send(.get, "\(house.api)/units?\(query)")

    #expect(call.status == 400)
    #expect(call.problem == "query-is-not-readable")
    #expect(house.send(.get, "\(house.base)/enheter?\(query)").status == 200)
  }

  @Test(arguments: Engine.available)
  func whoMayNotAskIsNotToldWhatIsWrongWithTheRequest(_ engine: Engine) throws {
    let house = try House(on: engine)
    let json: Headers = ["Content-Type": "application/json"]

    let call = house.send(.put, "\(house.api)/note", json, body: "{\"txet\":1}")

    #expect(call.status == 401)
    #expect(call.problem == "you-must-sign-in")
  }

  @Test(arguments: [
    ("", "en"), ("de", "en"), ("en", "en"), ("nb-NO,nb;q=0.9", "nb"), ("no", "nb"), ("nn", "nn"),
  ])
  func aProblemIsInTheLanguageThatWasAskedFor(_ accept: String, _ language: String) throws {
    let house = try House(on: .sqlite)
    let texts = [
      "en": "You must sign in", "nb": "Du må logge inn for å gjøre",
      "nn": "Du må logge inn for å gjere",
    ]

    let response = house.send(.get, "\(house.api)/account", ["Accept-Language": accept])

    #expect(response.status == 401)
    #expect(response.headers["Content-Type"] == "application/problem+json; charset=utf-8")
    #expect(response.json("title")?.hasPrefix(texts[language] ?? "?") == true)
  }

  @Test(arguments: [
    ("application/json", "{\"a\":", "body-is-not-json"),
    ("text/plain", "{}", "content-type-is-unknown"),
    ("application/x-www-form-urlencoded", "text=x", "content-type-is-unknown"),
    ("application/json", "[]", "body-is-not-json"), ("", "{}", "content-type-is-unknown"),
  ])
  func aBodyThatCannotBeReadIsRefused(_ type: String, _ body: String, _ code: String) throws {
    let house = try House(on: .sqlite)

    let response = house.send(
      .post, "\(house.api)/lines", house.bearer.with("Content-Type", type), body: body)

    #expect(response.status == 400)
    #expect(response.problem == code)
  }

  @Test(arguments: Engine.available)
  func everyProblemOfABodyIsNamedAtOnce(_ engine: Engine) throws {
    let house = try House(on: engine)

    let response = house.send(
      .put, "\(house.api)/note", house.bearer.with("If-Match", "1"), body: "{\"txt\":\"x\"}")

    #expect(response.status == 422)
    guard case .object(let fields) = response.json, case .list(let errors) = fields["errors"] else {
      Issue.record("no errors")
      return
    }
    #expect(errors.count == 2)
  }

  @Test(arguments: Engine.available)
  func signingInWithJSONGivesATokenThatWorksAndSigningOutEndsIt(_ engine: Engine) throws {
    let house = try House(on: engine)

    let signedIn = house.send(
      .post, "\(house.api)/sessions", ["Content-Type": "application/json"],
      body: "{\"email\":\"kari@eksempel.no\",\"password\":\"riktig hest batteri stift\"}")
    let token = try #require(signedIn.json("token"))
    let bearer: Headers = ["Authorization": "Bearer \(token)"]

    #expect(house.send(.get, "\(house.api)/account", bearer).json("name") == "Kari Nordmann")
    #expect(house.send(.delete, "\(house.api)/sessions", bearer).status == 200)
    #expect(house.send(.get, "\(house.api)/account", bearer).status == 401)
  }
}
