import Database
import Kernel
import TestKit
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// A council that is being formed at one unit, and its elections step by step.
final class ElectionPlay {
  let kommune: TestKit.Kommune
  let unit: ServiceUnit
  let secretary: Actor
  /// Another one, who confirms.
  let administrator: Actor
  let council: Council

  /// Calls elections to a new council at a unit, under its rules or what becomes of them.
  init(
    on engine: Engine, unit line: String = "skole,Solbakken skole,Østbyen,,skole",
    _ groups: KeyValuePairs<String, Int> = ["forelder": 2, "elev": 3, "ansatt": 1],
    changing: ((inout RuleSet) -> Void)? = nil
  ) throws {
    kommune = try TestKit.Kommune(on: engine)
    unit = try kommune.addUnits(line).first.orNotFound()
    if let changing { try Self.change(kommune, unit, changing) }
    secretary = try kommune.secretary()
    administrator = try kommune.addPerson("Atle Admin", "atle@example.org", .administrator)
    council = try kommune.run(
      FormCouncil.self, as: secretary, Self.request(unit, groups, from: kommune.now))
    kommune.now = kommune.now.adding(days: 21)
  }

  /// Decides the next version of the rules for its unit.
  func change(_ changing: (inout RuleSet) -> Void) throws {
    try Self.change(kommune, unit, changing)
  }

  private static func change(
    _ kommune: TestKit.Kommune, _ unit: ServiceUnit, _ changing: (inout RuleSet) -> Void
  ) throws {
    var rules = try kommune.work(as: .host, .read) { work in
      try RuleSets.all(in: work).first { $0.unitTypes.contains(unit.type) }.orNotFound()
    }
    rules.version += 1
    changing(&rules)
    let decision = RuleDecision(
      validFrom: OsloTime(kommune.now).day, decidedBy: "bystyret", decidedOn: nil,
      documentLink: nil)
    try Store(kommune.location).transaction(of: kommune.tenant.id) { transaction in
      try RuleSets.save(rules, decision, in: transaction)
    }
  }

  static func request(
    _ unit: ServiceUnit, _ groups: KeyValuePairs<String, Int>, from now: Instant
  ) -> [String: Value] {
    let today = OsloTime(now).day
    return [
      "unit": .text("\(unit.id)"), "termStart": .text("\(today.adding(days: 42))"),
      "groups": .list(
        groups.map { group, places in
          .object([
            "group": .text(group), "places": .number(places),
            "nominateUntil": .text("\(today.adding(days: 21))"),
            "heldOn": .text("\(today.adding(days: 21))"),
          ])
        }),
    ]
  }

  var today: Day { OsloTime(kommune.now).day }

  /// The latest election to a group, as it stands.
  func election(_ group: String) throws -> Election {
    try kommune.run(ListElections.self, as: secretary, ["council": .text("\(council.id)")])
      .elections.data.filter { $0.group == group }.max { $0.id < $1.id }.orNotFound()
  }

  func details(_ group: String, as actor: Actor? = nil) throws -> ElectionDetails {
    try kommune.run(
      ReadElection.self, as: actor ?? secretary, ["election": .text("\(election(group).id)")])
  }

  /// What every step names.
  func at(_ group: String, _ more: [String: Value] = [:]) throws -> [String: Value] {
    let election = try election(group)
    return more.merging([
      "election": .text("\(election.id)"), "version": .number(election.version),
    ]) { $1 }
  }

  /// A call to a group, in two weeks.
  func call(_ group: String, _ more: [String: Value] = [:]) -> [String: Value] {
    let values: [String: Value] = [
      "council": .text("\(council.id)"), "group": .text(group), "places": 1,
      "nominateUntil": .text("\(today.adding(days: 7))"),
      "heldOn": .text("\(today.adding(days: 14))"),
      "termStart": .text("\(today.adding(days: 30))"),
    ]
    return values.merging(more) { $1 }
  }

