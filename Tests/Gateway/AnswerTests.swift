import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Gateway

@Suite struct AnswerTests {
  @Test func everyAnswerTellsBrowsersWhatTheyMayNotDo() throws {
    let house = try House(on: .sqlite)
    let answers = [
      house.send(.get, "/"), house.send(.get, house.base + "/"), house.send(.get, "/ukjent/"),
      house.send(.get, Assets.stylesheetPath), house.send(.get, "/readyz"),
      house.send(.get, "\(house.api)/units"), house.send(.get, "\(house.api)/account"),
      house.send(.delete, "\(house.api)/note"), house.send(.get, "/api/v1/openapi.json"),
      house.send(.post, "\(house.base)/note", house.cookie, body: "x"),
      house.send(.post, "\(house.base)/note", house.cookie, body: house.form("text=x&version=1")),
    ]

    #expect(answers.map(\.status) == [200, 200, 404, 200, 200, 200, 401, 405, 200, 403, 303])
    for headers in answers.map(\.headers) {
      #expect(headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
      #expect(headers["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
      for rule in ["base-uri 'none'", "object-src 'none'", "form-action 'self'"] {
        #expect(headers["Content-Security-Policy"]?.contains(rule) == true)
      }
      #expect(headers["Content-Security-Policy"]?.contains("script") == false)
      #expect(!headers.fields.contains { $0.name.lowercased().hasPrefix("access-control-") })
      #expect(headers["X-Content-Type-Options"] == "nosniff")
      #expect(headers["Referrer-Policy"] == "same-origin")
      #expect(headers["Cache-Control"] != nil)
    }
  }

  @Test(arguments: [
    (Assets.stylesheetPath, "text/css; charset=utf-8"), (Assets.iconPath, "image/svg+xml"),
  ])
  func whatPagesLoadIsKeptForeverUnderANameThatChangesWithIt(
    path: String, mediaType: String
  ) throws {
    let house = try House(on: .sqlite)

    let file = house.send(.get, path)

    #expect(file.headers["Cache-Control"] == "public, max-age=31536000, immutable")
    #expect(file.headers["Content-Type"] == mediaType)
    #expect(!file.body.isEmpty)
    for page in ["/", "\(house.base)/"] {
      #expect(house.send(.get, page).text.contains("href=\"\(path)\""))
    }
    #expect(house.send(.get, "/static/samrad-000000000000.css").status == 404)
  }

  @Test func whatBelongsToAPersonIsNeverStored() throws {
    let house = try House(on: .sqlite)

    for target in ["\(house.base)/min-side", "\(house.base)/", "\(house.api)/units"] {
      #expect(house.send(.get, target, house.cookie).headers["Cache-Control"] == "no-store")
    }
  }

  @Test func anInstanceBehindHTTPSSaysSoAndItsCookiesAreSecure() throws {
    let kommune = try Kommune(on: .sqlite)
    let url = try #require(PublicURL("https://brukerrad.example.no/"))
    let answer = Application(
      at: kommune.location, settings: InstanceSettings(publicURL: url), log: { _ in }
    ).worker()

    for path in ["/", "/\(kommune.tenant.slug)/", "/ukjent/", Assets.stylesheetPath, "/readyz"] {
      let response = answer(House.request(.get, path, ["Host": "brukerrad.example.no"]))
      #expect(
        response.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains")
    }
  }

  @Test func theAPIDescribesEveryRouteOnce() throws {
    let house = try House(on: .sqlite)
    let routes = Composition().routes.filter { $0.door == .api }

    let response = house.send(.get, "/api/v1/openapi.json")

    guard case .object(let document) = response.json, case .object(let paths) = document["paths"]
    else {
      Issue.record("the description cannot be read")
      return
    }
    #expect(document["openapi"] == "3.1.0")
    for route in routes {
      guard case .object(let methods) = paths[route.path.pattern],
        case .object(let operation) = methods[route.method.rawValue.lowercased()]
      else {
        Issue.record("\(route.method) \(route.path.pattern) is not described")
        continue
      }
      #expect(operation["operationId"] == .text(route.name))
    }
    #expect(Set(routes.map(\.name)).count == routes.count)
  }

  @Test func theAPISaysWhoMayAskAndWhatComesBack() throws {
    let document = OpenAPI.document(for: Composition().routes)
    let text = String(decoding: document, as: UTF8.self)
    func operation(_ name: String) throws -> Substring {
      let pieces = text.split(separator: "\"operationId\":")
      return try #require(pieces.first { $0.hasPrefix("\"\(name)\"") })
    }

    #expect(try operation("readOwnAccount").contains(#""security":[{"bearer":[]}]"#))
    #expect(try !operation("listUnits").contains("security"))
    #expect(try operation("planMeeting").contains(#""Location":{"#))
    #expect(try !operation("castVote").contains("Location"))
    #expect(try operation("exportEvents").contains(#""text/csv":{"schema":{}}"#))
    #expect(try operation("readPaper").contains(#""application/pdf":{"schema":{}}"#))
    #expect(try operation("listUnits").contains(#""format":"cursor""#))
    #expect(try operation("listEvents").contains(#""allowEmptyValue":true"#))
    #expect(try operation("planMeeting").contains(#""minLength":1"#))
    #expect(try operation("castVote").contains(#"{"type":"null"}"#))
  }

  @Test(arguments: [
    ("http://localhost:8080", "http://localhost:8080"), ("https://a.no/", "https://a.no"),
    ("ftp://a.no", nil), ("a.no", nil), ("https://a.no/b", nil), ("", nil),
  ])
  func aPublicAddressIsReadWithoutAPath(_ text: String, _ expected: String?) {
    #expect(PublicURL(text)?.text == expected)
  }

  @Test func whereTheDatabaseIsGoneTheAnswerSaysTryAgain() throws {
    let url = try #require(PublicURL("http://127.0.0.1:8080"))
    let answer = Application(
      at: .sqlite(folder: "/proc/nowhere"), settings: InstanceSettings(publicURL: url),
      log: { _ in }
    ).worker()

    let page = answer(House.request(.get, "/prove/", ["Accept": "text/html"]))
    let call = answer(House.request(.get, "/prove/api/v1/units"))

    #expect(page.status == 503)
    #expect(page.text.contains("Ingenting er lagret"))
    #expect(call.status == 503)
    #expect(call.headers["Retry-After"] == "5")
    #expect(call.json("type") == "/problems/try-again")
  }
}
