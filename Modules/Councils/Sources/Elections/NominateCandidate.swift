import Database
import Identity
import Kernel
import Tenancy
import UseCases
import Web

/// Nominates somebody who has said that they are willing, alone or with a personal deputy.
package struct NominateCandidate: UseCase, Readable {
  let election: ID<Election>
  let name: String
  let email: EmailAddress?
  let deputy: (name: String, email: EmailAddress)?
  let organisation: String?
  let staffField: StaffField?
  let isWilling: Bool

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    name = input.text("name", "The candidate's name.")
    email = input.email("email", "Where the candidate is reached until the election is settled.")
    let deputyName = input.optionalText("deputyName", "The personal deputy they stand with.")
    let deputyEmail = input.optionalText("deputyEmail", max: 254, "The deputy's address.")
    deputy = Contact(deputyName, deputyEmail, from: &input).map { ($0.name, $0.email) }
    organisation = input.optionalText(
      "organisation", max: 120, "The organisation the candidate speaks for.")
    staffField = input.optionalChoice("staffField", "What a member of the staff works with.")
    isWilling = input.flag(
      "willing", "Whether all who are named here have said that they are willing.")
  }

  /// What nobody could be seated with is refused here, before anybody votes.
  ///
  /// - Throws: `ElectionRefusal`; `.askThemFirst`; `.nominationsAreClosed`; `.standsAlready`;
  ///   `.standsForAnotherPlace`; `.leadsTheUnit`; `.hasASeat`; `.thereAreNoPersonalDeputies`;
  ///   `SeatRefusal.memberMayNotSitLonger`.
  package func perform(in work: borrowing Work) throws -> ElectionCandidate {
    let (election, council) = try Election.change(election, for: Self.permission, in: work)
    try election.mustBe(.called)
    guard isWilling, let email else { throw Refusal.askThemFirst }
    let rules = try council.rules(in: work)
    guard let group = rules.group(election.group) else {
      throw ElectionRefusal.thereIsNoSuchGroup
    }
    guard deputy == nil || (rules.hasDeputyForEachSeat && group.votes) else {
      throw Refusal.thereAreNoPersonalDeputies
    }
    let others = try ElectionCandidate.all(of: election.id, in: work)
    try mustBeInTime(election, others.count, in: work)
    let names = [email.text, deputy?.email.text].compactMap(\.self)
    let taken = Set(others.flatMap { [$0.email, $0.deputyEmail] }.compactMap(\.self))
    guard Set(names).count == names.count, taken.isDisjoint(with: names) else {
      throw Refusal.standsAlready
    }
    let rivals = OtherElections(than: election, of: council, rules)
    for address in names {
      try mayStand(address, for: election, of: group, under: rules, in: work)
      guard try !rivals.have(address, in: work) else { throw Refusal.standsForAnotherPlace }
      guard try !group.votes || !UnitLeader.has(address, of: council.unit, in: work) else {
        throw Refusal.leadsTheUnit
      }
    }
    let id: ID<ElectionCandidate> = work.newID()
    try work.run(
      """
      INSERT INTO councils_candidate
        (id, election_id, name, email, deputy_name, deputy_email, organisation, staff_field)
      VALUES (\(id), \(election.id), \(name), \(email.text), \(deputy?.name),
        \(deputy?.email.text), \(organisation), \(staffField))
      """)
    try work.record("candidate-nominated", election.id, ["candidate": "\(id)"])
    return try ElectionCandidate.find(id, of: election.id, in: work)
  }

  /// After the last day, candidates are only proposed when there are too few for the places.
  private func mustBeInTime(
    _ election: Election, _ candidates: Int, in work: borrowing Work
  ) throws {
    let isLate = OsloTime(work.now).day > election.nominateUntil
    guard !isLate || candidates < election.places else { throw Refusal.nominationsAreClosed }
  }

  /// Looks at the seats somebody has had in the same council (R135).
  private func mayStand(
    _ address: String, for election: Election, of group: SeatGroup, under rules: RuleSet,
    in work: borrowing Work
  ) throws {
    let person: ID<Person>? = try work.value(
      "SELECT id FROM identity_person WHERE email = \(address)")
    guard let person else { return }
    let first = election.termStart ?? election.heldOn
    let seat: ID<Seat>? = try work.value(
      """
      SELECT id FROM councils_seat
      WHERE council_id = \(election.council) AND person_id = \(person) AND term_end >= \(first)
      """)
    guard seat == nil else { throw Refusal.hasASeat }
    try TermLimit(election.council, rules).mustAllow(
      person, votes: group.votes, from: first, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/candidates", page: CouncilsPaths.candidates,
    form: CouncilsPaths.election, "Nominate somebody for an election.",
    done: Text(nb: "Kandidaten er ført opp.", nn: "Kandidaten er ført opp."),
    location: { CouncilsPaths.electionInAPI($0.election) },
    then: { CouncilsPaths.election($0.election) })
}

