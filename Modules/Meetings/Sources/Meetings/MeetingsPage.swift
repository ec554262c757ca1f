import Councils
import HTML
import Kernel
import Web

/// The page with a council's meetings, and the form that plans one.
enum MeetingsPage {
  @Sendable
  static func view(_ list: MeetingList, _ page: Page) -> View {
    let title = page.say(nb: "Møter", nn: "Møte")
    let council = list.council
    return View(
      "\(title) – \(council.name)",
      crumbs: [Crumb(council.name, page.link(CouncilsPaths.council(council.id)))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name)</p>
      <p><a href="\(page.link(MeetingsPaths.councilResolutions(council.id)))">\
      \(page.say(nb: "Protokollen: rådets vedtak", nn: "Protokollen: vedtaka til rådet"))</a></p>
      \(table(list, page))
      \(page.pager(MeetingsPaths.meetings(council.id), next: list.meetings.next))
      \(list.mayPlan ? plan(council, page) : .none)
      """)
  }

  private static func table(_ list: MeetingList, _ page: Page) -> HTML {
    guard !list.meetings.data.isEmpty else {
      return "<p>\(page.say(nb: "Ingen møter er planlagt.", nn: "Ingen møte er planlagde."))</p>"
    }
    return PageTable(
      page.say(nb: "Møter", nn: "Møte"),
      columns: [
        page.say(nb: "Tid", nn: "Tid"), page.say(nb: "Sted", nn: "Stad"),
        page.say(nb: "Status", nn: "Status"),
      ], rows: list.meetings.data.map { cells($0, page) }
    ).html
  }

  private static func cells(_ meeting: Meeting, _ page: Page) -> [HTML] {
    let link = page.link(MeetingsPaths.meeting(meeting.id))
    return [
      "<a href=\"\(link)\">\(page.say(meeting.startsAt))</a>", "\(meeting.place)",
      Badge.of(meeting.status, page),
    ]
  }

  private static func plan(_ council: Council, _ page: Page) -> HTML {
    let form = page.form(to: page.link(MeetingsPaths.meetings(council.id)))
    return """
      <h2>\(page.say(nb: "Planlegg et møte", nn: "Planlegg eit møte"))</h2>
      \(form.html(
        button: page.say(nb: "Planlegg møtet", nn: "Planlegg møtet"),
        form.instant("startsAt", page.say(nb: "Tid", nn: "Tid")),
        form.text("place", page.say(nb: "Sted", nn: "Stad"))))
      """
  }
}
