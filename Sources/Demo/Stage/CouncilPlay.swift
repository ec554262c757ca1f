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
    let members = cast.seats.enumerated().map { index, place in
      seat(place.group, place.holder, place.deputy, isLeader: index == 0)
    }
    let staff = cast.staff.enumerated().map { index, name in
      seat("ansatt", name, nil, isLeader: false, with: fields[(number + index) % fields.count])
    }
    // At a school several kinds of council are possible; this is the one with these groups.
    let rules = try stage.perform(ListRuleSets.self, by: secretary, at: time, [:]).first { rules in
      rules.unitTypes.contains(unit.type)
        && cast.seats.allSatisfy { place in rules.groups.contains { $0.code == place.group } }
    }
    constituted = try stage.perform(
      ConstituteCouncil.self, by: secretary, at: time,
      [
        "unit": .text("\(unit.id)"), "ruleSet": .text(try rules.orNotFound().code),
        "termStart": .text("\(termStart)"),
        "seats": .list(members + staff), "deviations": .list(deviations),
      ])
  }

  private var deviations: [Value] {
    story.deviations.map { field, value in
      .object([
        "field": .text(field), "value": .text(value), "reason": .text(story.reason),
        "decidedBy": "rektor og FAU",
      ])
    }
  }

  private func seat(
    _ group: String, _ name: String, _ deputy: String?, isLeader: Bool,
    with staffField: StaffField? = nil
  ) -> Value {
    var fields: [String: Value] = [
      "group": .text(group), "name": .text(name), "email": .text(kommune.email(of: name)),
      "leader": .flag(isLeader),
    ]
    if group == "organisasjon" {
      fields["organisation"] = .text(Self.organisations[number % Self.organisations.count])
    }
    if let staffField { fields["staffField"] = .text(staffField.rawValue) }
    if let deputy {
      fields["deputyName"] = .text(deputy)
      fields["deputyEmail"] = .text(kommune.email(of: deputy))
    }
    return .object(fields)
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
