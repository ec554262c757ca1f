import Kernel
import UseCases
import Web

/// Shows who sits in a council, has sat or will, to whoever keeps its seats.
package struct ReadSeats: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.manageSeats
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council", "The council.") }

  package func perform(in work: borrowing Work) throws -> SeatsOverview {
    let details = try CouncilDetails.read(council, in: work)
    try work.require(Self.permission, as: details.council.standing(in: work))
    let today = details.council.sittingDay(in: work)
    return SeatsOverview(
      details: details,
      others: try FormerSeat.all(of: details.id, notOn: today, in: work), today: today)
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/{council}/seats", page: CouncilsPaths.seats,
    "Who sits in a council, has sat or will.", view: { SeatsPage(overview: $0, page: $1).view })
}

/// The seats of a council in all of its terms.
package struct SeatsOverview: JSONRecord, Versioned {
  let details: CouncilDetails
  let others: [FormerSeat]
  let today: Day

  package var version: Int { details.version }

  /// Seats that somebody left in a term that still runs, and nobody took over.
  var vacancies: [FormerSeat] {
    others.filter { seat in
      seat.termEnd < today && !seat.isTakenOver && seat.plannedEnd.map { $0 >= today } ?? false
    }
  }

  package static let shape = Shape<SeatsOverview>(
    "Seats",
    [
      Field("council", "The council's id.") { $0.details.id },
      Field("version", "The council's version, for If-Match.") { $0.version },
      Field("seats", "The seats held today.") { $0.details.seats },
      Field("deputies", "The deputies of the whole council today.") { $0.details.deputies },
      Field("others", "The seats of other terms, and those somebody left.") { $0.others },
      Field("faults", "Where the composition breaks the rules.") {
        $0.details.faults.map(\.text.en)
      },
    ])
}
