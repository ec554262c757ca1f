import HTML
import Kernel
import Web

/// Resolutions on a page, a line each.
struct ResolutionTable {
  let page: Page

  func html(_ name: String, _ rows: [HTML]) -> HTML {
    guard !rows.isEmpty else {
      return """
        <p>\(page.say(nb: "Ingen vedtak er publisert.", nn: "Ingen vedtak er publiserte."))</p>
        """
    }
    return """
      <div class="table" tabindex="0" role="region" aria-label="\(name)"><table>
      <thead><tr><th scope="col">\(page.say(nb: "Nr.", nn: "Nr."))</th>
      <th scope="col">\(page.say(nb: "Råd", nn: "Råd"))</th>
      <th scope="col">\(page.say(nb: "Vedtatt", nn: "Vedteke"))</th>
      <th scope="col">\(page.say(nb: "Svar", nn: "Svar"))</th></tr></thead>
      <tbody>\(rows)</tbody>
      </table></div>
      """
  }

  /// One line; `council` is named where resolutions of several stand together.
  func row(_ resolution: Resolution, council: String? = nil) -> HTML {
    let name: HTML? = council.map { "<br><span class=\"meta\">\($0)</span>" }
    return """
      <tr><td class="number">\(resolution.number)</td>
      <td><a href="\(page.link(MeetingsPaths.resolution(resolution.id)))">\(resolution.text)</a>\(name)</td>
      <td>\(page.say(resolution.adoptedOn))</td><td>\(Badge.of(resolution, page))</td></tr>
      """
  }
}
