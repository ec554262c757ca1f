import HTML
import Kernel
import Tenancy
import Web

/// The forms of what comes after the count.
extension ElectionForms {
  /// Who comes first of those with as many votes; it can be put right until another person confirms it.
  var tie: HTML {
    let ids = details.openTie.isEmpty ? details.unconfirmedTie : details.openTie
    guard !ids.isEmpty else { return .none }
    let form = form(CouncilsPaths.tie)
    let tied = details.candidates.filter { ids.contains($0.id) }
    let rows = tied.enumerated().map { index, candidate in
      HTML([
        form.hidden("ranks.\(index).candidate", "\(candidate.id)"),
        form.text(
          "ranks.\(index).rank", candidate.name,
          value: candidate.tieProposal.map { "\($0)" } ?? "", type: "number"),
      ])
    }
    let rule = details.rules.tieBreak
    return section(
      page.say(nb: "Like mange stemmer", nn: "Like mange røyster"),
      form.html(
        button: page.say(nb: "Registrer rekkefølgen", nn: "Registrer rekkjefølgja"),
        form.version(election.version), form.hidden("brokenBy", rule.rawValue),
        form.group(
          "ranks", page.say(rule.text),
          hint: page.say(
            nb: "1 til den som kommer først, så 2.", nn: "1 til den som kjem først, så 2."), rows),
        rule == .lot
          ? form.text(
            "witness",
            page.say(nb: "Hvem så at det ble trukket?", nn: "Kven såg at det blei trekt?"),
            value: election.tieWitness ?? "")
          : .none))
  }

  /// When it matters only after somebody has declined, it is confirmed by itself.
  var confirmTie: HTML {
    guard !details.unconfirmedTie.isEmpty, details.mayConfirmTies else { return .none }
    let order = details.candidates.filter { details.unconfirmedTie.contains($0.id) }
      .sorted { ($0.tieProposal ?? 0) < ($1.tieProposal ?? 0) }.map(\.name)
    let form = form(CouncilsPaths.tieConfirmation)
    let first = page.say(nb: "Kommer i denne rekkefølgen", nn: "Kjem i denne rekkjefølgja")
    return section(
      page.say(nb: "Bekreft rekkefølgen", nn: "Stadfest rekkjefølgja"),
      """
      <p>\(first): \(order.joined(separator: ", ")).</p>
      \(form.html(
        button: page.say(nb: "Bekreft rekkefølgen", nn: "Stadfest rekkjefølgja"),
        form.version(election.version)))
      """)
  }

  /// Where somebody names, there is nothing to count.
  var name: HTML {
    election.kind == .named && !details.candidates.isEmpty ? confirm : .none
  }

  var confirm: HTML {
    guard details.mayConfirm else {
      let wait = page.say(
        nb: "En annen enn den som skrev inn dette, må bekrefte det, og ingen som selv stiller.",
        nn: "Ein annan enn den som skreiv inn dette, må stadfeste det, og ingen som sjølv stiller.")
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
  var answers: HTML {
    let waiting = details.waiting.filter { details.mayHold || details.own == $0.candidate.id }
    guard !waiting.isEmpty else { return .none }
    let forms: [HTML] = waiting.map { candidate, place in
      let form = form(CouncilsPaths.electionAnswers)
      let choices = ElectionAnswer.allCases.map { ($0.rawValue, page.say($0.text)) }
      return form.html(
        button: page.say(nb: "Registrer svaret", nn: "Registrer svaret"), style: .secondary,
        form.hidden("candidate", "\(candidate.id)"),
        form.choice(
          "answer",
          page.say(
            nb: "Tar \(candidate.name) plassen som \(place.text.nb)?",
            nn: "Tek \(candidate.name) plassen som \(place.text.nn)?"), choices))
    }
    return section(page.say(nb: "Svar fra de valgte", nn: "Svar frå dei valde"), HTML(forms))
  }

  var seat: HTML {
    guard details.council.status != .dissolved else { return .none }
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

  /// Another one than who confirmed the result, for everybody to read.
  var setAside: HTML {
    guard details.maySetAside else { return .none }
    let form = form(CouncilsPaths.settingAside)
    return section(
      page.say(nb: "Sett valget til side", nn: "Set valet til side"),
      form.html(
        button: page.say(nb: "Sett valget til side", nn: "Set valet til side"), style: .secondary,
        form.version(election.version),
        form.lines(
          "reason",
          page.say(
            nb: "Hvorfor de valgte ikke kan få plassene",
            nn: "Kvifor dei valde ikkje kan få plassane"),
          hint: page.say(
            nb: "Alle kan lese det. Nevn ingen ved navn.",
            nn: "Alle kan lese det. Nemn ingen ved namn."))))
  }
}
