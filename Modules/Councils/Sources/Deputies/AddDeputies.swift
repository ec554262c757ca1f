import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Adds deputies who stand in for the whole council or for a group, after those it has (K8, K14, K25).
package struct AddDeputies: UseCase, Readable {
  let council: ID<Council>
  let deputies: [DeputyProposal]
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    deputies = input.list("deputies", "The deputies, the first one first.") {
      DeputyProposal(&$0)
    }.compactMap(\.self)
    if deputies.isEmpty { input.note("deputies", .missing) }
    version = input.version()
  }

  /// - Throws: `SeatRefusal` when the council has nobody whose term it could be, when its rules know no
  ///   such deputies, or when one of them has a place already; `UnitLeaderRefusal` for the unit's
  ///   leader.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    try council.mustNotBeDissolved()
    let today = council.sittingDay(in: work)
    let check = try CompositionCheck.of(council, from: today, in: work)
    let terms = check.sittings.map(\.days).filter { $0.contains(today) }
    guard let end = terms.map(\.upperBound).max() else {
      throw SeatRefusal.firstDayIsOutsideTheTerm
    }
    let placed = try deputies.map { try $0.placed(in: work) }
    try check.mustAllow(check.adding([], deputies: placed, on: today...end))
    let present = try CouncilDeputy.all(of: council.id, on: today, in: work)
    try CouncilDeputy.add(
      deputies, to: council.id, after: present.map(\.number).max() ?? 0, from: today, until: end,
      in: work)
    try UnitLeader.mustNotRepresentUsers(of: council.id, council.unit, in: work)
    try work.record("deputies-added", council.id, ["deputies": "\(deputies.count)"])
    return try CouncilDetails.read(council.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/deputies", page: CouncilsPaths.deputies,
    form: CouncilsPaths.seats, "Add deputies for the whole council.",
    done: Text(nb: "Varaene er lagret.", nn: "Varaene er lagra."))
}
