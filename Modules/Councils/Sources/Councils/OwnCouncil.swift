import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// A council with what somebody is in it.
package struct OwnCouncil: JSONRecord {
  package let id: ID<Council>
  package let name: String
  package let unit: ID<ServiceUnit>
  package let unitName: String
  package let roles: [Role]
  let status: CouncilStatus
  let hasVacancy: Bool
  /// The first day of a term that is still to come; nil for whoever is something in it today.
  let begins: Day?
  let ending: EndingTerm?

  package static let shape = Shape<OwnCouncil>(
    "OwnCouncil",
    [
      Field("id", "The council's id.") { $0.id },
      Field("name", "Its name.") { $0.name },
      Field("unit", "The id of the unit it advises.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("roles", "What you are in it.") { $0.roles.map(\.rawValue) },
      Field("status", "Whether it is at work.") { $0.status },
      Field("hasVacancy", "Whether it is at work with a place that nobody has.") { $0.hasVacancy },
      Field("begins", "Your first day in it, when that is still to come, or null.") { $0.begins },
      Field("termEnds", "The last day of a term after which nobody is chosen yet, or null.") {
        $0.ending?.lastDay
      },
    ])
}

extension OwnCouncil {
  @Sendable
  static func list(_ councils: ListPage<OwnCouncil>, _ page: Page) -> View {
    let title = page.say(nb: "Mine råd", nn: "Mine råd")
    let none = page.say(
      nb: "Du har ingen plass i et råd. Se alle råd i menyen.",
      nn: "Du har ingen plass i eit råd. Sjå alle råd i menyen.")
    let list: HTML = "<ul class=\"plain\">\(councils.data.map { $0.line(page) })</ul>"
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(councils.data.isEmpty ? "<p>\(none)</p>" : list)
      <p><a href="\(page.link(CouncilsPaths.onboarding()))">\
      \(page.say(nb: "Ny i et råd? Kom i gang", nn: "Ny i eit råd? Kom i gang"))</a></p>
      \(page.pager(CouncilsPaths.ownCouncils(), next: councils.next))
      """)
  }

  private func line(_ page: Page) -> HTML {
    let start = begins.map { day in
      page.say(nb: "begynner \(page.say(day))", nn: "byrjar \(page.say(day))")
    }
    let words = (roles.map { page.say($0.text) } + [start].compactMap(\.self))
    let badge: HTML =
      status == .constituted ? "" : " <span class=\"badge\">\(page.say(status.text))</span>"
    let vacancy = page.say(nb: "Rådet har ledige plasser.", nn: "Rådet har ledige plassar.")
    let notes = [hasVacancy ? vacancy : nil, ending?.words(page)].compactMap(\.self)
    let lines: [HTML] = notes.map { "<br>\($0)" }
    return """
      <li><a href="\(page.link(CouncilsPaths.council(id)))">\(name)</a>\(badge)
      <span class="meta">\(words.joined(separator: ", "))</span>\(lines)</li>
      """
  }
}
