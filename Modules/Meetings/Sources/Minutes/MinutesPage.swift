import Councils
import HTML
import Kernel
import Web

/// The page with the minutes of a meeting, and the forms that lead to their publication.
struct MinutesPage {
  let details: MinutesDetails
  let page: Page

  var view: View {
    let meeting = details.meeting
    let title = page.say(nb: "Referat", nn: "Referat")
    return View(
      "\(title) – \(details.council.name)",
      crumbs: [
        Crumb(details.council.name, page.link(CouncilsPaths.council(details.council.id))),
        Crumb(page.say(meeting.startsAt), page.link(MeetingsPaths.meeting(meeting.id))),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(details.council.name), \(page.say(meeting.startsAt)), \(meeting.place)</p>
      <p>\(status)</p>
      \(attendance)
      \(text)
      \(resolutions)
      \(approvals)
      \(forms)
      """)
  }

  private var status: HTML {
    if let publishedAt = details.publishedAt {
      let text = Text(nb: "Publisert", nn: "Publisert")
      return """
        \(Badge.html("published", text, page)) <span class="meta">\(page.say(publishedAt))</span>
        """
    }
    guard let minutes = details.minutes else {
      return Badge.html("draft", Text(nb: "Ikke skrevet", nn: "Ikkje skrive"), page)
    }
    return Badge.of(minutes.status, page)
  }

  private var attendance: HTML {
    let lines: [HTML] = details.attendance.map { attendee in
      "<li>\(attendee.name), \(page.say(attendee.capacity.text(details.words)))</li>"
    }
    return """
      <h2>\(page.say(nb: "Til stede", nn: "Til stades"))</h2><ul>\(lines)</ul>
      """
  }

  private var text: HTML {
    guard let minutes = details.minutes else { return .none }
    let paragraphs: [HTML] = minutes.body.split(separator: "\n").map { "<p>\($0)</p>" }
    return """
      <h2>\(page.say(nb: "Hva vi snakket om", nn: "Kva vi snakka om"))</h2>\(paragraphs)
      """
  }

  private var resolutions: HTML {
    guard !details.ballots.isEmpty else { return .none }
    return """
      <h2>\(page.say(nb: "Vedtak og avstemninger", nn: "Vedtak og avrøystingar"))</h2>
      \(BallotList(ballots: details.ballots, resolutions: details.resolutions, page: page).html)
      """
  }

  private var approvals: HTML {
    guard details.minutes.map({ $0.status != .draft }) == true else { return .none }
    let lines: [HTML] = details.approvals.map { approval in
      let time = approval.approvedAt.map { page.say($0) }
      return "<li>\(approval.name): \(time ?? page.say(nb: "ikke ennå", nn: "ikkje enno"))</li>"
    }
    return """
      <h2>\(page.say(nb: "Godkjent av", nn: "Godkjent av"))</h2><ul>\(lines)</ul>
      """
  }
}
