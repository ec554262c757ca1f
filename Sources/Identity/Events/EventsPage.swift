import HTML
import Kernel
import Web

/// The event log as people read it.
struct EventsPage {
  let list: EventList
  let kinds: [EventKind]
  let page: Page

  var view: View {
    let title = page.say(nb: "Hendelser", nn: "Hendingar")
    let events = list.page.data
    let none = page.say(
      nb: "Ingen hendelser passer. Prøv med færre felt.",
      nn: "Ingen hendingar passar. Prøv med færre felt.")
    return View(
      title,
      """
      <h1>\(title)</h1>
      <p class="lead">\(lead)</p>
      \(search)
      \(events.isEmpty ? "<p>\(none)</p>" : table(title))
      \(page.pager(list.filter.target(IdentityPaths.events()), next: list.page.next))
      \(events.isEmpty ? .none : files)
      """)
  }

  private var lead: String {
    page.say(
      nb:
        "Alt som er gjort i kommunen, det nyeste først. Også det at du leser loggen, blir en hendelse.",
      nn: "Alt som er gjort i kommunen, det nyaste først. Òg det at du les loggen, blir ei hending."
    )
  }

  private var search: HTML {
    let form = page.form(to: page.link(IdentityPaths.events()))
    let filter = list.filter
    let choices =
      [("", page.say(nb: "Alle slag", nn: "Alle slag"))]
      + kinds.map { ($0.code, page.say($0.text)) }.sorted { $0.1 < $1.1 }
    let fields = form.asking(
      button: page.say(nb: "Vis hendelser", nn: "Vis hendingar"),
      form.text(
        "person", page.say(nb: "Hvem", nn: "Kven"), value: filter.person?.description ?? "",
        hint: page.say(nb: "Id-en til en person", nn: "Id-en til ein person"), isRequired: false),
      form.select(
        "event", page.say(nb: "Hva", nn: "Kva"), choices, value: filter.event ?? ""),
      form.text(
        "record", page.say(nb: "Gjelder", nn: "Gjeld"), value: filter.record?.description ?? "",
        hint: page.say(
          nb: "Id-en til møtet, vedtaket eller personen det gjelder",
          nn: "Id-en til møtet, vedtaket eller personen det gjeld"), isRequired: false),
      form.day(
        "from", page.say(nb: "Fra og med", nn: "Frå og med"), value: filter.from,
        isRequired: false),
      form.day(
        "to", page.say(nb: "Til og med", nn: "Til og med"), value: filter.to, isRequired: false))
    let summary = page.say(nb: "Søk i hendelsene", nn: "Søk i hendingane")
    let mark: HTML = filter.fields.isEmpty ? "" : " open"
    let finder = page.say(nb: "Finn id-en til en person", nn: "Finn id-en til ein person")
    return """
      <details\(mark)><summary>\(summary)</summary>
      <p><a href="\(page.link(IdentityPaths.personInEvents()))">\(finder)</a></p>
      \(fields)</details>
      """
  }

  private func table(_ name: String) -> HTML {
    PageTable(
      name,
      columns: [
        page.say(nb: "Hva", nn: "Kva"), page.say(nb: "Hvem", nn: "Kven"),
        page.say(nb: "Når", nn: "Når"), page.say(nb: "Gjelder", nn: "Gjeld"),
        page.say(nb: "Mer", nn: "Meir"),
      ],
      rows: list.page.data.map { event in
        [
          what(event), who(event), "\(page.say(event.at))",
          record(event),
          facts(event),
        ]
      }
    ).html
  }

  /// What was done, leading to the page of the record where there is one.
  private func what(_ event: EventRecord) -> HTML {
    guard let kind = kinds.first(where: { $0.code == event.event }) else {
      return "\(event.event)"
    }
    guard let place = kind.page else { return "\(page.say(kind.text))" }
    return "<a href=\"\(page.link(place(event.record)))\">\(page.say(kind.text))</a>"
  }

  private func who(_ event: EventRecord) -> HTML {
    guard let actor = event.actor else {
      return event.actorKind == "host"
        ? "\(page.say(nb: "Driften av Samråd", nn: "Drifta av Samråd"))"
        : "\(page.say(nb: "Ikke innlogget", nn: "Ikkje innlogga"))"
    }
    let link = page.link(asking("person", actor))
    let program: HTML = event.actorKind == "service" ? " (program)" : ""
    guard let name = event.actorName else {
      return "<a href=\"\(link)\"><code>\(actor)</code></a>\(program)"
    }
    return "<a href=\"\(link)\">\(name)</a>\(program)"
  }

  private func record(_ event: EventRecord) -> HTML {
    let name: HTML = event.recordName.map { "\($0)" } ?? "<code>\(event.record)</code>"
    return "<a href=\"\(page.link(asking("record", event.record)))\">\(name)</a>"
  }

  private func facts(_ event: EventRecord) -> HTML {
    let filled = event.facts.filter { !$0.value.isEmpty }
    let lines = filled.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    return lines.isEmpty ? "–" : "<code>\(lines)</code>"
  }

  private func asking(_ field: String, _ value: String) -> Target {
    IdentityPaths.events().asking(field, value)
  }

  /// The same events as files.
  private var files: HTML {
    let heading = page.say(nb: "Last ned", nn: "Last ned")
    let note = page.say(
      nb:
        "Filene har hendelsene du har søkt fram, de nyeste først, og høyst 2000. Er det flere, velger du en kortere periode.",
      nn:
        "Filene har hendingane du har søkt fram, dei nyaste først, og høgst 2000. Er det fleire, vel du ein kortare periode."
    )
    func link(_ format: ExportEvents.Format) -> Link {
      page.link(list.filter.target(IdentityPaths.eventFile()).asking("format", format.rawValue))
    }
    return """
      <h2>\(heading)</h2>
      <p>\(note)</p>
      <p class="actions"><a class="button secondary" href="\(link(.csv))" download>\
      \(page.say(nb: "Regneark (CSV)", nn: "Rekneark (CSV)"))</a>
      <a class="button secondary" href="\(link(.json))" download>JSON</a></p>
      """
  }
}
