import Councils
import Kernel
import UseCases
import Web

/// A resolution in the kommune's ledger, with the name of the council that gave the advice.
package struct ResolutionLine: JSONRecord {
  package let resolution: Resolution
  package let councilName: String

  package static var shape: Shape<ResolutionLine> {
    Shape("ResolutionLine", [
      Field("councilName", "The council's name.") { $0.councilName },
      Field("resolution", "The resolution.") { $0.resolution },
    ])
  }

  static func all(
    _ resolutions: [Resolution], in work: borrowing Work
  ) throws -> [ResolutionLine] {
    var names: [ID<Council>: String] = [:]
    for council in Set(resolutions.map(\.council)) {
      names[council] = try Council.find(council, in: work).name
    }
    return resolutions.map { ResolutionLine(resolution: $0, councilName: names[$0.council] ?? "") }
  }
}
