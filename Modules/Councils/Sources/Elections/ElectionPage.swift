import HTML
import Kernel
import Tenancy
import Web

/// The page with the whole story of one election, and the form of its next step.
struct ElectionPage {
  let details: ElectionDetails
  let page: Page

  private var election: Election { details.election }

  var view: View {
    let title = page.say(nb: "Valg", nn: "Val") + ": " + page.say(details.group.name)
    let council = details.council
    return View(
      "\(title) – \(council.name)",
      crumbs: [
        Crumb(council.name, page.link(CouncilsPaths.council(council.id))),
        Crumb(page.say(nb: "Valg", nn: "Val"), page.link(CouncilsPaths.elections(council.id))),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(lead)</p>
      \(warning)
      \(facts)
      \(candidates)
      \(record)
      \(ElectionForms(details: details, page: page).next)
      """)
  }

  private var lead: String {
    let (count, body) = (election.places, details.group.electors)
    let members = Text(
      nb: count == 1 ? "ett medlem" : "\(count) medlemmer",
      nn: count == 1 ? "éin medlem" : "\(count) medlemmer")
    let name = details.council.name
    return election.kind == .elected
      ? page.say(
        nb: "\(start(body.nb)) velger \(members.nb) til \(name).",
        nn: "\(start(body.nn)) vel \(members.nn) til \(name).")
      : page.say(
        nb: "\(start(members.nb)) til \(name) pekes ut: \(body.nb).",
        nn: "\(start(members.nn)) til \(name) blir peikt ut: \(body.nn).")
  }

  /// What a sentence starts with.
  private func start(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What can be done when nobody was elected in time.
  private var warning: HTML {
    if election.status == .cancelled {
      let reason = election.cancelReason.map { page.say($0.text) } ?? ""
      return """
        <p class="notice warning">\(page.say(nb: "Valget er avlyst", nn: "Valet er avlyst")): \
        \(reason). \(election.cancelReason == .councilDissolved ? "" : wayOut)</p>
        """
    }
    if let reason = election.setAsideReason, let day = election.setAsideOn {
      let by = details.officers.setAsideBy ?? ""
      let done = page.say(
        nb: "Valget ble satt til side av \(by) \(page.say(day))",
        nn: "Valet blei sett til side av \(by) \(page.say(day))")
      return "<p class=\"notice warning\">\(done): \(reason)</p>"
    }
    if election.status == .called && details.today > election.heldOn {
      let late = page.say(
        nb: "Valgdagen er forbi, og ingen opptelling er skrevet inn. Registrer opptellingen, gi"
          + " valget nye dager, eller avlys det.",
        nn: "Valdagen er forbi, og inga oppteljing er skriven inn. Registrer oppteljinga, gi"
          + " valet nye dagar, eller avlys det.")
      return "<p class=\"notice warning\">\(late)</p>"
    }
    let short =
      [.settled, .seated].contains(election.status)
      && details.members.count < election.places
    guard short else { return .none }
    let missing = page.say(
      nb: "Ikke alle plassene ble fylt.", nn: "Ikkje alle plassane blei fylte.")
    return "<p class=\"notice warning\">\(missing) \(wayOut)</p>"
  }

  private var wayOut: String {
    page.say(
      nb: "Lys ut på nytt, eller la \(details.group.electors.nb) peke ut noen. Til da er plassen"
        + " ledig.",
      nn: "Lys ut på nytt, eller la \(details.group.electors.nn) peike ut nokon. Til då er plassen"
        + " ledig.")
  }

  private var facts: HTML {
    let badge: HTML = """
      <span class="badge \(election.status.badge)">\(page.say(election.status.text))</span>
      """
    var lines: [HTML] = [fact("Status", badge)]
    lines.append(
      fact(
        page.say(nb: "Kandidater innen", nn: "Kandidatar innan"),
        "\(page.say(election.nominateUntil))"))
    if election.kind == .elected {
      lines.append(fact(page.say(nb: "Valgdag", nn: "Valdag"), "\(page.say(election.heldOn))"))
      lines.append(
        fact(
          page.say(nb: "Hvordan", nn: "Korleis"),
          "\(page.say(election.method.text))\(demanded)"))
    }
    if let start = election.termStart {
      lines.append(
        fact(page.say(nb: "Perioden begynner", nn: "Perioden byrjar"), "\(page.say(start))"))
    }
    return "<dl class=\"facts\">\(lines)</dl>"
  }

  private var demanded: String {
    guard election.isWrittenDemanded else { return "" }
    return page.say(nb: " (krevd av en som stemmer)", nn: " (kravd av ein som røystar)")
  }

  private func fact(_ name: String, _ value: HTML) -> HTML {
    "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
  }

  private var candidates: HTML {
    guard !details.candidates.isEmpty else { return hidden }
    let table = PageTable(
      page.say(nb: "Kandidater", nn: "Kandidatar"),
      columns: [
        page.say(nb: "Navn", nn: "Namn"), "Vara", page.say(nb: "Stemmer", nn: "Røyster"),
        page.say(nb: "Resultat", nn: "Resultat"), page.say(nb: "Svar", nn: "Svar"),
      ], numbers: [2], rows: details.candidates.map(cells))
    return "<h2>\(page.say(nb: "Kandidater", nn: "Kandidatar"))</h2>\n\(table.html)"
  }

  private var hidden: HTML {
    guard !details.mayHold, election.status == .called || election.status == .counted else {
      return .none
    }
    let note = page.say(
      nb: "Hvem som stiller, og hvem som er valgt, står her når opptellingen er bekreftet.",
      nn: "Kven som stiller, og kven som er vald, står her når oppteljinga er stadfesta.")
    return "<p>\(note)</p>"
  }

  private func cells(_ candidate: ElectionCandidate) -> [HTML] {
    let meta = [
      candidate.organisation, candidate.staffField.map { page.say($0.text) }, candidate.email,
    ]
    .compactMap(\.self).joined(separator: ", ")
    let note: HTML = meta.isEmpty ? "" : " <span class=\"meta\">\(meta)</span>"
    return [
      "\(candidate.name)\(note)", "\(candidate.deputyName ?? "–")",
      "\(candidate.votes.map { "\($0)" } ?? "–")", "\(outcome(of: candidate))",
      "\(candidate.answer.map { page.say($0.text) } ?? "–")",
    ]
  }

  private func outcome(of candidate: ElectionCandidate) -> String {
    guard election.status.isPublic || candidate.votes != nil || election.kind == .named else {
      return "–"
    }
    if details.members.contains(candidate.id) { return page.say(ElectedPlace.member.text) }
    if let index = details.deputies.firstIndex(of: candidate.id) {
      return "\(index + 1). \(page.say(ElectedPlace.deputy.text))"
    }
    return page.say(nb: "ikke valgt", nn: "ikkje vald")
  }

  /// What was counted, by whom, and what broke a tie.
  private var record: HTML {
    guard election.status.isPublic else { return .none }
    var lines: [String] = []
    if let electors = election.electors, let ballots = election.ballots {
      lines.append(
        page.say(
          nb: "\(ballots) av \(electors) stemte \(page.say(election.heldOn)).",
          nn: "\(ballots) av \(electors) røysta \(page.say(election.heldOn))."))
    }
    if let broken = election.tieBrokenBy {
      let witness = election.tieWitness.map {
        page.say(nb: " Sett av \($0).", nn: " Sett av \($0).")
      }
      lines.append(
        page.say(nb: "Like mange stemmer", nn: "Like mange røyster")
          + ": \(page.say(broken.text)).\(witness ?? "")")
    }
    lines += attestations
    if let name = details.officers.enteredBy {
      lines.append(
        page.say(
          nb: "Opptellingen er skrevet inn av \(name).",
          nn: "Oppteljinga er skriven inn av \(name)."))
    }
    if let name = details.officers.confirmedBy, let day = election.confirmedOn {
      lines.append(
        page.say(
          nb: "Bekreftet av \(name) \(page.say(day)).", nn: "Stadfesta av \(name) \(page.say(day))."
        ))
    }
    let paragraphs: [HTML] = lines.map { "<p>\($0)</p>" }
    return "<h2>\(page.say(nb: "Protokoll", nn: "Protokoll"))</h2>\n\(paragraphs)"
  }

  /// The rules as they were when it was attested, which nobody wrote down at first.
  private var balanceRule: GenderRule {
    election.balanceRule.flatMap(GenderRule.init) ?? details.rules.gender
  }

  private var limitsRule: AgeRule {
    election.limitsRule.flatMap(AgeRule.init) ?? details.rules.age
  }

  private var attestations: [String] {
    func sentence(_ rule: Text, _ isKept: Bool) -> String {
      let words =
        isKept
        ? Text(nb: "Regelen er fulgt", nn: "Regelen er følgt")
        : Text(nb: "Regelen er ikke fulgt", nn: "Regelen er ikkje følgt")
      return "\(page.say(words)): \(page.say(rule))."
    }
    return [
      election.isBalanceKept.map { sentence(balanceRule.text, $0) },
      election.areLimitsKept.map { sentence(limitsRule.text, $0) },
      election.attestationNote,
    ].compactMap(\.self)
  }
}
