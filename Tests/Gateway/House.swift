import Crypto
import Database
import Gateway
import Identity
import Kernel
import Synchronization
import TestKit
import Testing
import UseCases
import Web

/// A kommune behind its server, with an administrator who is signed in.
final class House {
  let kommune: Kommune
  let application: Application
  let session: String
  private let answer: (Request) -> Response

  init(on engine: Engine) throws {
    kommune = try Kommune(on: engine)
    application = kommune.application(adding: Note.routes)
    answer = application.worker()
    let invitation = try kommune.run(
      AddPerson.self,
      ["name": "Kari Nordmann", "email": "kari@eksempel.no", "role": "kommune_administrator"])
    session = try kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(invitation.secret), "password": "riktig hest batteri stift"]
    ).token
  }

  /// A request as it comes, with the path below the instance.
  func send(
    _ method: Method, _ target: String, _ headers: Headers = [:], body: String = ""
  ) -> Response { answer(Self.request(method, target, headers, body: body)) }

  static func request(
    _ method: Method, _ target: String, _ headers: Headers = [:], body: String = ""
  ) -> Request {
    let halves = target.split(separator: "?", maxSplits: 1)
    var headers = headers
    if headers["Host"] == nil { headers.set("Host", "127.0.0.1:8080") }
    return Request(
      method, String(halves.first ?? "/"), query: halves.count > 1 ? String(halves[1]) : "",
      headers: headers, body: Array(body.utf8))
  }

  var base: String { "/\(kommune.tenant.slug)" }
  var api: String { "\(base)/api/v1" }
  var bearer: Headers {
    ["Authorization": "Bearer \(session)", "Content-Type": "application/json"]
  }
  var cookie: Headers {
    [
      "Accept": "text/html", "Cookie": "samrad=\(session)",
      "Content-Type": "application/x-www-form-urlencoded",
    ]
  }
  var formToken: String { Secret(presented: session).derived(for: "form") }

  /// A form of a visitor's own, with the cookie that a page gave them before.
  func visit(
    _ path: String, _ fields: String, _ headers: Headers = ["Accept": "text/html"]
  ) -> Response {
    let cookie = send(.get, base + path).headers["Set-Cookie"] ?? ""
    let pair = cookie.prefix { $0 != ";" }
    let token = Secret(presented: String(pair.drop { $0 != "=" }.dropFirst())).derived(for: "form")
    let form = headers.with("Content-Type", "application/x-www-form-urlencoded")
      .with("Cookie", String(pair))
    return send(.post, base + path, form, body: "_token=\(token)&\(fields)")
  }

  /// A form of this session's own.
  func form(_ fields: String) -> String { "_token=\(formToken)&\(fields)" }

  /// How many events of a kind there are.
  func events(_ event: String) throws -> Int {
    try kommune.value("SELECT count(*) FROM events_event WHERE event = \(event)") ?? -1
  }
}

extension Response {
  /// The code of a problem.
  var problem: String? { json("type").map { String($0.dropFirst("/problems/".count)) } }
}

extension Headers {
  /// These headers with one more.
  func with(_ name: String, _ value: String) -> Headers {
    var headers = self
    headers.set(name, value)
    return headers
  }
}
