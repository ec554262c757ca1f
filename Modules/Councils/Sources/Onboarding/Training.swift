import Database
import Kernel
import UseCases
import Web

/// Who has been trained in what, and when (R005).
package struct Training: JSONRecord {
  package let id: ID<Training>
  let person: ID<Person>
  let kind: TrainingKind
  let heldOn: Day

  package static let shape = Shape<Training>(
    "Training",
    [
      Field("id", "The record's id.") { $0.id },
      Field("person", "Whoever was trained.") { $0.person },
      Field("kind", "What in.") { $0.kind },
      Field("heldOn", "The day.") { $0.heldOn },
    ])

  /// The training of some people, the newest first.
  static func all(of people: [ID<Person>], in work: borrowing Work) throws -> [Training] {
    try work.rows(
      """
      SELECT t.id, t.person_id, t.kind, t.held_on FROM councils_training t
      WHERE t.person_id IN (\(list: people)) ORDER BY t.held_on DESC, t.id
      """, as: Training.init)
  }
}

/// A member or deputy with what they have been through.
package struct Trainee: JSONRecord {
  let person: ID<Person>
  let name: String
  let trainings: [Training]
  /// Whether the text on confidentiality that holds today is signed; nil where there is none.
  let hasSigned: Bool?

  package static let shape = Shape<Trainee>(
    "Trainee",
    [
      Field("person", "The member's or deputy's id.") { $0.person },
      Field("name", "Their name.") { $0.name },
      Field("trainings", "What they were trained in, the newest first.") { $0.trainings },
      Field("hasSigned", "Whether they signed the text on confidentiality; null where none is.") {
        $0.hasSigned
      },
    ])
}

/// The members and deputies of a council with what they have been through.
package struct TrainingList: JSONRecord {
  let council: Council
  let people: [Trainee]
  let today: Day

  package static let shape = Shape<TrainingList>(
    "TrainingList",
    [
      Field("council", "The council's id.") { $0.council.id },
      Field("people", "Its members and deputies today.") { $0.people },
    ])

  /// Everybody of a council today.
  static func of(_ council: Council, in work: borrowing Work) throws -> TrainingList {
    let today = council.sittingDay(in: work)
    var names: [(id: ID<Person>, name: String)] = []
    for seat in try Seat.all(of: council.id, on: today, in: work) {
      names.append((seat.person, seat.name))
      if let deputy = seat.deputy { names.append((deputy, seat.deputyName ?? "")) }
    }
    names += try CouncilDeputy.all(of: council.id, on: today, in: work).map { ($0.person, $0.name) }
    let ids = names.map(\.id)
    let trainings = try Training.all(of: ids, in: work)
    let signed = try signers(among: ids, in: work)
    return TrainingList(
      council: council,
      people: names.map { person in
        Trainee(
          person: person.id, name: person.name,
          trainings: trainings.filter { $0.person == person.id },
          hasSigned: signed.map { $0.contains(person.id) })
      }, today: today)
  }

  /// Who has signed what holds today; nil where nothing is demanded.
  private static func signers(
    among people: [ID<Person>], in work: borrowing Work
  ) throws -> Set<ID<Person>>? {
    guard let text = try Confidentiality.current(in: work) else { return nil }
    return Set(
      try work.rows(
        """
        SELECT person_id FROM councils_declaration
        WHERE person_id IN (\(list: people)) AND version = \(text.version)
        """, as: { (id: ID<Person>) in id }))
  }
}
