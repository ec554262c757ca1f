import Councils
import Database
import Gateway
import Identity
import Kernel
import TestKit
import Tenancy
import UseCases
import Web

@testable import Meetings

/// A council's year in one kommune: a record of every kind, and meetings at every step of the way.
///
/// Both kommuner play it, each in its own mark.
final class Scenario {
  static let start = Instant(day(2026, 8, 17), hour: 8)
  static let password = "riktig hest batteri stift"

  private let kommune: TestKit.Kommune
  private let mark: Mark

  init(in kommune: TestKit.Kommune, _ mark: Mark) {
    self.kommune = kommune
    self.mark = mark
  }

  /// Plays it all.
  func play() throws -> Cast {
    try markWhatCameWithTheKommune()
    try RuleSteps(in: kommune, mark).play()
    let secretary = try add(.secretary)
    let units = try addUnits()
    for role in Role.allCases where !Self.seated.contains(role) { try add(role, in: units[0]) }
    let details = try constitute(units[0], by: secretary)
    let other = try constitute(units[1], by: secretary, people: "annet-")
    try welcomeMembers(of: details, by: secretary)
    try changeSeats(of: other, by: secretary)
    try constituteWithDeputiesInCommon(units[1], by: secretary)
    try RegisterSteps(in: kommune, mark, by: secretary).play(
      from: constitute(units[1], by: secretary, people: "forrige-", named: "\(mark.text) forrige"),
      to: details)
    for stage in MeetingStage.allCases {
      try MeetingSteps(in: kommune, mark, of: details.id, by: secretary).play(until: stage)
    }
    let elections = try ElectionSteps(in: kommune, mark, by: secretary)
    try elections.playOpen(to: details.id)
    try elections.playFurther(to: other.id)
    try elections.playForming(at: units[2])
    try leaveWhatOnlyTheGatewayWrites()
    try doEveryJob()
    let interest = try elections.registerInterest(in: other.id)
    try kommune.run(DemandOneTimeCodes.self, ["demandedOf": "nobody"])
    let cast = try Cast(in: kommune, mark, secretary, interest: interest)
    try IssuerOfKommune(mark).add(to: kommune, for: kommune.person(mark.email("forelder1")))
    try kommune.sql("UPDATE notices_letter SET subject = \("\(mark.text) ") || subject")
    return cast
  }

  /// What happens by itself, at a time when all of it is due.
  private func doEveryJob() throws {
    kommune.now = Instant(day(2028, 7, 25), hour: 8)
    for job in Composition().jobs { try kommune.work { try job.perform(in: $0) } }
    kommune.now = Self.start
  }

  /// What the gateway remembers of requests; it makes ids of its own, which carry no mark.
  private func leaveWhatOnlyTheGatewayWrites() throws {
    let text = mark.text
    let later = Self.start.adding(days: 1)
    let person = try kommune.person(mark.email("annet-forelder0")).member.orNotFound().id
    for statement: SQL in [
      """
      INSERT INTO web_receipt (key, request, status, headers, body, created_at)
      VALUES (\(text), \(text), 200, \(text), \(text), \(Self.start))
      """,
      """
      INSERT INTO identity_throttle (key, tries, open_at, forgotten_at)
      VALUES (\(text), 1, \(later), \(later))
      """,
      """
      INSERT INTO identity_device (mark_hash, person_id, expires_at)
      VALUES (\(text), \(person), \(later))
      """,
    ] { try kommune.sql(statement) }
  }

  /// Roles that a seat gives, and the visitor's, which nobody gives.
  static let seated: Set<Role> = [
    .visitor, .userRepresentative, .personalDeputy, .councilLeader, .staffParticipant,
  ]

