import Councils
import HTML
import Kernel
import Web

/// The page with the kommune's resolutions.
enum ResolutionsPage {
  @Sendable
  static func view(_ list: ListPage<Resolution>, _ page: Page) -> View {
    let title = page.say(nb: "Vedtak og svar", nn: "Vedtak og svar")
    let table = ResolutionTable(page: page)
    return View(
      title,
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Rådene som er gitt, og hva det ble av dem.",
        nn: "Råda som er gitt, og kva det vart av dei."))</p>
      \(table.html(title, list.data.map { table.row($0, council: $0.councilName) }))
      \(page.pager(MeetingsPaths.resolutions(), next: list.next))
      """)
  }
}

/// The page with one council's protocol.
enum ProtocolPage {
  @Sendable
  static func view(_ list: CouncilProtocol, _ page: Page) -> View {
    let title = page.say(nb: "Protokoll", nn: "Protokoll")
    let council = list.council
    let table = ResolutionTable(page: page)
    return View(
      "\(title) – \(council.name)",
      crumbs: [Crumb(council.name, page.link(CouncilsPaths.council(council.id)))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name)</p>
      \(table.html(title, list.resolutions.data.map { table.row($0) }))
      \(page.pager(MeetingsPaths.councilResolutions(council.id), next: list.resolutions.next))
      """)
  }
}
