import Councils
import Identity
import Kernel
import Tenancy
import UseCases
import Web

/// A council of the demo, from the day it is constituted.
final class CouncilPlay {
  let story: CouncilStory
  let unit: ServiceUnit
  let secretary: Actor
  let unitLeader: Actor
  /// Its place among the kommune's councils, which makes each a little different.
  let number: Int
  private let cast: Cast
  private let kommune: KommuneStory
  /// Whether its members have personal deputies.
  var hasDeputies: Bool { kommune.hasDeputies }
  /// Its id while it is being elected.
  var forming: ID<Council>?
  private var constituted: CouncilDetails?

  init(
    _ story: CouncilStory, _ kommune: KommuneStory, number: Int, unit: ServiceUnit, cast: Cast,
    unitLeader: Actor, secretary: Actor
  ) {
    self.story = story
    self.kommune = kommune
    self.number = number
    self.unit = unit
    self.cast = cast
    self.unitLeader = unitLeader
    self.secretary = secretary
  }

  /// Constitutes it under the rules of the kommune.
  func constitute(on stage: borrowing Stage, at time: Instant, termStart: Day) throws {
    constituted = try stage.perform(
      ConstituteCouncil.self, by: secretary, at: time,
      [
        "unit": .text("\(unit.id)"), "ruleSet": .text(try ruleSet(on: stage, at: time)),
        "termStart": .text("\(termStart)"), "deviations": .list(deviations),
        "seats": .list(
          people.enumerated().map { index, person in
            .object(
              person.values.merging(["group": .text(person.group), "leader": .flag(index == 0)]) {
                $1
              })
          }),
      ])
  }

  /// Goes on with a council that was constituted in another way.
  func begin(with details: CouncilDetails) { constituted = details }

  /// The code of the rules it follows.
  ///
  /// At a school several kinds of council are possible; this is the one with these groups.
  func ruleSet(on stage: borrowing Stage, at time: Instant) throws -> String {
    try stage.perform(ListRuleSets.self, by: secretary, at: time, [:]).first { rules in
      rules.unitTypes.contains(unit.type)
        && cast.seats.allSatisfy { place in rules.groups.contains { $0.code == place.group } }
    }.orNotFound().code
  }

  /// Those who sit in it, its leader first, as a form has them.
  var people: [(group: String, name: String, values: [String: Value])] {
    cast.seats.map { ($0.group, $0.holder, values($0.group, $0.holder, $0.deputy)) }
      + cast.staff.enumerated().map { index, name in
        let field = fields[(number + index) % fields.count]
        return ("ansatt", name, values("ansatt", name, nil, with: field))
      }
  }

  /// The members go through their role and duties together (R005).
  func train(on stage: borrowing Stage, at time: Instant) throws {
    let details = try constituted.orNotFound()
    try stage.perform(
      RecordTraining.self, by: secretary, at: time,
      [
        "council": .text("\(details.id)"), "kind": "role_and_duties",
        "heldOn": .text("\(OsloTime(time).day)"),
        "people": .list(details.seats.filter(\.votes).map { .text("\($0.person)") }),
      ])
  }

  /// The member who was seated last leaves before the term ends (R135).
  func leave(
    on stage: borrowing Stage, at time: Instant, lastDay: Day,
    because reason: LeavingReason = .noLongerUser
  ) throws {
    let details = try constituted.orNotFound()
    let seat = try seats().last.orNotFound()
    constituted = try stage.perform(
      LeaveSeat.self, by: secretary, at: time,
      [
        "council": .text("\(details.id)"), "seat": .text("\(seat.id)"),
        "lastDay": .text("\(lastDay)"), "reason": .text(reason.rawValue),
        "version": .number(details.version),
      ])
  }

  /// Goes on with those who sit in it now.
  func lookAgain(on stage: borrowing Stage, at time: Instant) throws {
    constituted = try stage.perform(
      ReadCouncil.self, by: secretary, at: time, ["council": .text("\(try id())")])
  }

  private var deviations: [Value] {
    story.deviations.map { field, value in
      .object([
        "field": .text(field), "value": .text(value), "reason": .text(story.reason),
        "decidedBy": "rektor og FAU",
      ])
    }
  }

  private func values(
    _ group: String, _ name: String, _ deputy: String?, with staffField: StaffField? = nil
  ) -> [String: Value] {
    var fields: [String: Value] = ["name": .text(name), "email": .text(kommune.email(of: name))]
    if group == "organisasjon" {
      fields["organisation"] = .text(Self.organisations[number % Self.organisations.count])
    }
    if let staffField { fields["staffField"] = .text(staffField.rawValue) }
    if let deputy {
      fields["deputyName"] = .text(deputy)
      fields["deputyEmail"] = .text(kommune.email(of: deputy))
    }
    return fields
  }

  /// What the staff of such a unit work with (R066).
  private var fields: [StaffField] {
    switch unit.type {
    case .school: [.teaching, .planning]
    case .kindergarten: [.kindergarten, .teaching]
    case .homeCare: [.homeHelp, .nursing]
    default: [.nursing, .homeHelp, .economy]
    }
  }

  /// Organisations of the demo, which there are none of by these names (R014).
  private static let organisations = [
    "Demenslaget Fyrlykta", "Pensjonistlaget Kveldssol", "Slagforeningen Nye Steg",
  ]

  func id() throws -> ID<Council> { try constituted.orNotFound().id }

  /// The seats of user representatives.
  func seats() throws -> [Seat] { try constituted.orNotFound().seats.filter(\.votes) }

  func staff() throws -> [Seat] { try constituted.orNotFound().seats.filter { !$0.votes } }

  func leader() throws -> Actor {
    try seats().first { $0.isLeader }.orNotFound().actor
  }
}

extension Seat {
  /// Whoever holds it.
  var member: Member { Member(id: person, name: name, grants: []) }

  var actor: Actor { .member(member) }

  /// The personal deputy, if it has one.
  var deputyMember: Member? {
    deputy.map { Member(id: $0, name: deputyName ?? "", grants: []) }
  }
}
