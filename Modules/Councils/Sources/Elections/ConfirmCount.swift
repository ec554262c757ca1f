import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Confirms what somebody else has entered, after which the result stands and everybody can read it.
///
/// Where the rules ask for a share of both sexes, or for years, whoever confirms says yes or no about all
/// of them together: nothing of that is kept about anybody (decision 8).
package struct ConfirmCount: UseCase, Readable {
  let election: ID<Election>
  let version: Version
  let balanceKept: Attestation?
  let limitsKept: Attestation?
  let note: String?

  package static let permission = Permission.confirmElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
    balanceKept = input.optionalChoice(
      "balanceKept", "Whether both sexes have the share that the rules ask for, if they do.")
    limitsKept = input.optionalChoice(
      "limitsKept", "Whether the rule about years is kept, if there is one.")
    note = input.optionalText("attestationNote", max: 1000, "Why one of the two is not kept.")
  }

  /// - Throws: `ElectionRefusal`; `SecondPersonRefusal`; `.nobodyWasElected`;
  ///   `.moreAreNamedThanPlaces`; `.breakTheTieFirst`; `.sayWhetherRulesAreKept`; `.sayWhyNot`.
  package func perform(in work: borrowing Work) throws -> Election {
    let (election, council) = try Election.change(
      election, read: version, for: Self.permission, in: work)
    let person = try OwnAct.person(in: work)
    try election.mustBe(election.kind == .named ? .called : .counted)
    try election.mustBeConfirmed(by: person, in: work)
    let rules = try council.rules(in: work)
    let result = ElectionResult(
      try ElectionCandidate.all(of: election.id, in: work), of: election, under: rules)
    guard !result.members.isEmpty else { throw Refusal.nobodyWasElected }
    guard !result.hasTooManyNamed else { throw Refusal.moreAreNamedThanPlaces }
    guard result.openTie.isEmpty else { throw Refusal.breakTheTieFirst }
    try result.confirmTies(by: person, in: work)
    guard (rules.gender == .none) == (balanceKept == nil),
      (rules.age == .none) == (limitsKept == nil)
    else { throw Refusal.sayWhetherRulesAreKept }
    guard note != nil || (balanceKept != .no && limitsKept != .no) else {
      throw Refusal.sayWhyNot
    }
    try work.run(
      """
      UPDATE councils_election SET status = \(ElectionStatus.confirmed),
        confirmed_by = \(person.id), confirmed_on = \(OsloTime(work.now).day),
        balance_kept = \(balanceKept.map { $0 == .yes }),
        limits_kept = \(limitsKept.map { $0 == .yes }), attestation_note = \(note),
        balance_rule = \(balanceKept.map { _ in rules.gender.rawValue }),
        limits_rule = \(limitsKept.map { _ in rules.age.rawValue })
      WHERE id = \(election.id)
      """)
    try work.record(
      "election-confirmed", election.id,
      ["members": "\(result.members.count)", "deputies": "\(result.deputies.count)"])
    return try Election.find(election.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/confirmation", page: CouncilsPaths.confirmation,
    form: CouncilsPaths.election, "Confirm a count that somebody else has entered.",
    done: Text(
      nb: "Resultatet er bekreftet. Nå svarer de valgte.",
      nn: "Resultatet er stadfesta. No svarar dei valde."))
}

extension ConfirmCount {
  /// Why a result is not confirmed.
  package enum Refusal: Kernel.Refusal, Equatable {
    case nobodyWasElected
    case moreAreNamedThanPlaces
    case breakTheTieFirst
    case sayWhetherRulesAreKept
    case sayWhyNot

    package var kind: RefusalKind {
      switch self {
      case .nobodyWasElected, .moreAreNamedThanPlaces, .breakTheTieFirst: .conflict
      case .sayWhetherRulesAreKept, .sayWhyNot: .invalid
      }
    }

    package var fields: [FieldProblem] {
      switch self {
      case .sayWhetherRulesAreKept:
        [FieldProblem("balanceKept", text), FieldProblem("limitsKept", text)]
      case .sayWhyNot: [FieldProblem("attestationNote", text)]
      default: []
      }
    }

    package var text: Text {
      switch self {
      case .nobodyWasElected:
        Text(
          nb: "Ingen er valgt. Avlys valget og lys ut på nytt, eller la organet peke ut noen.",
          nn: "Ingen er valde. Avlys valet og lys ut på nytt, eller la organet peike ut nokon.",
          en: "Nobody is elected. Cancel the election and call a new one, or have somebody named.")
      case .moreAreNamedThanPlaces:
        Text(
          nb: "Flere er pekt ut enn det er plasser. Ta bort dem som ikke skal sitte.",
          nn: "Fleire er peikte ut enn det er plassar. Ta bort dei som ikkje skal sitje.",
          en: "More are named than there are places. Take away those who shall not sit.")
      case .breakTheTieFirst:
        Text(
          nb: "Noen har like mange stemmer. Skriv inn hvem av dem som kommer først.",
          nn: "Nokon har like mange røyster. Skriv inn kven av dei som kjem først.",
          en: "Some have as many votes. Record first who of them comes before the other.")
      case .sayWhetherRulesAreKept:
        Text(
          nb: "Svar ja eller nei på det reglene krever av de valgte, og bare på det.",
          nn: "Svar ja eller nei på det reglane krev av dei valde, og berre på det.",
          en: "Say yes or no to what the rules ask of those elected, and to nothing else.")
      case .sayWhyNot:
        Text(
          nb: "Skriv hvorfor regelen ikke er fulgt. Nevn ingen ved navn.",
          nn: "Skriv kvifor regelen ikkje er følgt. Nemn ingen ved namn.",
          en: "Write why the rule is not kept. Name nobody.")
      }
    }
  }
}
