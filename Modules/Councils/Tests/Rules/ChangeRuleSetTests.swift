import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct ChangeRuleSetTests {
  /// A request to change Trondheim's rules for schools.
  private static func request(
    from day: String = "2026-08-17", version: Int = 1, _ more: [String: Value] = [:],
    changing set: (inout RuleSet) -> Void = { $0.answerDays = 14 }
  ) throws -> [String: Value] {
    var rules = RuleSet.trondheimSchool
    set(&rules)
    return try rules.request(reading: version, from: day, more)
  }

  private static func action(_ values: [String: Value]) throws -> ChangeRuleSet {
    var input = Input(values)
    let action = ChangeRuleSet(&input)
    try input.finish()
    return action
  }

  private static func threeVote(_ rules: inout RuleSet) {
    rules.groups[1] = rules.groups[1].with(.range(1...1))
    rules.size = .oneOf([3])
  }

  @Test("A change is a version, with who decided it", arguments: Engine.available)
  func changes(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(2)

    let changed = try kommune.run(
      ChangeRuleSet.self,
      Self.request(["decidedOn": "2026-06-18", "documentLink": "sak 61/26"]))
    let history = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])

    #expect(changed.version == 2)
    #expect(history.rules.answerDays == 14)
    #expect(history.rules.groups == RuleSet.trondheimSchool.groups)
    #expect(history.versions.map(\.number) == [2, 1])
    #expect(history.versions.first?.documentLink == "sak 61/26")
    #expect(history.versions.first?.decidedOn == day(2026, 6, 18))
  }

  @Test("R043, R061: what shall be can become what may be", arguments: Engine.available)
  func optional(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    _ = try kommune.school()
    #expect(try kommune.run(ListMissingCouncils.self, as: .visitor).data.count == 1)
    try kommune.run(ChangeRuleSet.self, Self.request { $0.isMandatory = false })
    #expect(try kommune.run(ListMissingCouncils.self, as: .visitor).data.isEmpty)
  }

  @Test("R072, R092: a council of the new size is constituted", arguments: Engine.available)
  func theNextCouncilFollowsTheNewRules(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    try kommune.run(ChangeRuleSet.self, Self.request(changing: Self.threeVote))
    let council = try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(school, SchoolCouncil.seats(parents: 2, pupils: 1)))
    #expect(council.seats.count(where: \.votes) == 3)
  }

  @Test(
    "R134: a change that would make today's councils invalid is refused, and names five",
    arguments: Engine.available)
  func councilsAtWorkAreKept(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let names = try kommune.schoolsWithCouncils(7).map(\.council.name)
    let refusal = ChangeRuleSet.Refusal.councilsWouldNotFit(names.sorted())

    try kommune.expect(refusal) {
      try kommune.run(ChangeRuleSet.self, Self.request(changing: Self.threeVote))
    }
    try kommune.expect(refusal) {
      try kommune.run(
        ChangeRuleSet.self, Self.request(from: "2026-08-01", changing: Self.threeVote))
    }
    #expect(refusal.text.nb.contains("Brukerrådet ved Skole 4 og 2 til. Velg en senere dag"))
    #expect(refusal.fields.map(\.field) == ["validFrom"])
  }

  @Test("From a later day it may be, and holds from then", arguments: Engine.available)
  func fromALaterDay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.schoolsWithCouncils(1)
    try kommune.run(ChangeRuleSet.self, Self.request(from: "2026-08-18", changing: Self.threeVote))
    func size() throws -> NumberRule? {
      try kommune.run(ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"]).rules.size
    }
    #expect(try size() == .oneOf([5]))
    let page = TestClient(kommune).page("/regler/trondheim-skole").text
    #expect(page.contains("<h2>Endres fra tirsdag 18. august 2026</h2>"))
    #expect(page.contains("<td data-label=\"Før\">5</td><td data-label=\"Etter\">3</td>"))
    kommune.now = Instant(day(2026, 8, 18), hour: 8)
    #expect(try size() == .oneOf([3]))
  }

  @Test("Two versions for one day: the last one decided holds", arguments: Engine.available)
  func theSameDayTwice(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(ChangeRuleSet.self, Self.request(from: "2027-01-01"))
    try kommune.run(
      ChangeRuleSet.self, Self.request(from: "2027-01-01", version: 2) { $0.answerDays = 7 })
    kommune.now = Instant(day(2027, 1, 1), hour: 8)
    let history = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    #expect(history.rules.version == 3)
    #expect(history.rules.answerDays == 7)
  }

  @Test("What is decided for later is not brought forward", arguments: Engine.available)
  func anEarlierDay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(ChangeRuleSet.self, Self.request(from: "2027-01-01"))
    try kommune.expect(RuleDraftRefusal.laterRulesAreDecided(day(2027, 1, 1))) {
      try kommune.run(
        ChangeRuleSet.self, Self.request(from: "2026-12-31", version: 2) { $0.answerDays = 7 })
    }
    // Nor is it overlooked: whoever has read only what holds today has not read the newest.
    try kommune.expect(RuleDraftRefusal.readTheRulesToCome(2, from: day(2027, 1, 1))) {
      try kommune.run(ChangeRuleSet.self, Self.request(from: "2027-02-01") { $0.answerDays = 7 })
    }
  }

  @Test(
    "Councils put right already, or without members, are in nobody's way",
    arguments: Engine.available)
  func onlyWhatTheChangeDoes(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.schoolsWithCouncils(1)[0]
    // A pupil has left, which is no fault of the rules.
    let pupil = try #require(council.seats.first { $0.group == "elev" })
    try kommune.sql("UPDATE councils_seat SET term_end = '2026-08-15' WHERE id = \(pupil.id)")
    try kommune.run(ChangeRuleSet.self, Self.request { $0.answerDays = 7 })
    // Nor is it worse for another name.
    let renamed = try kommune.run(
      ChangeRuleSet.self,
      Self.request(version: 2, ["groups": .list([])]) { _ in }.merging(
        ["groups": try Self.groups { $0 == "elev" ? "skoleelev" : $0 }]) { $1 })
    #expect(renamed.groups[1].name.nb == "skoleelev")
    try kommune.sql("UPDATE councils_seat SET term_end = '2026-08-16'")
    try kommune.run(ChangeRuleSet.self, Self.request(version: 3, changing: Self.threeVote))
  }

  /// The school's groups with other names.
  private static func groups(named name: (String) -> String) throws -> Value {
    guard case .list(let groups) = try RuleSet.trondheimSchool.request()["groups"] else {
      return .null
    }
    return .list(
      groups.map { group in
        guard case .object(var fields) = group, case .text(let code) = fields["code"] else {
          return group
        }
        fields["name"] = .text(name(code))
        return .object(fields)
      })
  }

  @Test(
    "Whoever was chosen without a vote does not get one by a change", arguments: Engine.available)
  func votesAreKept(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let name = try kommune.schoolsWithCouncils(1)[0].council.name
    try kommune.expect(ChangeRuleSet.Refusal.councilsWouldNotFit([name])) {
      try kommune.run(
        ChangeRuleSet.self,
        Self.request {
          $0.size = .any
          let staff = $0.groups[2]
          $0.groups[2] = SeatGroup(
            staff.code, staff.name, staff.kind, staff.number, by: staff.chosenBy)
          $0.deputies = .none
        })
    }
  }

  @Test("Only an administrator changes rules", arguments: Engine.available)
  func onlyAdministrators(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.secretary()
    for actor in [secretary, .visitor] {
      #expect(throws: AccessRefusal.self) {
        try kommune.run(Self.action(Self.request()), as: actor)
      }
      #expect(throws: AccessRefusal.self) {
        try kommune.run(PrepareRuleChange.self, as: actor, ["ruleSet": "trondheim-skole"])
      }
    }
    let ada = try kommune.addPerson("Ada", "ada@example.org", .administrator)
    try kommune.run(Self.action(Self.request()), as: ada)
  }

  @Test("A rule set nobody has is not found", arguments: Engine.available)
  func unknown(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(ChangeRuleSet.self, Self.request(["ruleSet": "ukjent"]))
    }
  }

  @Test("Of two who change at once, one is told", arguments: Engine.available)
  func twoAtOnce(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let (one, other) = (
      try Self.action(Self.request()), try Self.action(Self.request { $0.answerDays = 7 })
    )
    #expect(try kommune.overlap((one, .host), (other, .host)) == "record-has-changed")
    let rules = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"]
    ).rules
    #expect(rules.answerDays == 14)
  }

  @Test("The number of statements does not grow with the councils", arguments: Engine.available)
  func statements(_ engine: Engine) throws {
    func count(_ councils: Int) throws -> Int {
      let kommune = try Kommune(on: engine)
      try kommune.schoolsWithCouncils(councils)
      return try kommune.countStatements {
        try kommune.run(PreviewRuleChange.self, Self.request(changing: Self.threeVote))
      }
    }
    #expect(try count(1) == count(4))
  }

  @Test(
    "The API asks for the version, as the rule set's own address gives it",
    arguments: Engine.available)
  func theAPI(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let token = try kommune.run(
      CreateToken.self, ["name": "Regelverk", "role": "kommune_administrator"])
    let client = TestClient(kommune)
    client.token = token.secret
    var body = try Self.request()
    body["version"] = nil
    body["ruleSet"] = nil
    let json = Value.object(body).text
    let path = "/rule-sets/trondheim-skole"

    #expect(client.api(.put, path, json).status == 428)
    #expect(client.api(.put, path, json, headers: ["If-Match": "\"7\""]).status == 412)
    let tag = try #require(client.api(.get, path).headers["ETag"])
    let preview = client.api(.post, "\(path)/preview", json, headers: ["If-Match": tag])
    #expect(preview.status == 200)
    #expect(preview.text.contains("\"field\":\"answerDays\""))
    let saved = client.api(.put, path, json, headers: ["If-Match": tag])
    #expect(saved.status == 200)
    #expect(saved.headers["ETag"] == "\"2\"")
  }
}

extension Value {
  /// As JSON.
  fileprivate var text: String {
    switch self {
    case .null, .file: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .text(let text):
      "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))\""
    case .list(let items): "[\(items.map(\.text).joined(separator: ","))]"
    case .object(let fields):
      "{\(fields.map { "\"\($0)\":\($1.text)" }.joined(separator: ","))}"
    }
  }
}