extension NominateCandidate {
  /// Why somebody is not nominated.
  package enum Refusal: Kernel.Refusal, Equatable {
    case askThemFirst
    case nominationsAreClosed
    case standsAlready
    case standsForAnotherPlace
    case leadsTheUnit
    case hasASeat
    case thereAreNoPersonalDeputies

    package var kind: RefusalKind { self == .nominationsAreClosed ? .conflict : .invalid }

    package var fields: [FieldProblem] {
      switch self {
      case .askThemFirst: [FieldProblem("willing", text)]
      case .nominationsAreClosed: []
      case .standsAlready, .standsForAnotherPlace, .leadsTheUnit, .hasASeat:
        [FieldProblem("email", text)]
      case .thereAreNoPersonalDeputies: [FieldProblem("deputyName", text)]
      }
    }

    package var text: Text {
      switch self {
      case .askThemFirst:
        Text(
          nb: "Spør dem først. Kryss av når de har sagt ja til å stille.",
          nn: "Spør dei først. Kryss av når dei har sagt ja til å stille.",
          en: "Ask them first. Send \"willing\": true when they have said that they will stand.")
      case .nominationsAreClosed:
        Text(
          nb: "Fristen for kandidater er ute, og det er nok av dem. Flytt fristen om dere må.",
          nn: "Fristen for kandidatar er ute, og det er nok av dei. Flytt fristen om de må.",
          en: "The last day for candidates has passed, and there are enough. Postpone if you must.")
      case .standsAlready:
        Text(
          nb: "Denne personen stiller allerede i dette valget.",
          nn: "Denne personen stiller allereie i dette valet.",
          en: "This person stands in this election already.")
      case .standsForAnotherPlace:
        Text(
          nb: "Denne personen stiller til en annen plass i rådet i samme periode, eller er valgt"
            + " til den. Velg en annen, eller ta bort kandidaten der først.",
          nn: "Denne personen stiller til ein annan plass i rådet i same periode, eller er vald til"
            + " han. Vel ein annan, eller ta bort kandidaten der først.",
          en: "This person stands for another seat in the council in the same term, or is elected"
            + " to it. Choose another person, or withdraw the candidate there first.")
      case .leadsTheUnit:
        Text(
          nb: "Denne personen leder enheten og kan ikke representere brukerne. Velg en annen.",
          nn: "Denne personen leier eininga og kan ikkje representere brukarane. Vel ein annan.",
          en: "This person leads the unit and cannot represent its users. Choose another.")
      case .hasASeat:
        Text(
          nb: "Denne personen har en plass i rådet når perioden begynner. Velg en annen.",
          nn: "Denne personen har ein plass i rådet når perioden byrjar. Vel ein annan.",
          en: "This person has a seat in the council when the term starts. Choose another.")
      case .thereAreNoPersonalDeputies:
        Text(
          nb: "Denne gruppen har ikke personlig vara. La feltene for vara stå tomme.",
          nn: "Denne gruppa har ikkje personleg vara. La felta for vara stå tomme.",
          en: "This group has no personal deputies. Leave the deputy out.")
      }
    }
  }
}
