import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Identity

/// The form, as a browser gets and sends it: from `ChooseUnit` by `PrepareCouncil` to the council.
@Suite struct NewCouncilPageTests {
  @Test("Rows nobody used are passed over", arguments: Engine.available)
  func constitutesByForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let (client, path) = try secretarysForm(kommune)
    let page = client.page(path)
    #expect(page.status == 200)
    // Two parents, three pupils and one of the staff are asked for; four more of the staff may be, and
    // five more of each in a council that deviates.
    #expect(
      page.text.split(separator: "type=\"email\"").count - 1 == 2 * 2 + 3 * 2 + 5 + 5 * (2 + 2 + 1))

    let answer = client.submit(path, form(SchoolCouncil.seats(), unused: 4, after: page.text))

    #expect(answer.status == 303)
    let councils = try kommune.run(ListCouncils.self, as: .visitor).data
    #expect(councils.map(\.userRepresentatives) == [5])
    let next = "/rad/\(try #require(councils.first).id)"
    #expect(answer.headers["Location"]?.hasSuffix(next) == true)
  }

  @Test(
    "K3: a school with two pupils is built from the page, by deviating in a group and in all",
    arguments: Engine.available)
  func deviatesByForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let (client, path) = try secretarysForm(kommune)
    var form = FilledForm(client.page(path).text, to: path)
    // The rows as they stand: two parents, three pupils of whom one is left out, and the staff.
    for (row, seat) in [
      (0, ("forelder", 0)), (1, ("forelder", 1)), (2, ("elev", 0)), (3, ("elev", 1)),
      (5, ("ansatt", 0)),
    ] {
      for (name, value) in SchoolCouncil.seat(seat.0, seat.1, isLeader: row == 0)
      where name != "group" {
        form["seats.\(row).\(name)"] = if case .text(let text) = value { text } else { "true" }
      }
    }
    #expect(client.submit(path, form.body).status == 422)
    let deviations = form.fields.filter { $0.name.hasSuffix(".field") }
    for (field, value) in [("groups.elev", "2"), ("size", "4")] {
      let row = try #require(deviations.first { $0.value == field }).name.dropLast(".field".count)
      form["\(row).value"] = value
      form["\(row).reason"] = "Elevrådet har bare to som kan."
      form["\(row).decidedBy"] = "rektor og FAU"
    }

    let answer = client.submit(path, form.body)

    #expect(answer.status == 303)
    let councils = try kommune.run(ListCouncils.self, as: .visitor).data
    #expect(councils.map(\.userRepresentatives) == [4])
  }

  @Test(
    "A council may have more than the rule says, who decided it and when, from the page",
    arguments: Engine.available)
  func deviatesUpwardsByForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let (client, path) = try secretarysForm(kommune)
    let page = client.page(path).text
    var form = FilledForm(page, to: path)
    let seats = SchoolCouncil.seats(pupils: 4)
    let elevs = form.fields.filter { $0.value == "elev" && $0.name.hasPrefix("seats.") }.map(\.name)
    #expect(elevs.count == 3 + 5)
    for (row, seat) in [(0, seats[0]), (1, seats[1]), (5, seats[6])] + zip([2, 3, 4], seats[2...4])
      + [
        (
          try #require(elevs[3].split(separator: ".").dropFirst().first.flatMap { Int($0) }),
          seats[5]
        )
      ]
    {
      for (name, value) in seat where name != "group" {
        form["seats.\(row).\(name)"] = if case .text(let text) = value { text } else { "true" }
      }
    }
    for (field, value) in [("groups.elev", "4"), ("size", "6")] {
      let name = try #require(
        form.fields.first { $0.value == field && $0.name.hasSuffix(".field") }
      )
      .name.dropLast(".field".count)
      form["\(name).value"] = value
      form["\(name).reason"] = "Skolen har fire trinn med elever."
      form["\(name).decidedBy"] = "rektor"
      form["\(name).decidedOn"] = "2026-06-01"
    }
    #expect(client.submit(path, form.body).status == 303)
    let councils = try kommune.run(ListCouncils.self, as: .visitor).data
    #expect(councils.map(\.userRepresentatives) == [6])
    let own = client.page("/rad/\(try #require(councils.first).id)").text
    #expect(own.contains("(rektor, mandag 1. juni 2026)"))
    #expect(own.contains("/regler/trondheim-skole/utgaver/1\">utgave 1</a>"))
  }

  @Test("The name and the basis proposed are those of the type", arguments: Engine.available)
  func proposesByType(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let added: [String: Value] = [
      "library": "skole-elevrad", "code": "elevrad", "decidedBy": "kommunestyret",
    ]
    try kommune.run(AddRuleSet.self, added)
    let (client, path) = try secretarysForm(kommune)
    let form = FilledForm(client.page(path.replacingRule("elevrad")).text, to: "elevrad")
    #expect(form["name"] == "Elevrådet ved Solbakken skole")
    #expect(form["legalBasis"] == "oppll_10_5_elevraad")
    #expect(
      FilledForm(client.page(path).text, to: path)["name"] == "Brukerrådet ved Solbakken skole")
  }

  @Test("A refused form is shown again with what was filled in", arguments: Engine.available)
  func showsTheFormAgain(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let (client, path) = try secretarysForm(kommune)
    var seats = SchoolCouncil.seats()
    seats[1]["deputyEmail"] = "forelder0@example.org"

    let answer = client.submit(path, form(seats, unused: 4, after: client.page(path).text))

    #expect(answer.status == 422)
    #expect(answer.text.contains("Varaen er selv medlem. Velg en annen."))
    #expect(answer.text.contains("value=\"elev2@example.org\""))
    // Each problem's link leads to a field that is there.
    for link in answer.text.split(separator: "<li><a href=\"#").dropFirst() {
      let id = link.prefix { $0 != "\"" }
      #expect(answer.text.contains("id=\"\(id)\""), "\(id)")
    }
    #expect(try kommune.run(ListCouncils.self, as: .visitor).data.isEmpty)
  }

  @Test("Units are offered with the rules that are for them", arguments: Engine.available)
  func choosesAUnit(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let (client, path) = try secretarysForm(kommune)
    #expect(client.page("/nytt-rad").text.contains("/\(kommune.tenant.slug)\(path)"))
    #expect(client.page(path.replacingRule("trondheim-omsorg")).status == 404)
    #expect(client.page("/rad").text.contains("\(CouncilsPaths.newCouncil.pattern)\""))
    #expect(client.page("/rad-som-mangler").text.contains(path))
    client.token = nil
    #expect(!client.page("/rad").text.contains("\(CouncilsPaths.newCouncil.pattern)\""))
    #expect(client.page(path).status == 303)
  }

  private func secretarysForm(_ kommune: TestKit.Kommune) throws -> (TestClient, String) {
    let school = try kommune.school()
    let member = try kommune.secretary().member.orNotFound()
    let client = TestClient(kommune)
    client.token = try kommune.work { try Session.start(for: member.id, in: $0).token }
    return (client, "/nytt-rad/\(school.id)/trondheim-skole")
  }

  private func form(_ seats: [[String: Value]], unused: Int, after page: String) -> String {
    let token = page.split(separator: "name=\"_token\" value=\"").last?.prefix { $0 != "\"" } ?? ""
    var fields = [
      ("_token", String(token)), ("name", "Rådet"), ("legalBasis", "local_decision"),
      ("termStart", "2026-08-01"),
    ]
    for (index, seat) in seats.enumerated() {
      for (name, value) in seat {
        switch value {
        case .text(let text): fields.append(("seats.\(index).\(name)", text))
        default: fields.append(("seats.\(index).\(name)", "true"))
        }
      }
    }
    for index in seats.count..<(seats.count + unused) {
      fields += [
        ("seats.\(index).group", "ansatt"), ("seats.\(index).name", " "),
        ("seats.\(index).email", ""),
      ]
    }
    return SchoolCouncil.form(fields)
  }
}

extension String {
  fileprivate func replacingRule(_ code: String) -> String {
    split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/\(code)"
  }
}
