import Files
import HTML
import Web

/// The papers of an item on a meeting's page, with the forms that add and remove them.
struct PaperList {
  let item: AgendaItem
  let details: MeetingDetails
  let page: Page

  var html: HTML {
    guard !item.papers.isEmpty else { return form }
    return """
      <ul class="papers" aria-label="\(page.say(nb: "Vedlegg", nn: "Vedlegg"))">\(item.papers.map(line))</ul>\(form)
      """
  }

  private func line(_ paper: Paper) -> HTML {
    let link = page.link(MeetingsPaths.paper(details.meeting.id, item.id, paper.id))
    return """
      <li><a href="\(link)" download>\(paper.name)</a> \
      <span class="meta">\(page.say(nb: paper.kind.label, nn: paper.kind.label)), \(size(paper))</span>\(removal(paper))</li>
      """
  }

  private func size(_ paper: Paper) -> String {
    paper.size < 1_000_000 ? "\(max(1, paper.size / 1000)) kB" : "\(paper.size / 1_000_000) MB"
  }

  private func removal(_ paper: Paper) -> HTML {
    let mayRemove =
      details.reader.person == paper.adder && details.may.contains(.proposeAgendaItem)
      || details.may.contains(.leadMeeting)
    guard mayRemove, [.planned, .agendaApproved].contains(details.meeting.status) else {
      return .none
    }
    let link = page.link(MeetingsPaths.paperRemoval(details.meeting.id, item.id, paper.id))
    return page.form(to: link).html(
      button: page.say(nb: "Fjern \(paper.name)", nn: "Fjern \(paper.name)"), style: .quiet)
  }

  private var form: HTML {
    guard details.may.contains(.proposeAgendaItem), details.reader.person != nil,
      details.held.minutes != .approved, item.papers.count < Paper.mostOfAnItem
    else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.papers(details.meeting.id, item.id)))
    return """
      <details><summary>\(page.say(nb: "Legg ved en fil", nn: "Legg ved ei fil"))</summary>
      \(form.html(
        button: page.say(nb: "Legg ved", nn: "Legg ved"), style: .secondary, sendsFile: true,
        form.file(
          "file", page.say(nb: "Fil", nn: "Fil"), accept: FileKind.accepted,
          hint: page.say(
            nb: "PDF, bilde eller ren tekst, høyst 20 MB.",
            nn: "PDF, bilete eller rein tekst, høgst 20 MB.")),
        form.box(
          "concernsNoSinglePerson",
          page.say(
            nb: "Vedlegget gjelder ikke enkeltpersoner",
            nn: "Vedlegget gjeld ikkje enkeltpersonar"))))
      </details>
      """
  }
}
