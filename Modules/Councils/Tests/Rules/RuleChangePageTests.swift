import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Identity
@testable import Tenancy

/// From the form by a look at what changes to the saving, as a browser without JavaScript does.
@Suite struct RuleChangePageTests {
  private static let page = "/regler/trondheim-skole/endring"
  private static let saving = "/regler/trondheim-skole/lagring"

  private static func administrator(_ kommune: TestKit.Kommune) throws -> TestClient {
    let ada = try kommune.addPerson("Ada", "ada@example.org", .administrator)
    let member = try ada.member.orNotFound()
    let client = TestClient(kommune)
    client.token = try kommune.work { try Session.start(for: member.id, in: $0).token }
    return client
  }

  @Test("Every question stands in the form with its help", arguments: Engine.available)
  func everyQuestionIsAsked(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let client = try Self.administrator(kommune)
    let text = client.page(Self.page).text
    for field in RuleSet.fields {
      #expect(
        text.contains("name=\"\(field.name)") || text.contains("-\(field.name)\""), "\(field.name)")
      #expect(text.contains(">\(field.title.nb)<"), "\(field.name)")
    }
    for section in RuleSet.sections {
      #expect(text.contains("<legend>\(section.title.nb)</legend>"))
    }
    #expect(client.page("/regler/trondheim-skole").text.contains("\(Self.page)\""))
    #expect(TestClient(kommune).page(Self.page).status == 303)
  }

  @Test("Fill in, look, save", arguments: Engine.available)
  func thewholeWay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    let client = try Self.administrator(kommune)
    var form = FilledForm(client.page(Self.page).text, to: Self.page)
    form["answerDays"] = "14"
    form["chairHasCastingVote"] = "true"
    form["fulfils.su"] = "true"
    form["groups.2.votes"] = nil
    form["groups.3.code"] = "pårørende"
    form["groups.3.name"] = "pårørende"
    form["groups.3.nameNn"] = "pårørande"
    form["groups.3.number"] = "0-2"
    form["groups.3.votes"] = nil
    form["validFrom"] = "2026-08-17"
    form["decidedBy"] = "bystyret \"på\" <møte>"

    let preview = client.submit(Self.page, form.body)
    #expect(preview.status == 200)
    #expect(preview.text.contains("<td data-label=\"Før\">30</td><td data-label=\"Etter\">14</td>"))
    #expect(preview.text.contains("Gruppen «pårørende»"))
    #expect(preview.text.contains("Alle rådene av denne typen passer"))
    #expect(
      try kommune.run(ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"]).version == 1)
    // Whoever goes back finds the form as they filled it in.
    let again = FilledForm(preview.text, to: Self.page)
    #expect(again["answerDays"] == "14" && again["decidedBy"] == form["decidedBy"])

    let saved = client.submit(Self.saving, FilledForm(preview.text, to: Self.saving).body)

    #expect(saved.status == 303)
    #expect(saved.headers["Location"]?.hasSuffix("/regler/trondheim-skole") == true)
    let history = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    var wanted = RuleSet.trondheimSchool
    wanted.version = 2
    wanted.answerDays = 14
    wanted.chairHasCastingVote = true
    wanted.fulfils = [.cooperationCommittee]
    wanted.groups.append(
      SeatGroup(
        "pårørende", Text(nb: "pårørende", nn: "pårørande"), .user, .range(0...2), votes: false,
        by: .users))
    #expect(history.rules == wanted)
    #expect(history.versions.first?.decidedBy == "bystyret \"på\" <møte>")
  }

  @Test("What does not hold together is said beside its field", arguments: Engine.available)
  func refusedForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let client = try Self.administrator(kommune)
    var form = FilledForm(client.page(Self.page).text, to: Self.page)
    form["groups.1.number"] = "=lærer"
    form["candidatesBy"] = "høst"
    form["validFrom"] = "2026-09-01"
    form["decidedBy"] = "bystyret"
    let answer = client.submit(Self.page, form.body)
    #expect(answer.status == 422)
    #expect(answer.text.contains("Ingen gruppe har koden «lærer»."))
    #expect(answer.text.contains("value=\"høst\""))
    for link in answer.text.split(separator: "<li><a href=\"#").dropFirst() {
      let id = link.prefix { $0 != "\"" }
      #expect(answer.text.contains("id=\"\(id)\""), "\(id)")
    }
    form["decidedBy"] = ""
    #expect(client.submit(Self.page, form.body).status == 422)
  }

  @Test(
    "Where councils would not fit, there is no way to save for today", arguments: Engine.available)
  func noWayToSave(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.schoolsWithCouncils(1)[0]
    let client = try Self.administrator(kommune)
    var form = FilledForm(client.page(Self.page).text, to: Self.page)
    form["deputies"] = "none"
    form["validFrom"] = "2026-08-17"
    form["decidedBy"] = "bystyret"
    let today = client.submit(Self.page, form.body)
    #expect(today.text.contains("Endringen kan derfor ikke gjelde fra mandag 17. august 2026."))
    #expect(today.text.contains("/rad/\(council.id)\">Brukerrådet ved Skole 0</a>"))
    #expect(!FilledForm(today.text, to: Self.saving).isThere)

    form["validFrom"] = "2027-01-01"
    let later = client.submit(Self.page, form.body)
    #expect(later.text.contains("må settes riktig sammen innen fredag 1. januar 2027."))
    #expect(client.submit(Self.saving, FilledForm(later.text, to: Self.saving).body).status == 303)
  }

  @Test(
    "A saving that is refused shows the form with what was filled in", arguments: Engine.available)
  func refusedSaving(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let client = try Self.administrator(kommune)
    var form = FilledForm(client.page(Self.page).text, to: Self.page)
    form["answerDays"] = "14"
    form["validFrom"] = "2026-08-17"
    form["decidedBy"] = "bystyret"
    let preview = client.submit(Self.page, form.body)
    try kommune.run(
      ChangeRuleSet.self, RuleSet.trondheimSchool.request(["hearingDays": 7]))

    let answer = client.submit(Self.saving, FilledForm(preview.text, to: Self.saving).body)

    #expect(answer.status == 412)
    #expect(FilledForm(answer.text, to: Self.page)["answerDays"] == "14")
    #expect(FilledForm(answer.text, to: Self.page)["version"] == "2")
  }

  @Test(
    "What was said to be no identity number is not asked about again", arguments: Engine.available)
  func noIdentityNumber(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let client = try Self.administrator(kommune)
    var form = FilledForm(client.page(Self.page).text, to: Self.page)
    form["legalReference"] = "sak 010190 12345"
    form["validFrom"] = "2026-08-17"
    form["decidedBy"] = "bystyret"
    #expect(client.submit(Self.page, form.body).status == 422)
    form["notAnIdentityNumber"] = "true"
    let preview = client.submit(Self.page, form.body)
    #expect(preview.status == 200)
    #expect(
      client.submit(Self.saving, FilledForm(preview.text, to: Self.saving).body).status == 303)
  }
}
