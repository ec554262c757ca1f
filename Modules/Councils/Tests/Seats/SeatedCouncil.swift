import Kernel
import TestKit
import UseCases
import Web

@testable import Councils

/// A school's council in its first year, for tests of what happens to its seats.
final class SeatedCouncil {
  let kommune: TestKit.Kommune
  let secretary: Actor
  private(set) var details: CouncilDetails

  init(_ engine: Engine) throws {
    kommune = try TestKit.Kommune(on: engine)
    kommune.now = try Instant(rfc3339: "2026-10-01T10:00:00Z").orNotFound()
    secretary = try kommune.secretary()
    details = try kommune.run(
      ConstituteCouncil.self, as: secretary, SchoolCouncil.request(try kommune.school()))
  }

  /// A council by the rules of a real kommune.
  init(_ real: RealKommune, _ details: CouncilDetails) throws {
    kommune = real.kommune
    secretary = try kommune.secretary()
    self.details = details
  }

  func seat(_ name: String) throws -> Seat {
    try details.seats.first { $0.name == name }.orNotFound()
  }

  /// Does something to the council, as the secretary unless another is named.
  @discardableResult
  func change<Action: UseCase & Readable>(
    _ action: Action.Type, _ values: [String: Value], as actor: Actor? = nil, version: Int? = nil
  ) throws -> CouncilDetails where Action.Outcome == CouncilDetails {
    let frame: [String: Value] = [
      "council": .text("\(details.id)"), "version": .number(version ?? details.version),
    ]
    details = try kommune.run(action, as: actor ?? secretary, frame.merging(values) { $1 })
    return details
  }

  @discardableResult
  func leave(
    _ name: String, on day: String = "2026-10-31", because reason: String = "own_wish"
  ) throws -> CouncilDetails {
    try change(
      LeaveSeat.self,
      ["seat": .text("\(seat(name).id)"), "lastDay": .text(day), "reason": .text(reason)])
  }

  /// The council as it is read later.
  func reread(on day: String) throws -> CouncilDetails {
    kommune.now = try Instant(rfc3339: "\(day)T10:00:00Z").orNotFound()
    details = try kommune.run(
      ReadCouncil.self, as: secretary, ["council": .text("\(details.id)")])
    return details
  }
}