  /// The words and rules of the preset and the first administrator's name, which no use case changes.
  private func markWhatCameWithTheKommune() throws {
    let text = "\(mark.text) "
    try kommune.sql("UPDATE identity_person SET name = \(text) || name")
    try kommune.sql("UPDATE tenancy_word SET nb = \(text) || nb, nn = \(text) || nn")
    try kommune.sql("UPDATE tenancy_user_group SET nb = \(text) || nb, nn = \(text) || nn")
    try kommune.sql("UPDATE tenancy_service_area SET nb = \(text) || nb, nn = \(text) || nn")
    let decision = RuleDecision(
      validFrom: Self.start.day, decidedBy: text, decidedOn: nil, documentLink: nil)
    let rules = try kommune.work(as: .host, .read) { try RuleSets.all(in: $0) }
    try Store(kommune.location).transaction(of: kommune.tenant.id) { transaction in
      for rules in rules { try RuleSets.save(marked(rules), decision, in: transaction) }
    }
  }

  /// The next version of rules, with the mark in every text.
  private func marked(_ rules: RuleSet) -> RuleSet {
    func marked(_ words: Text) -> Text {
      Text(nb: "\(mark.text) \(words.nb)", nn: "\(mark.text) \(words.nn)")
    }
    var next = rules
    next.version += 1
    next.name = marked(rules.name)
    next.legalReference = mark.text
    (next.purpose, next.purposeNn) = (mark.text, mark.text)
    next.chairFrom = mark.text
    next.groups = rules.groups.map { group in
      SeatGroup(
        group.code, marked(group.name), group.kind, group.number, votes: group.votes,
        by: group.chosenBy, called: marked(group.electors), for: group.userGroup)
    }
    return next
  }

  /// Somebody with a role: in the unit where it is held in one, or else in the whole kommune.
  @discardableResult
  private func add(_ role: Role, in unit: ServiceUnit? = nil) throws -> Actor {
    let name = "\(mark.text) \(role.rawValue)"
    if role == .unitLeader, let unit {
      return try kommune.addPerson(name, mark.email(role.rawValue), role, in: unit.id)
    }
    return try kommune.addPerson(name, mark.email(role.rawValue), role)
  }

  private func addUnits() throws -> [ServiceUnit] {
    let names = ["Aasen", "Berg", "Charlottenlund"] + (mark == .b ? ["Dalgård"] : [])
    let numbers = mark == .a ? ["974000008", "974000261"] : ["974000393", "974000520"]
    let lines = names.enumerated().map { index, name in
      let number = index < numbers.count ? numbers[index] : ""
      return "skole,\(mark.text) \(name),\(mark.text) bydel,\(number),skole"
    }
    let units = try kommune.addUnits(lines.joined(separator: "\n"))
    return units.sorted { $0.name < $1.name }
  }

  private func constitute(
    _ unit: ServiceUnit, by secretary: Actor, people: String = "", named name: String? = nil
  ) throws -> CouncilDetails {
    try kommune.run(
      ConstituteCouncil.self, as: secretary,
      [
        "unit": .text("\(unit.id)"), "termStart": "2026-08-01",
        "name": name.map { .text($0) } ?? .null,
        "seats": Self.seats(people, mark), "deviations": Self.deviations(mark),
      ])
  }

  /// New members are told, trained and asked for a promise, which one of them gives.
  private func welcomeMembers(of council: CouncilDetails, by secretary: Actor) throws {
    let text = Value.text("\(mark.text) er glad for deg")
    try kommune.run(ChangeWelcome.self, ["body": text, "version": .number(0)])
    try kommune.run(
      DemandConfidentiality.self,
      ["body": text, "decidedBy": .text("\(mark.text) bystyret"), "version": .number(0)])
    let member = try council.seats.first.orNotFound()
    let actor = Actor.member(Member(id: member.person, name: member.name, grants: []))
    try kommune.run(SignDeclaration.self, as: actor, ["textVersion": .number(1)])
    try kommune.run(
      RecordTraining.self, as: secretary,
      [
        "council": .text("\(council.id)"), "kind": "forum",
        "heldOn": .text("\(Self.start.day)"), "people": [.text("\(member.person)")],
      ])
  }

