import HTML
import Kernel
import Tenancy
import Web

/// The forms of an election's next step, for whoever may take it.
struct ElectionForms {
  let details: ElectionDetails
  let page: Page

  var election: Election { details.election }

  var next: HTML {
    switch election.status {
    case .called:
      details.mayHold ? HTML(nominate + [demand, count, name, postpone, cancel]) : name
    case .counted: details.mayHold ? HTML([tie, confirm, count, cancel]) : confirm
    case .confirmed: HTML([details.mayHold ? tie : .none, confirmTie, answers])
    case .settled: HTML([details.maySeat ? seat : .none, setAside])
    case .seated, .cancelled, .setAside: .none
    }
  }

  func form(_ path: Path) -> Form { page.form(to: page.link(path(election.id))) }

  func section(_ title: String, _ body: HTML) -> HTML { "<h2>\(title)</h2>\n\(body)\n" }

  private var isEarly: Bool { details.today < election.heldOn }

  private var nominate: [HTML] {
    let form = form(CouncilsPaths.candidates)
    let hasDeputy = details.rules.hasDeputyForEachSeat && details.group.votes
    let isStaff = details.group.kind == .staff
    let fields = StaffField.allCases.map { ($0.rawValue, page.say($0.text)) }
    let button = page.say(nb: "Før opp kandidaten", nn: "Før opp kandidaten")
    let nominate = section(
      page.say(nb: "Før opp en kandidat", nn: "Før opp ein kandidat"),
      form.html(
        button: button,
        form.text("name", page.say(nb: "Navn", nn: "Namn")),
        form.text("email", "E-post", type: "email"),
        hasDeputy
          ? form.text(
            "deputyName", page.say(nb: "Stiller sammen med vara", nn: "Stiller saman med vara"),
            isRequired: false) : .none,
        hasDeputy
          ? form.text("deputyEmail", "Vara: e-post", type: "email", isRequired: false) : .none,
        details.group.kind == .organisation
          ? form.text(
            "organisation", page.say(nb: "Organisasjon", nn: "Organisasjon"), isRequired: false)
          : .none,
        isStaff
          ? form.select(
            "staffField", page.say(nb: "Arbeider med", nn: "Arbeider med"), [("", "–")] + fields)
          : .none,
        form.box(
          "willing",
          page.say(nb: "Alle som står her, har sagt ja", nn: "Alle som står her, har sagt ja"))))
    let withdraw: [HTML] = details.candidates.map { candidate in
      let form = page.form(
        to: page.link(CouncilsPaths.candidateRemoval(election.id, candidate.id)))
      return form.html(
        button: page.say(nb: "Ta bort \(candidate.name)", nn: "Ta bort \(candidate.name)"),
        style: .quiet)
    }
    return [nominate] + withdraw
  }

  private var demand: HTML {
    let isRule = details.rules.wantsWritten(election)
    let mayDemand = !election.isWrittenDemanded && details.rules.anyMemberMayDemandWrittenBallot
    guard election.kind == .elected, isRule || mayDemand else { return .none }
    let form = form(CouncilsPaths.writtenBallot)
    return section(
      page.say(nb: "Skriftlig valg", nn: "Skriftleg val"),
      form.html(
        button: isRule
          ? page.say(nb: "Gjør valget skriftlig", nn: "Gjer valet skriftleg")
          : page.say(nb: "En har krevd skriftlig valg", nn: "Ein har kravd skriftleg val"),
        style: .secondary, form.version(election.version)))
  }

  private var count: HTML {
    guard election.kind == .elected, !isEarly, !details.candidates.isEmpty else { return .none }
    let form = form(CouncilsPaths.count)
    let rows = details.candidates.enumerated().map { index, candidate in
      HTML([
        form.hidden("votes.\(index).candidate", "\(candidate.id)"),
        form.text(
          "votes.\(index).votes", candidate.name, value: candidate.votes.map { "\($0)" } ?? "",
          type: "number"),
      ])
    }
    return section(
      page.say(nb: "Opptelling", nn: "Oppteljing"),
      form.html(
        button: page.say(nb: "Registrer opptellingen", nn: "Registrer oppteljinga"),
        form.version(election.version),
        form.text(
          "electors", page.say(nb: "Hvor mange kunne stemme?", nn: "Kor mange kunne røyste?"),
          value: election.electors.map { "\($0)" } ?? "", type: "number"),
        form.text(
          "ballots", page.say(nb: "Hvor mange stemte?", nn: "Kor mange røysta?"),
          value: election.ballots.map { "\($0)" } ?? "",
          hint: page.say(nb: "Ta med de blanke.", nn: "Ta med dei blanke."), type: "number"),
        form.group("votes", page.say(nb: "Stemmer til hver", nn: "Røyster til kvar"), rows)))
  }

  private var postpone: HTML {
    let form = form(CouncilsPaths.postponement)
    return section(
      page.say(nb: "Andre dager", nn: "Andre dagar"),
      form.html(
        button: page.say(nb: "Gi valget nye dager", nn: "Gi valet nye dagar"), style: .secondary,
        form.version(election.version),
        form.day(
          "nominateUntil", page.say(nb: "Kandidater innen", nn: "Kandidatar innan"),
          value: election.nominateUntil),
        form.day("heldOn", page.say(nb: "Valgdag", nn: "Valdag"), value: election.heldOn)))
  }

  private var cancel: HTML {
    let form = form(CouncilsPaths.cancellation)
    let reasons = CancelReason.allCases.map { ($0.rawValue, page.say($0.text)) }
    return section(
      page.say(nb: "Avlys", nn: "Avlys"),
      form.html(
        button: page.say(nb: "Avlys valget", nn: "Avlys valet"), style: .secondary,
        form.version(election.version),
        form.select("reason", page.say(nb: "Hvorfor", nn: "Kvifor"), reasons)))
  }
}
