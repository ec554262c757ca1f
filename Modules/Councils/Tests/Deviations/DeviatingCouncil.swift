import Kernel
import TestKit
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// A school's council at work since 1 August, for tests of what it does otherwise than its type.
final class DeviatingCouncil {
  let kommune: TestKit.Kommune
  let secretary: Actor
  let id: ID<Council>

  /// Two parents and three pupils vote, as the rules say; on 17 August 2026.
  init(_ engine: Engine) throws {
    kommune = try Kommune(on: engine)
    secretary = try kommune.secretary()
    id = try kommune.run(
      ConstituteCouncil.self, as: secretary, SchoolCouncil.request(try kommune.school())
    ).id
  }

  /// Trondheim's K3: two pupils, and so four who vote.
  static let twoPupils = ["groups.elev": "2", "size": "4"]
  static let fourPupils = ["groups.elev": "4", "size": "6"]

  var overview: DeviationsOverview {
    get throws {
      try kommune.run(ListDeviations.self, as: .visitor, ["council": .text("\(id)")])
    }
  }

  func values(
    _ answers: [String: String], from day: String, _ more: [String: Value] = [:]
  ) throws -> [String: Value] {
    let values: [String: Value] = [
      "council": .text("\(id)"), "version": .number(try overview.version),
      "validFrom": .text(day), "reason": "Elevrådet har bare to som kan.",
      "decidedBy": "rektor og FAU", "decidedOn": "2026-08-10",
      "deviations": .list(
        answers.sorted { $0.key < $1.key }.map {
          .object(["field": .text($0.key), "value": .text($0.value)])
        }),
    ]
    return values.merging(more) { $1 }
  }

  func action(_ answers: [String: String], from day: String) throws -> ChangeDeviations {
    var input = Input(try values(answers, from: day))
    let action = ChangeDeviations(&input)
    try input.finish()
    return action
  }

  @discardableResult
  func deviate(
    _ answers: [String: String], from day: String = "2026-08-17", _ more: [String: Value] = [:],
    as actor: Actor? = nil
  ) throws -> DeviationsOverview {
    try kommune.run(
      ChangeDeviations.self, as: actor ?? secretary, values(answers, from: day, more))
  }

  /// A pupil has left, and nobody takes over.
  func losePupil() throws {
    let council = try kommune.run(ReadCouncil.self, ["council": .text("\(id)")])
    let pupil = try council.seats.first { $0.name == "elev 2" }.orNotFound()
    try kommune.sql("UPDATE councils_seat SET term_end = '2026-08-16' WHERE id = \(pupil.id)")
  }
}
