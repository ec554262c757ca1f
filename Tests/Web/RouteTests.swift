import Kernel
import Testing

@testable import Web

@Suite struct PathTests {
  @Test func aPathIsReadIntoWordsAndParameters() {
    let path: Path = "/moter/{meeting}/referat"

    #expect(path.pattern == "/moter/{meeting}/referat")
    #expect(path.segments == [.word("moter"), .parameter("meeting"), .word("referat")])
  }

  @Test func parametersAreFilledInFromTheLeftAndEncoded() {
    let path: Path = "/a/{x}/b/{y}"

    #expect(path("1", "æ /?#%").path == "/a/1/b/%C3%A6%20%2F%3F%23%25")
    #expect(
      path(ID<Never>(high: 0, low: 1), 2).path == "/a/00000000-0000-0000-0000-000000000001/b/2")
    #expect(("/" as Path)().path == "/")
  }

  @Test func parametersAreFilledInByName() {
    let path: Path = "/a/{x}/b/{y}"

    #expect(path.filled(from: ["y": "2", "x": "1 1", "z": "3"]).path == "/a/1%201/b/2")
  }
}

@Suite struct ProblemTests {
  private static let refusal = InvalidInput(problems: [
    FieldProblem("seats.0.name", Text(nb: "nb\"<", nn: "nn", en: "en"))
  ])

  @Test(arguments: [(Language.english, "en"), (.bokmål, "nb\"<"), (.nynorsk, "nn")])
  func aProblemHasTheShapeOfTheStandardInTheReadersLanguage(
    _ language: Language, _ title: String
  ) throws {
    let response = Problem.response(Self.refusal, in: language, requestID: "r1")

    #expect(response.status == 422)
    #expect(response.headers["content-type"] == "application/problem+json; charset=utf-8")
    #expect(
      try Value(json: response.body) == [
        "type": "/problems/invalid-input", "title": .text(Self.refusal.text[language]),
        "status": 422, "instance": "urn:request:r1",
        "errors": [["field": "seats.0.name", "title": .text(title)]],
      ])
  }

  @Test func aProblemWithoutFieldsHasNoErrors() throws {
    let response = Problem.response(RequestRefusal.bodyIsNotJSON, in: .english, requestID: "r2")

    guard case .object(let fields) = try Value(json: response.body) else { return }
    #expect(fields["type"] == "/problems/body-is-not-json")
    #expect(fields["errors"] == nil)
    #expect(response.status == 400)
  }
}

@Suite struct CookieTests {
  private static func value(_ header: String) -> String? {
    Cookies(base: "/t", isSecure: false)
      .value("samrad", in: Request(.get, "/", headers: ["cookie": header]))
  }

  @Test func theCookieIsFoundAmongOthers() {
    #expect(Self.value("samrad=abc") == "abc")
    #expect(Self.value("a=1; samrad=abc;b=2") == "abc")
    #expect(Self.value("xsamrad=1; samradx=2") == nil)
    #expect(Self.value("samrad=") == nil)
    #expect(Self.value("samrad=a=b") == "a=b")
    #expect(Self.value("samrad=first; samrad=second") == "first")
    #expect(Self.value("") == nil)
  }

  @Test func aCookieIsKeptFromScriptsAndOtherSites() {
    let plain = Cookies(base: "/t", isSecure: false).setting("samrad", "x", seconds: 60)
    let secure = Cookies(base: "", isSecure: true).setting("samrad", "x", seconds: 60)
    let shared = Cookies(base: "/t", isSecure: true).setting("samrad", "x", seconds: 60)

    #expect(plain == "samrad=x; Path=/t; Max-Age=60; HttpOnly; SameSite=Lax")
    #expect(secure == "__Host-samrad=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure")
    #expect(shared == "__Secure-samrad=x; Path=/t; Max-Age=60; HttpOnly; SameSite=Lax; Secure")
  }
}

@Suite struct HeadersTests {
  @Test func namesAreComparedWithoutRegardToCase() {
    var headers: Headers = ["Content-Type": "a"]
    headers.add("content-type", "b")
    #expect(headers["CONTENT-TYPE"] == "a")

    headers.set("Content-type", "c")

    #expect(headers.fields.map(\.value) == ["c"])
  }
}
