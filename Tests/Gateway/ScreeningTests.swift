import Kernel
import Synchronization
import TestKit
import Testing
import Web

@testable import Gateway

/// No door of the house lets an identity number in (R034, R074, R091, R112, R136).
@Suite struct ScreeningTests {
  private static let number = SyntheticNumber.example
  private static let slip = String(number.dropLast(2)) + "00"

  @Test(arguments: Engine.available)
  func everyTextOfEveryRouteIsScreened(_ engine: Engine) throws {
    let house = try House(on: engine)
    let lines = Mutex<[String]>([])
    let answer = house.kommune.application(log: { line in lines.withLock { $0.append(line) } })
      .worker()
    let before = try house.kommune.fingerprint()
    var tried = 0

    for probe in Composition().routes.flatMap({ Probe.all(of: $0, holding: Self.number) }) {
      let request = probe.request(house)
      let response = answer(request)

      #expect(response.status == probe.status, "\(probe.route.name): \(probe.field)")
      #expect(!LogPath.redacted(request.path).contains(Self.number))
      tried += 1
    }

    #expect(tried > 30)
    #expect(try house.kommune.fingerprint() == before)
    #expect(try !house.kommune.dump().contains(Self.number))
    #expect(!lines.withLock { $0 }.contains { $0.contains(Self.number) })
  }

  @Test func whatGoesUnscreenedIsNeverReadAsText() {
    for route in Composition().routes {
      let names = route.input.compactMap { field in
        if case .opaque = field.kind { field.name } else { nil }
      }
      // Who signs in is looked up by the address, which was screened when it was written; what the
      // event log is searched for goes into its own event by id only.
      let lookedUp = [
        "signIn": ["email"], "listEvents": ["person", "event"],
        "exportEvents": ["person", "event"],
        // What an issuer sends back is compared, or passed on to it, and never kept as it came.
        "finishLogin": ["state", "error", "iss"], "endIssuerSession": ["sid", "iss"],
        // Of a link's own, which is looked up by its digest.
        "showOwnInterest": ["secret"], "withdrawInterest": ["secret"],
      ]
      let allowed = Set(["password", "current", "code", "token", "til"])
        .union(lookedUp[route.name] ?? [])
      #expect(Set(names).isSubset(of: allowed), "\(route.name)")
    }
  }

  @Test(arguments: Engine.available)
  func aNearMissIsAskedAboutInTheFormAndTakenWhenConfirmed(_ engine: Engine) throws {
    let house = try House(on: engine)
    let body = house.form("text=KID+\(Self.slip)")

    let asked = house.send(.post, "\(house.base)/note", house.cookie, body: body + "&version=1")

    #expect(asked.status == 422)
    #expect(asked.text.contains("\(Self.number.prefix(6))*****"))
    #expect(asked.text.contains("value=\"KID \(Self.slip)\""))
    #expect(asked.text.contains("type=\"checkbox\" name=\"notAnIdentityNumber\""))
    #expect(try house.events("note-changed") == 0)

    let confirmed = house.send(
      .post, "\(house.base)/note", house.cookie,
      body: body + "&version=1&notAnIdentityNumber=true")
    #expect(confirmed.status == 303)
    #expect(try house.events("note-changed") == 1)
    #expect(!house.send(.get, "\(house.base)/note").text.contains("notAnIdentityNumber"))
  }

  @Test func theAPIAsksTheSameWay() throws {
    let house = try House(on: .sqlite)

    let asked = house.send(
      .post, "\(house.api)/lines", house.bearer, body: "{\"text\":\"KID \(Self.slip)\"}")
    #expect(asked.status == 422)
    #expect(asked.text.contains("\"field\":\"notAnIdentityNumber\""))

    let confirmed = house.send(
      .post, "\(house.api)/lines", house.bearer,
      body: "{\"text\":\"KID \(Self.slip)\",\"notAnIdentityNumber\":true}")
    #expect(confirmed.status == 201)
  }

  @Test func theAPIsDescriptionNamesTheConfirmationWhereTextIs() {
    let routes = Composition().routes.filter { $0.door == .api }
    for route in routes {
      let hasText = route.input.contains { $0.kind.isScreened }
      #expect(hasText == route.input.contains { $0.name == "notAnIdentityNumber" })
    }
  }

  @Test(arguments: [
    "/trondheim/sok/#", "/trondheim/D/N", "/trondheim/D%20N", "/trondheim/D%C2%A0N",
    "/trondheim/%EF%BC%90#", "/#.pdf", "/trondheim/ski_1/#",
  ])
  func theAccessLogHoldsNoNumber(_ pattern: String) {
    let path = pattern.map { character in
      switch character {
      case "#": Self.number.map { "%3\($0)" }.joined()
      case "D": String(Self.number.prefix(6))
      case "N": String(Self.number.suffix(5))
      default: String(character)
      }
    }.joined()
    let logged = LogPath.redacted(path)

    #expect(Screening(logged, on: day(2026, 11, 22)).verdict == .clean)
    #expect(!logged.contains(Self.number.suffix(5)))
    #expect(!logged.contains("ski_1"))
  }

  @Test func otherPathsAreLoggedAsTheyCame() {
    let path = "/trondheim/moter/01a200d2-9a51-7000-b4eb-e6b1940405a9/referat%20"
    #expect(LogPath.redacted(path) == path)
  }
}

/// A request to one route with a number in one of its texts.
private struct Probe {
  let route: Route
  let field: String
  let values: [String: String]
  /// A path that cannot be is no record; any other text is refused by its field.
  var status: Int { route.path.parameters.contains(field) ? 404 : 422 }

  static func all(of route: Route, holding number: String) -> [Probe] {
    names(route.input, prefix: "").map { field in
      Probe(route: route, field: field, values: [field: "Om \(number)"])
    }
  }

  private static func names(_ fields: [FieldDescription], prefix: String) -> [String] {
    fields.flatMap { field -> [String] in
      switch field.kind {
      case .text: [prefix + field.name]
      case .list(let inner): names(inner, prefix: "\(prefix)\(field.name).0.")
      default: []
      }
    }
  }

  func request(_ house: House) -> Request {
    let parameters = Dictionary(
      uniqueKeysWithValues: route.path.parameters.map { name in
        (name, Value.text(values[name] ?? "01a200d2-9a51-7000-b4eb-e6b1940405a9"))
      })
    let path = route.path.filled(from: parameters).path
    let form = values.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
    switch (route.door, route.method.isSafe) {
    case (.page, true): return House.request(.get, "\(house.base)\(path)?\(form)", house.cookie)
    case (.api, true): return House.request(.get, "\(house.api)\(path)?\(form)", house.bearer)
    case (.page, false):
      return House.request(.post, house.base + path, house.cookie, body: house.form(form))
    case (.api, false):
      return House.request(route.method, house.api + path, house.bearer, body: json)
    }
  }

  /// `seats.0.name` becomes a record in a list.
  private var json: String {
    let parts = field.split(separator: ".")
    let inner = "{\"\(parts.last ?? "")\":\"\(values[field] ?? "")\"}"
    return parts.count == 3 ? "{\"\(parts[0])\":[\(inner)]}" : inner
  }
}
