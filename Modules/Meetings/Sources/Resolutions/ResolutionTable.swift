import HTML
import Kernel
import Web

/// Resolutions on a page, a line each.
struct ResolutionTable {
  let page: Page

  func html(_ name: String, _ rows: [[HTML]]) -> HTML {
    guard !rows.isEmpty else {
      return """
        <p>\(page.say(nb: "Ingen vedtak er publisert.", nn: "Ingen vedtak er publiserte."))</p>
        """
    }
    return PageTable(
      name,
      columns: [
        page.say(nb: "Råd", nn: "Råd"), page.say(nb: "Nr.", nn: "Nr."),
        page.say(nb: "Vedtatt", nn: "Vedteke"), page.say(nb: "Svar", nn: "Svar"),
      ], numbers: [1], rows: rows
    ).html
  }

  /// One line; `council` is named where resolutions of several stand together.
  func row(_ resolution: Resolution, council: String? = nil) -> [HTML] {
    let link = page.link(MeetingsPaths.resolution(resolution.id))
    let name: HTML? = council.map { "<br><span class=\"meta\">\($0)</span>" }
    return [
      "<a href=\"\(link)\">\(resolution.text)</a>\(name)", "\(resolution.number)",
      "\(page.say(resolution.adoptedOn))", Badge.of(resolution, page),
    ]
  }
}