  @discardableResult
  func nominate(
    _ name: String, to group: String, deputy: Bool = false, _ more: [String: Value] = [:]
  ) throws -> ElectionCandidate {
    var values: [String: Value] = [
      "election": .text("\(try election(group).id)"), "name": .text(name),
      "email": .text(Self.email(name)), "willing": true,
    ]
    if deputy {
      values["deputyName"] = .text("Vara \(name)")
      values["deputyEmail"] = .text(Self.email("Vara \(name)"))
    }
    return try kommune.run(NominateCandidate.self, as: secretary, values.merging(more) { $1 })
  }

  static func email(_ name: String) -> String {
    name.lowercased().map { $0 == " " ? "." : "\($0)" }.joined() + "@example.org"
  }

  /// The votes of those who stand, by name.
  func votes(_ group: String, _ counts: KeyValuePairs<String, Int>) throws -> Value {
    let candidates = try details(group).candidates
    return .list(
      try counts.map { name, votes in
        let candidate = try candidates.first { $0.name == name }.orNotFound()
        return .object(["candidate": .text("\(candidate.id)"), "votes": .number(votes)])
      })
  }

  @discardableResult
  func count(
    _ group: String, electors: Int = 12, ballots: Int = 10, _ counts: KeyValuePairs<String, Int>,
    by actor: Actor? = nil
  ) throws -> Election {
    try kommune.run(
      EnterCount.self, as: actor ?? secretary,
      at(
        group,
        [
          "electors": .number(electors), "ballots": .number(ballots),
          "votes": try votes(group, counts),
        ]))
  }

  @discardableResult
  func confirm(
    _ group: String, by actor: Actor? = nil, _ more: [String: Value] = [:]
  ) throws -> Election {
    try kommune.run(ConfirmCount.self, as: actor ?? administrator, at(group, more))
  }

  @discardableResult
  func answer(_ name: String, in group: String, _ answer: String = "accepted") throws -> Election {
    let details = try details(group)
    let candidate = try details.candidates.first { $0.name == name }.orNotFound()
    return try kommune.run(
      AcceptElection.self, as: secretary,
      [
        "election": .text("\(details.election.id)"), "candidate": .text("\(candidate.id)"),
        "answer": .text(answer),
      ])
  }

  /// Everybody who has a place says yes.
  func acceptAll(_ group: String) throws {
    let details = try details(group)
    for id in details.members + details.deputies {
      try kommune.run(
        AcceptElection.self, as: secretary,
        [
          "election": .text("\(details.election.id)"), "candidate": .text("\(id)"),
          "answer": "accepted",
        ])
    }
  }

  /// A whole election, with a deputy for each, in which everybody is elected by all.
  func elect(_ names: String..., to group: String, deputies: Bool = true) throws {
    for name in names { try nominate(name, to: group, deputy: deputies) }
    if try election(group).kind == .elected {
      let votes = try details(group).candidates.map { candidate in
        Value.object(["candidate": .text("\(candidate.id)"), "votes": 10])
      }
      try kommune.run(
        EnterCount.self, as: secretary,
        at(group, ["electors": 12, "ballots": 10, "votes": .list(votes)]))
    }
    try confirm(group)
    try acceptAll(group)
  }

  /// What constitutes the council, led by one of the elected.
  func constitution(
    ledBy name: String? = nil, of group: String = "forelder", _ more: [String: Value] = [:]
  ) throws -> [String: Value] {
    let council = try kommune.work(as: .host, .read) { try Council.find(self.council.id, in: $0) }
    var values: [String: Value] = [
      "council": .text("\(council.id)"), "version": .number(council.version),
    ]
    if let name {
      let leader = try details(group).candidates.first { $0.name == name }.orNotFound()
      values["leader"] = .text("\(leader.id)")
    }
    return values.merging(more) { $1 }
  }

  /// The school's council, elected and at work.
  func schoolCouncil() throws -> CouncilDetails {
    try elect("Kari", "Ola", to: "forelder")
    return try restOfSchool()
  }

  /// The school's council, when the parents are elected.
  func restOfSchool() throws -> CouncilDetails {
    try elect("Ida", "Jon", "Mia", to: "elev")
    try elect("Lars", to: "ansatt", deputies: false)
    return try kommune.run(
      ConstituteElectedCouncil.self, as: secretary, constitution(ledBy: "Kari"))
  }
}
