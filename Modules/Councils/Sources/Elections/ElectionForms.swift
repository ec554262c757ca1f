import HTML
import Kernel
import Tenancy
import Web

/// The forms of an election's next step, for whoever may take it.
struct ElectionForms {
  let details: ElectionDetails
  let page: Page

  private var election: Election { details.election }

  var next: HTML {
    switch election.status {
    case .called:
      details.mayHold ? HTML(nominate + [demand, count, name, postpone, cancel]) : name
    case .counted: details.mayHold ? HTML([tie, confirm, count, cancel]) : confirm
    case .confirmed: details.mayHold ? HTML([tie, answers]) : answers
    case .settled: details.maySeat ? seat : .none
    case .seated, .cancelled: .none
    }
  }

  private func form(_ path: Path) -> Form { page.form(to: page.link(path(election.id))) }

  private func section(_ title: String, _ body: HTML) -> HTML { "<h2>\(title)</h2>\n\(body)\n" }

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
    guard election.kind == .elected, !election.isWrittenDemanded,
      details.rules.anyMemberMayDemandWrittenBallot
    else { return .none }
    let form = form(CouncilsPaths.writtenBallot)
    return section(
      page.say(nb: "Skriftlig valg", nn: "Skriftleg val"),
      form.html(
        button: page.say(nb: "En har krevd skriftlig valg", nn: "Ein har kravd skriftleg val"),
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
      page.say(nb: "Før opptellingen", nn: "Før oppteljinga"),
      form.html(
        button: page.say(nb: "Før opptellingen", nn: "Før oppteljinga"),
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

  private var tie: HTML {
    guard !details.openTie.isEmpty else { return .none }
    let form = form(CouncilsPaths.tie)
    let tied = details.candidates.filter { details.openTie.contains($0.id) }
    let rows = tied.enumerated().map { index, candidate in
      HTML([
        form.hidden("ranks.\(index).candidate", "\(candidate.id)"),
        form.text("ranks.\(index).rank", candidate.name, type: "number"),
      ])
    }
    let rule = details.rules.tieBreak
    return section(
      page.say(nb: "Like mange stemmer", nn: "Like mange røyster"),
      form.html(
        button: page.say(nb: "Før rekkefølgen", nn: "Før rekkjefølgja"),
        form.version(election.version), form.hidden("brokenBy", rule.rawValue),
        form.group(
          "ranks", page.say(rule.text),
          hint: page.say(
            nb: "1 til den som kommer først, så 2.", nn: "1 til den som kjem først, så 2."), rows),
        rule == .lot
          ? form.text(
            "witness",
            page.say(nb: "Hvem så at det ble trukket?", nn: "Kven såg at det blei trekt?"))
          : .none))
  }

  /// Where somebody names, there is nothing to count and the same person may confirm.
  private var name: HTML {
    election.kind == .named && !details.candidates.isEmpty ? confirm : .none
  }

  private var confirm: HTML {
    guard details.mayConfirm else {
      let wait = page.say(
        nb: "En annen enn den som førte opptellingen, må bekrefte den.",
        nn: "Ein annan enn den som førte oppteljinga, må stadfeste ho.")
      return details.mayHold ? "<p class=\"notice\">\(wait)</p>" : .none
    }
    let form = form(CouncilsPaths.confirmation)
    let answers = [
      (Attestation.yes.rawValue, page.say(nb: "Ja", nn: "Ja")),
      (Attestation.no.rawValue, page.say(nb: "Nei", nn: "Nei")),
    ]
    func ask(_ name: String, _ rule: Text) -> HTML {
      form.choice(
        name, page.say(nb: "Er regelen fulgt?", nn: "Er regelen følgt?"), answers,
        hint: page.say(rule))
    }
    let (gender, age) = (details.rules.gender, details.rules.age)
    return section(
      page.say(nb: "Bekreft resultatet", nn: "Stadfest resultatet"),
      form.html(
        button: page.say(nb: "Bekreft", nn: "Stadfest"), form.version(election.version),
        gender == .none ? .none : ask("balanceKept", gender.text),
        age == .none ? .none : ask("limitsKept", age.text),
        gender == .none && age == .none
          ? .none
          : form.lines(
            "attestationNote", page.say(nb: "Hvis nei: hvorfor", nn: "Om nei: kvifor"),
            hint: page.say(nb: "Nevn ingen ved navn.", nn: "Nemn ingen ved namn."),
            isRequired: false)))
  }

  /// One form for each who is still to answer; whoever was elected sees their own.
  private var answers: HTML {
    let placed = details.members + details.deputies
    let waiting = details.candidates.filter { candidate in
      placed.contains(candidate.id) && candidate.answer == nil
        && (details.mayHold || details.own == candidate.id)
    }
    guard !waiting.isEmpty else { return .none }
    let forms: [HTML] = waiting.map { candidate in
      let form = form(CouncilsPaths.electionAnswers)
      let choices = ElectionAnswer.allCases.map { ($0.rawValue, page.say($0.text)) }
      return form.html(
        button: page.say(nb: "Før svaret", nn: "Før svaret"), style: .secondary,
        form.hidden("candidate", "\(candidate.id)"),
        form.choice(
          "answer",
          page.say(
            nb: "Tar \(candidate.name) plassen?", nn: "Tek \(candidate.name) plassen?"), choices))
    }
    return section(page.say(nb: "Svar fra de valgte", nn: "Svar frå dei valde"), HTML(forms))
  }

  private var seat: HTML {
    guard election.termStart != nil else {
      let elections = page.link(CouncilsPaths.elections(details.council.id))
      let words = page.say(nb: "Gå til rådet som dannes", nn: "Gå til rådet som blir skipa")
      return "<p><a href=\"\(elections)\">\(words)</a></p>"
    }
    let form = form(CouncilsPaths.seating)
    return section(
      page.say(nb: "Gi de valgte plassene", nn: "Gi dei valde plassane"),
      form.html(
        button: page.say(nb: "Fyll plassene", nn: "Fyll plassane"), form.version(election.version)))
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
