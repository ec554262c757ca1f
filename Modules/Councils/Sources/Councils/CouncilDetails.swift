import Kernel
import Tenancy
import UseCases
import Web

/// A council with its unit, its rules and those who sit in it.
package struct CouncilDetails: JSONRecord, Versioned {
  package let council: Council
  package let unit: ServiceUnit
  /// The rules of its type, with its own deviations.
  package var rules: RuleSet { followed.rules }
  let followed: FollowedRules
  /// What it has been, the newest first.
  let history: [StatusChange]
  /// The seats of the term that holds today, or of the first one when it has not begun.
  package internal(set) var seats: [Seat]
  /// Those who stand in for any of the council, in their order.
  package internal(set) var deputies: [CouncilDeputy]
  /// What the kommune calls the leader of a unit.
  let unitLeader: Text
  let duty: DutyHolder?
  /// The kommune's own page about councils of its type.
  let infoLink: WebLink?

  /// The council's id.
  package var id: ID<Council> { council.id }
  package var version: Int { council.version }

  /// Whether whoever asked keeps its seats.
  var maySeat = false
  /// The groups it looks for somebody to, for its page.
  var sought: [SeatGroup] = []
  /// The term that ends soon with nobody chosen for the time after, for its page.
  var ending: EndingTerm?

  /// What the council lacks or has too much of by its rules, as it sits on that day; nothing of one
  /// that is not at work.
  var faults: [CompositionFault] { council.status == .constituted ? lacks : [] }

  /// The same, for those who fill it before it goes to work again.
  var lacks: [CompositionFault] {
    Composition(seats.map(\.placed), deputies: deputies.map(\.placed), under: rules).faults
  }

  package static let shape = Shape<CouncilDetails>(
    "Council",
    [
      Field("id", "The council's id.") { $0.id },
      Field("name", "Its name.") { $0.council.name },
      Field("unit", "The id of the unit it advises.") { $0.unit.id },
      Field("unitName", "The unit's name.") { $0.unit.name },
      Field("unitType", "What kind of unit it is.") { $0.unit.type },
      Field("area", "The unit's neighbourhood or zone.") { $0.unit.area },
      Field("serviceArea", "The code of the unit's service area.") { $0.unit.serviceArea },
      Field("ruleSet", "The code of the rule set it follows.") { $0.rules.code },
      Field("ruleSetName", "What the rule set is called, in bokmål.") { $0.rules.name.nb },
      Field("userGroups", "The codes of the user groups that its members speak for.") {
        $0.rules.userGroups.map(\.code)
      },
      Field(
        "purpose", "What it is there to further and work for, in bokmål; null when not written."
      ) {
        $0.rules.mandate?.nb
      },
      Field("legalBasis", "The law or the decision it stands on.") { $0.council.legalBasis },
      Field("status", "Whether it is at work.") { $0.council.status },
      Field("history", "What it has been, the newest first.") { $0.history },
      Field("constitutedOn", "The first day of its first term.") { $0.council.constitutedOn },
      Field("unitLeaderTitle", "What the unit's leader is called, in bokmål.") { $0.unitLeader.nb },
      Field("dutyHolder", "Who has the duty to let the unit's users take part, or null.") {
        $0.duty
      },
      Field("infoLink", "The kommune's own page about councils of its type, or null.") {
        $0.infoLink
      },
      Field("deviations", "Where its rules are not those of its type, and why.") {
        $0.followed.deviations
      },
      Field("lapsedDeviations", "Those that its type's rules no longer have a place for.") {
        $0.followed.lapsed
      },
      Field("version", "Counts its changes, from 1.") { $0.version },
      Field("seats", "The seats with those who fill them.") { $0.seats },
      Field("deputies", "Those who stand in for any of the council, the first one first.") {
        $0.deputies
      },
      Field("faults", "Where its composition breaks its rules; nothing when it fits.") {
        $0.faults.map(\.text.en)
      },
    ])

  /// Reads everything in a constant number of statements.
  static func read(_ id: ID<Council>, in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.find(id, in: work)
    let deviations = try Deviation.all(of: id, in: work)
    let day = council.sittingDay(in: work)
    return CouncilDetails(
      council: council,
      unit: try ServiceUnit.find(council.unit, in: work),
      followed: try RuleSets.find(council.ruleSet, in: work).orNotFound().following(deviations),
      history: try StatusChange.all(of: id, in: work),
      seats: try Seat.all(of: id, on: day, in: work),
      deputies: try CouncilDeputy.all(of: id, on: day, in: work),
      unitLeader: try Words.load(in: work)[.unitLeader],
      duty: try DutyHolder.of(council.unit, in: work),
      infoLink: try InfoLink.find(council.ruleSet, in: work))
  }
}
