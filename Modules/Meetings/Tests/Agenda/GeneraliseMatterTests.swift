import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// A matter of one's own becomes one of many (R088).
@Suite struct GeneraliseMatterTests {
  private static let answers: [String: Value] = [
    "draft": "Min mor Berit på rom 12 har demens. Hun fikk ikke mat 3.4.2026.",
    "whoElse": "Alle som trenger hjelp til måltidene.",
    "forAll": "Sitte sammen med dem som spiser. Hver dag.",
    "better": "Flere får i seg nok mat.",
  ]

  @Test("What points to one person is pointed out", arguments: Engine.available)
  func pointsOut(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let matter = try look(year, Self.answers)

    #expect(
      matter.traces.map { "\($0.kind) \($0.words)" } == [
        "person Min mor", "name Berit", "room rom 12", "health demens", "date 3.4.2026",
      ])
  }

  @Test("The answers become a proposal in the author's own words", arguments: Engine.available)
  func proposes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let matter = try look(year, Self.answers)

    #expect(matter.title == "Sitte sammen med dem som spiser")
    #expect(
      matter.summary == """
        Alle som trenger hjelp til måltidene.
        Sitte sammen med dem som spiser. Hver dag.
        Flere får i seg nok mat.
        """)
    for question in ["whoElse", "forAll", "better"] {
      let matter = try look(year, Self.answers.filter { $0.key != question })
      #expect(matter.title == nil && matter.summary == nil)
    }
  }

  @Test("A long answer makes a title that fits", arguments: [" ", ""])
  func shortensTheTitle(_ space: String) throws {
    let year = try CouncilYear(on: .sqlite)
    var answers = Self.answers
    answers["forAll"] = .text(String(repeating: "måltid\(space)", count: 100))
    let title = try look(year, answers).title

    #expect((title?.unicodeScalars.count ?? 0) <= 200)
    #expect(title?.hasSuffix(" …") == true)
    #expect(try !year.addItem(title ?? "").title.isEmpty)
  }

  @Test("Neither the draft nor that somebody asked is kept", arguments: Engine.available)
  func keepsNothing(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let client = try year.client(year.members[0])
    let before = try year.kommune.fingerprint()

    let answer = client.api(
      .post, "/meetings/\(year.meeting.id)/agenda/generalisation",
      #"{"draft":"Naboen min, K.N., skriker"}"#, headers: ["Idempotency-Key": "en-to-tre-fire"])

    #expect(answer.status == 200)
    #expect(answer.text.contains(#""words":"Naboen min""#))
    #expect(try year.kommune.fingerprint() == before)
  }

  @Test("An identity number is refused here too", arguments: Engine.available)
  func refusesNumbers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.expect(code: "invalid-input") {
      _ = try look(year, ["draft": .text("Eleven \(SyntheticNumber.example)")])
    }
  }

  @Test("Only who may bring up a matter gets help with it", arguments: Engine.available)
  func refusesStrangers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    for actor in [year.stranger, .visitor] {
      #expect(throws: AccessRefusal.self) { try look(year, Self.answers, as: actor) }
      #expect(throws: AccessRefusal.self) {
        try year.kommune.run(PrepareMatter.self, as: actor, ["meeting": year.at])
      }
    }
  }

  @Test("From the meeting's page to a matter on its agenda", arguments: Engine.available)
  func walksThePages(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let client = try year.client(year.members[0])
    let page = "/moter/\(year.meeting.id)/saker/generell"
    #expect(client.page("/moter/\(year.meeting.id)").text.contains("\(page)\""))
    #expect(client.page(page).text.contains("Hvem andre gjelder det?"))
    let sent = Self.answers.map { name, value in
      guard case .text(let text) = value else { return name }
      return "\(name)=\(percentEncoded(text))"
    }.joined(separator: "&")

    let field = client.page(page).text.firstMatch(of: /name="_token" value="([^"]*)"/)
    let token = try #require(field).output.1
    let answer = client.submit(page, "_token=\(token)&\(sent)")
    #expect(answer.status == 200)
    #expect(answer.text.contains("«Min mor» peker på én."))
    #expect(answer.text.contains("value=\"Sitte sammen med dem som spiser\""))
    #expect(answer.text.contains("Saken gjelder ikke enkeltpersoner"))
    #expect(answer.text.contains("Hun fikk ikke mat 3.4.2026."))
  }

  private func look(
    _ year: CouncilYear, _ answers: [String: Value], as actor: Actor? = nil
  ) throws -> GeneralMatter {
    var values = answers
    values["meeting"] = year.at
    return try year.kommune.run(
      GeneraliseMatter.self, as: actor ?? year.members[0], values)
  }
}
