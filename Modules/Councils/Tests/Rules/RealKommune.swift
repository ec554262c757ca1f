import Database
import Kernel
import TestKit
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// Builds a council from nothing but the rules of a real kommune, through the same use case as anybody.
struct RealKommune {
  let kommune: TestKit.Kommune

  /// A kommune with these rules besides its own.
  init(_ engine: Engine, _ rules: RuleSet...) throws {
    kommune = try TestKit.Kommune(on: engine, preset: "ringebu")
    try Store(kommune.location).transaction(of: kommune.tenant.id) { transaction in
      for rules in rules { try RuleSets.add(rules, in: transaction) }
    }
  }

  /// The rules as the database gives them back.
  func rules(_ code: String) throws -> RuleSet {
    try kommune.work(as: .host, .read) { try RuleSets.find(code, in: $0).orNotFound() }
  }

  /// Constitutes a council with so many members in each group, at a unit of the rules' first kind.
  @discardableResult
  func constitute(_ code: String, _ counts: KeyValuePairs<String, Int>) throws -> CouncilDetails {
    let rules = try rules(code)
    let type = try rules.unitTypes.first.orNotFound()
    let unit = try kommune.addUnits("\(type.text.nb),Stedet,Byen,,helse-og-omsorg").first
    let seats = counts.flatMap { group, count in (0..<count).map { (group, $0) } }
    let leader = seats.firstIndex { group, _ in rules.votes(group) }
    let proposals = seats.enumerated().map { place, seat in
      Self.seat(
        seat.0, place, isLeader: place == leader && rules.chair != .unitLeader,
        hasDeputy: rules.hasDeputyForEachSeat && rules.votes(seat.0),
        organisation: rules.hasOnePerOrganisation(seat.0) ? "Organisasjon \(seat.1)" : nil)
    }
    var request: [String: Value] = ["ruleSet": .text(code), "name": .text(rules.name.nb)]
    if rules.hasCommonDeputies {
      request["deputies"] = [["name": "Vara", "email": "vara@example.org"]]
    }
    return try kommune.run(
      ConstituteCouncil.self, SchoolCouncil.request(unit.orNotFound(), proposals, request))
  }

  private static func seat(
    _ group: String, _ place: Int, isLeader: Bool, hasDeputy: Bool, organisation: String?
  ) -> [String: Value] {
    var seat: [String: Value] = [
      "group": .text(group), "name": .text("Medlem \(place)"),
      "email": .text("medlem\(place)@example.org"), "leader": .flag(isLeader),
    ]
    if let organisation { seat["organisation"] = .text(organisation) }
    if hasDeputy {
      seat["deputyName"] = .text("Vara \(place)")
      seat["deputyEmail"] = .text("vara\(place)@example.org")
    }
    return seat
  }

  /// What is wrong with such a council.
  func faults(_ code: String, _ counts: KeyValuePairs<String, Int>) throws -> [CompositionFault] {
    do {
      try constitute(code, counts)
      return []
    } catch ConstituteCouncil.Refusal.compositionBreaksTheRule(let faults) {
      return faults
    }
  }
}

extension RuleSet {
  fileprivate func votes(_ group: String) -> Bool {
    groups.contains { $0.code == group && $0.votes }
  }

  fileprivate func hasOnePerOrganisation(_ code: String) -> Bool {
    groups.contains { group in
      if case .onePerOrganisation = group.number { group.code == code } else { false }
    }
  }
}