  /// One leaves whose deputy takes over, and one whose seat stands vacant.
  private func changeSeats(of council: CouncilDetails, by secretary: Actor) throws {
    for (version, group) in ["elev", "ansatt"].enumerated() {
      let seat = try council.seats.first { $0.group == group }.orNotFound()
      try kommune.run(
        LeaveSeat.self, as: secretary,
        [
          "council": .text("\(council.id)"), "seat": .text("\(seat.id)"), "reason": "other",
          "lastDay": .text("\(Self.start.day.adding(days: -1))"),
          "version": .number(council.version + version),
        ])
    }
  }

  private func constituteWithDeputiesInCommon(
    _ unit: ServiceUnit, by secretary: Actor
  ) throws {
    let rule: Value = [
      "field": "deputies", "value": "numbered", "reason": .text("\(mark.text) vil ha det slik"),
      "decidedBy": .text("\(mark.text) FAU"),
    ]
    let council = try kommune.run(
      ConstituteCouncil.self, as: secretary,
      [
        "unit": .text("\(unit.id)"), "termStart": "2026-08-01",
        "name": .text("\(mark.text) råd med vara i felles"),
        "seats": Self.seats("tredje-", mark, hasDeputies: false), "deviations": .list([rule]),
        "deputies": Self.deputies("tredje-", mark),
      ])
    try RuleSteps(in: kommune, mark).deviate(council, by: secretary)
  }

  /// Somebody who stands in for a whole council.
  static func deputies(_ prefix: String, _ mark: Mark) -> Value {
    [
      [
        "name": .text("\(mark.text) felles vara"), "email": .text(mark.email("\(prefix)felles")),
      ]
    ]
  }

  /// A rule that the council set aside, which changes nothing of who may sit there.
  static func deviations(_ mark: Mark) -> Value {
    .list([
      .object([
        "field": "meetingsPerYear", "value": "9",
        "reason": .text("\(mark.text) har alltid møttes ofte"),
        "decidedBy": .text("\(mark.text) FAU"),
      ])
    ])
  }

  /// The rules for schools with every answer as they have it, the kommune's mark in their texts.
  static func rules(_ mark: Mark) -> [String: Value] {
    guard var rules = RuleLibrary.all.first(where: { $0.code == "trondheim-skole" }) else {
      return [:]
    }
    rules.name = Text(same: "\(mark.text) skoleråd")
    rules.legalReference = mark.text
    (rules.purpose, rules.purposeNn) = (mark.text, mark.text)
    let fields = (try? rules.request(from: "\(start.day)")) ?? [:]
    // Which rule set, and which version of it, the sweep finds.
    return fields.filter { !["ruleSet", "version", "validFrom", "decidedBy"].contains($0.key) }
  }

  /// Two parents, three pupils and one of the staff, as the rules for schools have it.
  static func seats(_ prefix: String, _ mark: Mark, hasDeputies: Bool = true) -> Value {
    let groups = [("forelder", 2), ("elev", 3), ("ansatt", 1)]
    return .list(
      groups.flatMap { group, count in
        (0..<count).map { number in
          let name = "\(prefix)\(group)\(number)"
          var seat: [String: Value] = [
            "group": .text(group), "name": .text("\(mark.text) \(name)"),
            "email": .text(mark.email(name)), "leader": .flag(name == "\(prefix)forelder0"),
          ]
          if group != "ansatt", hasDeputies {
            seat["organisation"] = .text("\(mark.text) foreldreforening")
            seat["deputyName"] = .text("\(mark.text) vara \(name)")
            seat["deputyEmail"] = .text(mark.email("vara-\(name)"))
          }
          return .object(seat)
        }
      })
  }
}

extension Mark {
  /// An address of one of the kommune's people.
  func email(_ name: String) -> String { "\(name)@\(address).example" }
}
