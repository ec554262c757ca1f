import Councils
import HTML
import Kernel
import Web

/// The page a council works on, from the agenda to the end of the meeting.
struct MeetingPage {
  let details: MeetingDetails
  let page: Page

  var meeting: Meeting { details.meeting }

  var view: View {
    let title = page.say(meeting.startsAt)
    let meetings = page.say(nb: "Møter", nn: "Møte")
    return View(
      "\(title) – \(details.council.name)",
      crumbs: [
        Crumb(details.council.name, page.link(CouncilsPaths.council(details.council.id))),
        Crumb(meetings, page.link(MeetingsPaths.meetings(details.council.id))),
      ],
      """
      <h1>\(page.say(nb: "Møte", nn: "Møte")) \(title)</h1>
      <p class="lead">\(details.council.name)</p>
      \(facts)
      \(agenda)
      \(agendaForms)
      \(attendance)
      \(attendanceForm)
      \(ballots)
      \(ballotForms)
      \(ending)
      """)
  }

  private var facts: HTML {
    """
    <dl class="facts">
    <div><dt>\(page.say(nb: "Status", nn: "Status"))</dt><dd>\(Badge.of(meeting.status, page))</dd></div>
    <div><dt>\(page.say(nb: "Sted", nn: "Stad"))</dt><dd>\(meeting.place)</dd></div>
    \(AgendaParty.allCases.map(approval))
    \(minutes)
    </dl>
    """
  }

  /// Whether one of the two leaders has approved the agenda (R108).
  private func approval(by party: AgendaParty) -> HTML {
    let approval = details.approvals.first { $0.role == party }
    let time = approval.map { approval in
      [approval.name, page.say(approval.approvedAt)].compactMap(\.self).joined(separator: ", ")
    }
    let missing = page.say(nb: "Ikke ennå", nn: "Ikkje enno")
    return """
      <div><dt>\(page.say(nb: "Godkjent av", nn: "Godkjend av")) \(name(of: party))</dt>\
      <dd>\(time ?? missing)</dd></div>
      """
  }

  private func name(of party: AgendaParty) -> String {
    switch party {
    case .unitLeader: page.say(details.words[.unitLeader])
    case .councilLeader: page.say(Capacity.councilLeader.text(details.words))
    }
  }

  private var minutes: HTML {
    guard details.held.minutes != nil || details.publishedAt != nil || mayWriteMinutes else {
      return .none
    }
    let link = page.link(MeetingsPaths.minutes(meeting.id))
    let published = Badge.html("published", Text(nb: "Publisert", nn: "Publisert"), page)
    let badge =
      details.publishedAt == nil
      ? details.held.minutes.map { Badge.of($0, page) } ?? .none : published
    return """
      <div><dt>\(page.say(nb: "Referat", nn: "Referat"))</dt>\
      <dd><a href="\(link)">\(page.say(nb: "Til referatet", nn: "Til referatet"))</a> \(badge)</dd></div>
      """
  }

  private var mayWriteMinutes: Bool {
    meeting.status == .ended && details.may.contains(.writeMinutes)
  }
}
