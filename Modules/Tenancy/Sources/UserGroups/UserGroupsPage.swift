import HTML
import Kernel
import Web

/// The page with whom members of councils speak for, and the forms of whoever decides the rules.
enum UserGroupsPage {
  @Sendable
  static func view(_ groups: [ListedUserGroup], _ page: Page) -> View {
    let title = page.say(nb: "Brukergrupper", nn: "Brukargrupper")
    return View(
      title,
      crumbs: [
        Crumb(
          page.say(nb: "Regler for rådene", nn: "Reglar for råda"), page.link(TenancyPaths.rules()))
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Hvem medlemmene i rådene taler for.", nn: "Kven medlemmene i råda talar for."))</p>
      \(table(groups, page, title).html)
      \(page.mayChangeRules ? forms(groups, page) : .none)
      """)
  }

  private static func table(
    _ groups: [ListedUserGroup], _ page: Page, _ name: String
  ) -> PageTable {
    PageTable(
      name,
      columns: [
        page.say(nb: "Brukergruppe", nn: "Brukargruppe"), page.say(nb: "Type råd", nn: "Type råd"),
      ],
      rows: groups.map { ["\(page.say($0.group.name))", types($0, page)] })
  }

  private static func types(_ listed: ListedUserGroup, _ page: Page) -> HTML {
    guard !listed.types.isEmpty else { return "–" }
    let links: [HTML] = listed.types.enumerated().map { place, type in
      let comma: HTML = place == 0 ? "" : ", "
      let link = page.link(TenancyPaths.ruleSet(type.ruleSet))
      return "\(comma)<a href=\"\(link)\">\(page.say(type.name))</a>"
    }
    return "\(links)"
  }

  private static func forms(_ groups: [ListedUserGroup], _ page: Page) -> HTML {
    let form = page.form(to: page.link(TenancyPaths.userGroups()))
    return """
      <h2>\(page.say(nb: "Legg til en brukergruppe", nn: "Legg til ei brukargruppe"))</h2>
      \(form.html(
        button: page.say(nb: "Legg til", nn: "Legg til"),
        form.text(
          "code", page.say(nb: "Kode", nn: "Kode"),
          hint: page.say(
            nb: "Små bokstaver fra a til z, tall og bindestrek. Koden endres ikke siden.",
            nn: "Små bokstavar frå a til z, tal og bindestrek. Koden blir ikkje endra sidan.")),
        names(form, page)))
      <h2>\(page.say(nb: "Endre listen", nn: "Endre lista"))</h2>
      \(groups.map { changes(of: $0, page) })
      """
  }

  private static func names(_ form: Form, _ page: Page, _ name: Text? = nil) -> HTML {
    HTML([
      form.text(
        "name", page.say(nb: "Navn på bokmål", nn: "Namn på bokmål"), value: name?.nb ?? ""),
      form.text(
        "nameNn", page.say(nb: "Navn på nynorsk", nn: "Namn på nynorsk"), value: name?.nn ?? ""),
    ])
  }

  private static func changes(of listed: ListedUserGroup, _ page: Page) -> HTML {
    let group = listed.group
    let form = page.form(to: page.link(TenancyPaths.userGroup(group.code)))
    return """
      <details><summary>\(page.say(group.name))</summary>
      \(form.html(
        button: page.say(nb: "Lagre navnet", nn: "Lagre namnet"), style: .secondary,
        names(form, page, group.name)))
      \(removal(of: listed, page))</details>
      """
  }

  /// What rules have named has no way to be removed, and says why.
  private static func removal(of listed: ListedUserGroup, _ page: Page) -> HTML {
    guard !listed.isNamed else {
      let words = page.say(
        nb: "Regler viser til gruppen, så den kan ikke fjernes.",
        nn: "Reglar viser til gruppa, så ho kan ikkje fjernast.")
      return "<p class=\"meta\">\(words)</p>"
    }
    let name = page.say(listed.group.name)
    return page.form(to: page.link(TenancyPaths.userGroupRemoval(listed.group.code))).html(
      button: page.say(nb: "Fjern \(name)", nn: "Fjern \(name)"), style: .quiet)
  }
}
