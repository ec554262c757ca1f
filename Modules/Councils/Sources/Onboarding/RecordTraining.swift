import Database
import Kernel
import UseCases
import Web

/// Records that members and deputies of a council have been trained (R005); once is enough.
package struct RecordTraining: UseCase, Readable {
  let council: ID<Council>
  let people: [ID<Person>]
  let kind: TrainingKind
  let heldOn: Day

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    people = input.ids("people", "The ids of those who were trained.")
    kind = input.choice("kind", "What they were trained in.") ?? .other
    heldOn = input.day("heldOn", "The day.")
  }

  /// - Throws: `.chooseSomebody`; `.personIsNotOfTheCouncil`; `.dayHasNotCome`; `.dayIsLongAgo`.
  package func perform(in work: borrowing Work) throws -> TrainingList {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    guard !people.isEmpty else { throw Refusal.chooseSomebody }
    let today = OsloTime(work.now).day
    guard heldOn <= today else { throw Refusal.dayHasNotCome }
    guard heldOn >= today.adding(years: -10) else { throw Refusal.dayIsLongAgo }
    let known = Set(try TrainingList.of(council, in: work).people.map(\.person))
    guard Set(people).isSubset(of: known) else { throw Refusal.personIsNotOfTheCouncil }
    for person in people {
      try work.run(
        """
        INSERT INTO councils_training (id, person_id, kind, held_on, recorded_at)
        VALUES (\(work.newID() as ID<Training>), \(person), \(kind), \(heldOn), \(work.now))
        ON CONFLICT DO NOTHING
        """)
    }
    try work.record(
      "training-recorded", council.id, ["people": "\(people.count)", "kind": kind.rawValue])
    return try TrainingList.of(council, in: work)
  }

  /// Why no training is recorded.
  package enum Refusal: Kernel.Refusal, Equatable {
    case chooseSomebody
    case personIsNotOfTheCouncil
    case dayHasNotCome
    case dayIsLongAgo

    package var kind: RefusalKind { .invalid }

    package var text: Text {
      switch self {
      case .chooseSomebody:
        Text(
          nb: "Kryss av for dem som var med.", nn: "Kryss av for dei som var med.",
          en: "Name at least one person.")
      case .personIsNotOfTheCouncil:
        Text(
          nb: "En av dem er ikke medlem eller vara i rådet. Velg fra listen.",
          nn: "Ein av dei er ikkje medlem eller vara i rådet. Vel frå lista.",
          en: "One of them is neither member nor deputy of this council.")
      case .dayHasNotCome:
        Text(
          nb: "Dagen har ikke vært ennå. Før opp opplæring når den er holdt.",
          nn: "Dagen har ikkje vore enno. Før opp opplæring når ho er halden.",
          en: "The day has not come. Record training once it was held.")
      case .dayIsLongAgo:
        Text(
          nb: "Dagen er mer enn ti år siden. Se etter om datoen er riktig.",
          nn: "Dagen er meir enn ti år sidan. Sjå etter om datoen er rett.",
          en: "The day is more than ten years ago. Check the date.")
      }
    }

    package var fields: [FieldProblem] {
      switch self {
      case .dayHasNotCome, .dayIsLongAgo: [FieldProblem("heldOn", text)]
      case .chooseSomebody, .personIsNotOfTheCouncil: [FieldProblem("people", text)]
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/training", page: CouncilsPaths.training,
    form: CouncilsPaths.training, "Record that members and deputies have been trained.",
    done: Text(nb: "Opplæringen er ført.", nn: "Opplæringa er ført."))
}
