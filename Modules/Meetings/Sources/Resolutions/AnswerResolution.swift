import Councils
import Kernel
import UseCases
import Web

/// Answers a resolution: followed, partly or not.
///
/// Advice is never set aside without reasons (R077).
package struct AnswerResolution: UseCase, Readable {
  let resolution: ID<Resolution>
  let outcome: AnswerOutcome
  let reasons: String?
  let weightyReason: WeightyReason?

  package static let permission = Permission.answerResolution

  package init(_ input: inout Input) {
    resolution = input.id("resolution", "The resolution.")
    outcome = input.choice("outcome", "Whether the advice is followed.") ?? .notFollowed
    reasons = input.optionalText(
      "reasons", max: 8000, "Why; at least \(Self.shortestReasons) characters unless followed.")
    weightyReason = input.optionalChoice(
      "weightyReason", "The kind of weighty reason; must be given when not followed.")
  }

  static let shortestReasons = 10

  /// - Throws: `.giveReasons` (R077); `.chooseAWeightyReason` (R105); `.resolutionIsAnswered`.
  package func perform(in work: borrowing Work) throws -> Resolution {
    let resolution = try Resolution.find(resolution, in: work)
    let council = try Council.find(resolution.council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    let person = try OwnAct.person(in: work)
    guard resolution.answer == nil else { throw Refusal.resolutionIsAnswered }
    let letters = (reasons ?? "").count { $0.isLetter || $0.isNumber }
    guard !outcome.demandsReasons || letters >= Self.shortestReasons else {
      throw Refusal.giveReasons
    }
    guard !outcome.demandsWeightyReason || weightyReason != nil else {
      throw Refusal.chooseAWeightyReason
    }
    try save(resolution.id, by: person.id, in: work)
    try work.record("resolution-answered", resolution.id, ["outcome": outcome.rawValue])
    return try Resolution.find(resolution.id, in: work)
  }

  private func save(
    _ id: ID<Resolution>, by person: ID<Person>, in work: borrowing Work
  ) throws {
    let weighty = outcome.demandsReasons ? weightyReason : nil
    let added = try work.run(
      """
      INSERT INTO meetings_answer
        (resolution_id, outcome, reasons, weighty_reason, answered_by, answered_at)
      VALUES (\(id), \(outcome), \(reasons), \(weighty), \(person), \(work.now))
      ON CONFLICT DO NOTHING
      """)
    guard added > 0 else { throw Refusal.resolutionIsAnswered }
  }

  static let routes = Route.changing(
    Self.self, api: "/resolutions/{resolution}/answer", page: MeetingsPaths.answer,
    form: MeetingsPaths.resolution, "Answer a resolution.",
    done: Text(nb: "Svaret er gitt.", nn: "Svaret er gitt."))
}

extension AnswerResolution {
  /// Why an answer is not taken.
  package enum Refusal: Kernel.Refusal {
    case giveReasons
    case chooseAWeightyReason
    case resolutionIsAnswered

    package var kind: RefusalKind {
      switch self {
      case .giveReasons, .chooseAWeightyReason: .invalid
      case .resolutionIsAnswered: .conflict
      }
    }

    package var fields: [FieldProblem] {
      switch self {
      case .giveReasons: [FieldProblem("reasons", text)]
      case .chooseAWeightyReason: [FieldProblem("weightyReason", text)]
      case .resolutionIsAnswered: []
      }
    }

    package var text: Text {
      switch self {
      case .giveReasons:
        Text(
          nb: "Rådet er ikke fulgt fullt ut, og da skal det begrunnes. Skriv hvorfor.",
          nn: "Rådet er ikkje følgt fullt ut, og då skal det grunngivast. Skriv kvifor.",
          en: "Advice that is not wholly followed must be answered with reasons. Write why.")
      case .chooseAWeightyReason:
        Text(
          nb: "Et råd settes bare til side av tungtveiende grunner. Velg hvilken.",
          nn: "Eit råd blir berre sett til side av tungtvegande grunnar. Vel kva for ein.",
          en: "Advice is set aside for weighty reasons only. Choose which.")
      case .resolutionIsAnswered:
        Text(
          nb: "Vedtaket er allerede besvart, og svaret står. Last siden på nytt for å lese det.",
          nn: "Vedtaket er alt svart på, og svaret står. Last sida på nytt for å lese det.",
          en: "The resolution has been answered, and the answer stands. Read it again.")
      }
    }
  }
}
