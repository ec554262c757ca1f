import HTML
import Kernel
import Web

/// The agenda on a meeting's page, and the forms that set it.
extension MeetingPage {
  var agenda: HTML {
    let title = page.say(nb: "Saksliste", nn: "Sakliste")
    guard !details.items.isEmpty else {
      return """
        <h2>\(title)</h2><p>\(page.say(nb: "Ingen saker ennå.", nn: "Ingen saker enno."))</p>
        """
    }
    return "<h2>\(title)</h2><ol class=\"steps\">\(details.items.map(line))</ol>"
  }

  private func line(_ item: AgendaItem) -> HTML {
    let paragraphs: [HTML] = (item.summary ?? "").split(separator: "\n").map { "<p>\($0)</p>" }
    return """
      <li><strong>\(item.title)</strong>
      <p class="meta">\(page.say(item.kind.text))\(proposer(item))</p>\(paragraphs)\(PaperList(item: item, details: details, page: page).html)</li>
      """
  }

  private func proposer(_ item: AgendaItem) -> String {
    guard let name = item.proposedBy else { return "" }
    return page.say(nb: ". Meldt av \(name).", nn: ". Meld av \(name).")
  }

  var agendaForms: HTML {
    switch meeting.status {
    case .planned: HTML([approveAgenda, addItem])
    case .agendaApproved: open
    case .open, .ended: .none
    }
  }

  private var addItem: HTML {
    guard details.may.contains(.proposeAgendaItem) else { return .none }
    let link = page.link(MeetingsPaths.generalMatter(meeting.id))
    return """
      <h3>\(page.say(nb: "Meld en sak", nn: "Meld ei sak"))</h3>
      <p>\(page.say(nb: "Handler det om noe du selv har opplevd?", nn: "Handlar det om noko du sjølv har opplevd?"))
      <a href="\(link)">\(page.say(nb: "Gjør saken generell først", nn: "Gjer saka generell først"))</a>.</p>
      \(AgendaItemForm(meeting: meeting.id, page: page).html)
      """
  }

  private var approveAgenda: HTML {
    let hasApproved = details.approvals.contains { $0.role == details.reader.party }
    guard details.reader.party != nil, !hasApproved, !details.items.isEmpty else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.agendaApproval(meeting.id)))
    return form.html(
      button: page.say(nb: "Godkjenn sakslisten", nn: "Godkjenn saklista"),
      form.version(details.version))
  }

  private var open: HTML {
    guard details.may.contains(.leadMeeting) else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.opening(meeting.id)))
    return form.html(
      button: page.say(nb: "Åpne møtet", nn: "Opne møtet"), form.version(details.version))
  }
}
