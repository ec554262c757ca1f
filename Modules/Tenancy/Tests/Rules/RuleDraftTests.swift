import Kernel
import TestKit
import Testing
import Web

@testable import Tenancy

/// What is sent is what is kept, and a version follows the newest one.
@Suite struct RuleDraftTests {
  private static func draft(_ values: [String: Value]) throws -> RuleDraft {
    var input = Input(values)
    let code = input.text("ruleSet")
    let draft = RuleDraft(code, &input)
    try input.finish()
    return draft
  }

  private static func problems(_ values: [String: Value]) -> [String] {
    do {
      _ = try draft(values)
      return []
    } catch { return (error as? InvalidInput)?.fields.map(\.field) ?? ["\(error)"] }
  }

  private static let newest = NewestRules(
    rules: .hadsel, validFrom: day(2026, 8, 1), lastNumber: 1)
  private static let today = day(2026, 8, 17)

  @Test("What a program has read, it can send back, whatever the kommune")
  func theLibraryComesBack() throws {
    for rules in RuleLibrary.all {
      let draft = try Self.draft(try rules.request())
      let sent = draft.rules.naming(UserGroup.usual)
      #expect(rules.changes(to: sent) == [], "\(rules.code)")
      #expect(sent.userGroups == rules.userGroups)
      #expect(draft.rules.groups.map(\.electors) == rules.groups.map(\.electors))
    }
  }

  @Test("Nothing is decided by nobody, and a term has a length")
  func whatIsAsked() throws {
    let good = try RuleSet.hadsel.request()
    #expect(Self.problems(good) == [])
    #expect(Self.problems(good.merging(["decidedBy": " "]) { $1 }) == ["decidedBy"])
    #expect(Self.problems(good.merging(["validFrom": ""]) { $1 }) == ["validFrom"])
    #expect(Self.problems(good.merging(["termYears": 0]) { $1 }) == ["termYears"])
    #expect(Self.problems(good.merging(["reasons": "never"]) { $1 }) == ["reasons"])
    #expect(Self.problems(good.merging(["size": "mange"]) { $1 }) == ["size"])
    let group: Value = [
      "code": "a", "name": "a", "nameNn": "a", "kind": "x", "number": "?", "chosenBy": "fau",
    ]
    #expect(
      Self.problems(good.merging(["groups": [group]]) { $1 }) == [
        "groups.0.kind", "groups.0.number",
      ])
  }

  @Test func theNextVersionFollowsTheNewest() throws {
    let draft = try Self.draft(try RuleSet.hadsel.request(["termYears": 4]))
    let next = try draft.next(after: Self.newest, today: Self.today, userGroups: UserGroup.usual)
    #expect(next.version == 2)
    #expect(next.termYears == 4)
    #expect(draft.decision.decidedBy == "bystyret")
  }

  @Test(
    arguments: [
      (["version": 2, "termYears": 4], "record-has-changed"),
      ([:], "nothing-is-changed"),
      (["termYears": 4, "validFrom": "2026-07-31"], "later-rules-are-decided"),
      (["termYears": 4, "validFrom": "2028-12-31"], "day-is-far-from-today"),
      (["termYears": 4, "decidedOn": "2026-08-18"], "decision-is-still-to-come"),
      (["chair": "none"], "rules-do-not-hold-together"),
    ] as [([String: Value], String)])
  func refuses(_ more: [String: Value], _ code: String) throws {
    let draft = try Self.draft(try RuleSet.hadsel.request(more))
    do {
      _ = try draft.next(after: Self.newest, today: Self.today, userGroups: UserGroup.usual)
      Issue.record("nothing was refused")
    } catch let refusal as any Refusal { #expect(refusal.code == code) }
  }

  @Test("Rows nobody used are passed over, and a fault stands beside the row it was read from")
  func emptyRows() throws {
    let empty: Value = ["code": "", "name": " ", "kind": "user", "chosenBy": "users"]
    let row: Value = [
      "code": "bruker", "name": "bruker", "nameNn": "brukar", "kind": "user", "number": "=ingen",
      "votes": "true", "chosenBy": "users",
    ]
    var input = Input(
      try RuleSet.hadsel.request(["groups": [empty, empty, row], "version": 1]).mapValues {
        if case .number(let number) = $0 { .text("\(number)") } else { $0 }
      }, lenient: true)
    let draft = RuleDraft("hadsel-brukerutvalg", &input)
    try input.finish()
    #expect(draft.rules.groups.map(\.code) == ["bruker"])
    do {
      _ = try draft.next(after: Self.newest, today: Self.today, userGroups: UserGroup.usual)
    } catch let refusal as any Refusal {
      #expect(refusal.fields.map(\.field) == ["groups.2.number"])
    }
  }

  @Test("What differs is told in words, from and to")
  func differences() throws {
    var next = RuleSet.trondheimSchool
    next.name = Text(nb: "elevens råd", nn: "rådet til elevane")
    next.unitTypes = [.school, .dayCentre]
    next.isMandatory = false
    next.groups = [
      next.groups[1].with(.range(2...2)), next.groups[2], .relatives(in: 0...1),
    ]
    next.answerDays = 14

    let changes = RuleSet.trondheimSchool.changes(to: next)

    #expect(
      changes.map(\.field) == [
        "name", "unitTypes", "isMandatory", "groups", "groups.forelder", "groups.elev",
        "groups.pårørende", "answerDays",
      ])
    #expect(changes.map(\.after.nb).contains("nei"))
    let pupils = try #require(changes.first { $0.field == "groups.elev" })
    #expect(pupils.title.nb == "Gruppen «elev»")
    #expect(pupils.before.nb.hasPrefix("elev (elever): 3, velges av elevrådet, stemmer, "))
    #expect(pupils.after.nb.hasPrefix("elev (elever): 2, velges av elevrådet, stemmer, "))
    #expect(changes.first { $0.field == "groups.forelder" }?.after.nb == "finnes ikke")
    #expect(changes.last?.before.nb == "30" && changes.last?.after.nb == "14")
  }

  @Test("R054: whom a group speaks for is on the kommune's list, and a change of it is told")
  func whomAGroupSpeaksFor() throws {
    let draft = try Self.draft(try RuleSet.hadsel.request())
    func next(_ list: [UserGroup]) throws -> RuleSet {
      try draft.next(after: Self.newest, today: Self.today, userGroups: list)
    }
    do {
      _ = try next([.pupils])
      Issue.record("nothing was refused")
    } catch let refusal as any Refusal {
      #expect(refusal.code == "rules-do-not-hold-together")
      #expect(refusal.fields.map(\.field) == ["groups.0.userGroup"])
      #expect(refusal.text.nb.contains("ingen slik brukergruppe"))
    }
    var others = RuleSet.hadsel
    others.groups = others.groups.map { $0.speaking(for: .elderly) }
    let changes = RuleSet.hadsel.changes(to: others)
    #expect(changes.map(\.field) == ["groups.bruker"])
    #expect(changes.first?.before.nb.hasSuffix(", taler for tjenestemottakere") == true)
    #expect(changes.first?.after.nn.hasSuffix(", talar for eldre") == true)
    #expect(others.changes(to: .hadsel).first?.before == changes.first?.after)
  }
}
