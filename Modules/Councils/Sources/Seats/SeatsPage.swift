import HTML
import Kernel
import Tenancy
import Web

/// The page on which those who sit in a council are changed, a small form for each step.
struct SeatsPage {
  let overview: SeatsOverview
  let page: Page

  var details: CouncilDetails { overview.details }

  var view: View {
    let title = page.say(nb: "Endre medlemmer", nn: "Endre medlemer")
    return View(
      "\(title) – \(details.council.name)",
      crumbs: [
        Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils())),
        Crumb(details.council.name, page.link(CouncilsPaths.council(details.id))),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(details.council.name)</p>
      \(CompositionNotice(faults: details.lacks, page: page).html)
      <h2>\(page.say(nb: "Medlemmer nå", nn: "Medlemer no"))</h2>
      \(details.seats.map(member))
      \(vacancies)
      \(leaders)
      \(deputies)
      \(others)
      <h2>\(page.say(nb: "Opplæring", nn: "Opplæring"))</h2>
      <p><a href="\(page.link(CouncilsPaths.training(details.id)))">\
      \(page.say(nb: "Hvem har fått opplæring", nn: "Kven har fått opplæring"))</a></p>
      <h2>\(page.say(nb: "Neste periode", nn: "Neste periode"))</h2>
      <p><a href="\(page.link(CouncilsPaths.terms(details.id)))">\
      \(page.say(nb: "Fyll plassene for neste periode", nn: "Fyll plassane for neste periode"))</a></p>
      """)
  }

  private func member(_ seat: Seat) -> HTML {
    let group = details.rules.group(seat.group)
    let kind = group.map { page.say($0.name) } ?? seat.group
    let deputy: HTML =
      seat.deputyName.map { "<br><span class=\"meta\">Vara: \($0)</span>" } ?? .none
    return """
      <details><summary>\(seat.name), \(kind)</summary>
      <p>\(page.say(seat.termStart))–\(page.say(seat.termEnd))\(deputy)</p>
      \(leaving(seat))
      \(naming(seat, group))
      </details>
      """
  }

  private func leaving(_ seat: Seat) -> HTML {
    let form = page.form(to: page.link(CouncilsPaths.leaving(details.id, seat.id)))
    return form.html(
      button: page.say(
        nb: "Registrer at \(seat.name) slutter", nn: "Registrer at \(seat.name) sluttar"),
      style: .secondary, form.version(overview.version),
      form.day("lastDay", page.say(nb: "Siste dag", nn: "Siste dag"), value: overview.today),
      form.choice(
        "reason", page.say(nb: "Hvorfor", nn: "Kvifor"),
        LeavingReason.allCases.map { (value: $0.rawValue, label: page.say($0.text)) }))
  }

  private func naming(_ seat: Seat, _ group: SeatGroup?) -> HTML {
    guard details.rules.hasDeputyForEachSeat, group?.votes == true else { return .none }
    let form = page.form(to: page.link(CouncilsPaths.deputy(details.id, seat.id)))
    return form.html(
      button: page.say(
        nb: "Lagre vara for \(seat.name)", nn: "Lagre vara for \(seat.name)"),
      style: .secondary, form.version(overview.version),
      form.text("deputyName", page.say(nb: "Varaens navn", nn: "Namnet til varaen")),
      form.text(
        "deputyEmail", page.say(nb: "Varaens e-post", nn: "E-posten til varaen"), type: "email"))
  }
}

extension SeatsPage {
  private var leaders: HTML {
    guard details.rules.chair != .unitLeader else { return .none }
    let form = page.form(to: page.link(CouncilsPaths.leaders(details.id)))
    let choices = details.seats.filter(\.votes).map { (value: "\($0.id)", label: $0.name) }
    let none = [(value: "", label: page.say(nb: "Ingen", nn: "Ingen"))]
    let leader = details.seats.first { $0.isLeader }
    let vice = details.seats.first { $0.isViceLeader }
    return """
      <h2>\(page.say(nb: "Leder og nestleder", nn: "Leiar og nestleiar"))</h2>
      \(form.html(
        button: page.say(nb: "Lagre lederne", nn: "Lagre leiarane"), style: .secondary,
        form.version(overview.version),
        form.select(
          "leader", page.say(nb: "Leder", nn: "Leiar"), choices,
          value: leader.map { "\($0.id)" } ?? ""),
        form.select(
          "viceLeader", page.say(nb: "Nestleder", nn: "Nestleiar"), none + choices,
          value: vice.map { "\($0.id)" } ?? "")))
      """
  }

  private var deputies: HTML {
    guard details.rules.hasCommonDeputies else { return .none }
    let form = page.form(to: page.link(CouncilsPaths.deputies(details.id)))
    return """
      <h2>\(page.say(nb: "Vara for hele rådet", nn: "Vara for heile rådet"))</h2>
      \(details.deputies.map(ending))
      \(form.html(
        button: page.say(nb: "Lagre vara", nn: "Lagre vara"), style: .secondary,
        form.version(overview.version),
        DeputyRows(rules: details.rules, form: form, page: page).fields))
      """
  }

  private func ending(_ deputy: CouncilDeputy) -> HTML {
    let form = page.form(to: page.link(CouncilsPaths.deputyLeaving(details.id, deputy.id)))
    return """
      <p>\(deputy.number). \(deputy.name)</p>
      \(form.html(
        button: page.say(nb: "Registrer at \(deputy.name) slutter", nn: "Registrer at \(deputy.name) sluttar"),
        style: .quiet, form.version(overview.version)))
      """
  }

  /// A form for each group that still has room, and for each seat somebody left.
  private var vacancies: HTML {
    let groups = details.rules.groups.filter { group in
      details.seats.count { $0.group == group.code } < group.number.greatest
    }
    guard !groups.isEmpty else { return .none }
    return """
      <h2>\(page.say(nb: "Fyll en ledig plass", nn: "Fyll ein ledig plass"))</h2>
      \(groups.map(filling))
      """
  }

  private func filling(_ group: SeatGroup) -> HTML {
    let form = page.form(to: page.link(CouncilsPaths.newSeat(details.id)))
    let left = overview.vacancies.filter { $0.group == group.code }
    let none = [(value: "", label: page.say(nb: "Ingen", nn: "Ingen"))]
    let fields = SeatFields(rules: details.rules, group: group, form: form, page: page)
    return """
      <details><summary>\(group.title(page))</summary>
      \(form.html(
        button: page.say(nb: "Gi plassen", nn: "Gi plassen"), style: .secondary,
        form.version(overview.version), form.hidden("group", group.code),
        form.day("firstDay", page.say(nb: "Første dag", nn: "Første dag"), value: overview.today),
        left.isEmpty
          ? .none
          : form.select(
            "replaces", page.say(nb: "Overtar etter", nn: "Tek over etter"),
            none + left.map { (value: "\($0.id)", label: $0.name) },
            value: left.first.map { "\($0.id)" } ?? ""),
        HTML(fields.all(at: "", isRequired: true))))
      </details>
      """
  }

  private var others: HTML {
    guard !overview.others.isEmpty else { return .none }
    let title = page.say(nb: "Andre perioder", nn: "Andre periodar")
    let table = PageTable(
      title,
      columns: [
        page.say(nb: "Navn", nn: "Namn"), page.say(nb: "Gruppe", nn: "Gruppe"),
        page.say(nb: "Periode", nn: "Periode"), page.say(nb: "Sluttet", nn: "Slutta"),
      ],
      rows: overview.others.map { seat in
        [
          "\(seat.name)",
          "\(details.rules.group(seat.group).map { page.say($0.name) } ?? seat.group)",
          "\(page.say(seat.termStart))–\(page.say(seat.termEnd))",
          "\(seat.leftReason.map { page.say($0.text) } ?? "–")",
        ]
      })
    return "<h2>\(title)</h2>\n\(table.html)"
  }
}

/// What a council lacks by its rules, for a page.
struct CompositionNotice {
  let faults: [CompositionFault]
  let page: Page

  var html: HTML {
    guard !faults.isEmpty else { return .none }
    let lines: [HTML] = faults.map { "<li>\(page.say($0.text))</li>" }
    return """
      <div class="notice warning"><p>\(page.say(
        nb: "Rådet er ikke satt sammen etter reglene nå:",
        nn: "Rådet er ikkje sett saman etter reglane no:"))</p><ul>\(lines)</ul></div>
      """
  }
}
