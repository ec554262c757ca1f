import Database
import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Lists those who want to take part in a council, for whoever holds its elections.
package struct ListInterests: UseCase, Readable {
  let council: ID<Council>
  let paging: Paging

  package static let permission = Permission.holdElection
  package static let changes = false

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    paging = input.paging()
  }

  /// - Throws: `AccessRefusal`.
  package func perform(in work: borrowing Work) throws -> InterestList {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    let after = paging.after.map { "AND (group_code, id) > (\($0.key), \($0.id))" as SQL } ?? ""
    let interests = try work.rows(
      """
      SELECT \(Interest.columns) FROM councils_interest
      WHERE council_id = \(council.id) AND kept_until >= \(OsloTime(work.now).day) \(after)
      ORDER BY group_code, id LIMIT \(paging.fetch)
      """, as: Interest.init)
    return InterestList(
      council: council, rules: try council.rules(in: work),
      interests: ListPage(interests, for: paging) { Cursor($0.group, $0.id) })
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/{council}/interests", page: CouncilsPaths.interests,
    "Those who want to take part in a council.", view: InterestList.view)
}

/// One page of those who want to take part.
package struct InterestList: JSONRecord {
  let council: Council
  let rules: RuleSet
  package let interests: ListPage<Interest>

  package static let shape = Shape<InterestList>(
    "InterestList",
    [
      Field("data", "Those who want to take part.") { $0.interests.data },
      Field("next", "The cursor of the next page, or null.") { $0.interests.next },
    ])

  @Sendable
  fileprivate static func view(_ list: InterestList, _ page: Page) -> View {
    let title = page.say(nb: "Hvem som vil være med", nn: "Kven som vil vere med")
    let council = list.council
    let none = page.say(nb: "Ingen har skrevet seg opp.", nn: "Ingen har skrive seg opp.")
    let entries: HTML =
      "<ul class=\"plain\">\(list.interests.data.map { list.line($0, page) })</ul>"
    return View(
      "\(title) – \(council.name)",
      crumbs: [
        Crumb(council.name, page.link(CouncilsPaths.council(council.id))),
        Crumb(page.say(nb: "Valg", nn: "Val"), page.link(CouncilsPaths.elections(council.id))),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name)</p>
      \(list.interests.data.isEmpty ? "<p>\(none)</p>" : entries)
      \(page.pager(CouncilsPaths.interests(council.id), next: list.interests.next))
      """)
  }

  private func line(_ interest: Interest, _ page: Page) -> HTML {
    let group = rules.group(interest.group).map { page.say($0.name) }
    let form = page.form(to: page.link(CouncilsPaths.interestRemoval(council.id, interest.id)))
    return """
      <li><strong>\(interest.name)</strong> <span class="meta">\(group ?? interest.group), \
      \(interest.email)</span><p>\(interest.about ?? "")</p>
      \(form.html(
        button: page.say(nb: "Slett \(interest.name)", nn: "Slett \(interest.name)"),
        style: .quiet))</li>
      """
  }
}
