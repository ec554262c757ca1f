import Database
import HTML
import Kernel
import UseCases

/// What surrounds every page: one header, one menu, one footer, no script.
enum Layout {
  static func document(_ view: View, _ page: Page) -> HTML {
    let title = view.title.isEmpty ? page.tenant.name : "\(view.title) – \(page.tenant.name)"
    return """
      <!doctype html>
      <html lang="\(page.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="stylesheet" href="\(page.site.stylesheet)">
      <link rel="icon" href="\(page.site.icon)" type="image/svg+xml">
      </head>
      <body>
      <a class="skip" href="#innhold">\(page.say(nb: "Hopp til innholdet", nn: "Hopp til innhaldet"))</a>
      \(header(page))
      <main id="innhold">
      \(crumbs(view.crumbs, page))
      \(notice(page))
      \(view.body)
      </main>
      \(footer(page))
      </body>
      </html>

      """
  }

  private static func header(_ page: Page) -> HTML {
    let front = page.link(page.site.front())
    return """
      <header class="top">
      <a class="brand" href="\(front)"><strong>Samråd</strong> <span>\(page.tenant.name)</span></a>
      \(account(page))
      </header>
      <nav class="main" aria-label="\(page.say(nb: "Hovedmeny", nn: "Hovudmeny"))">
      <ul>
      \(page.menu.map { menuLine($0, page) })
      </ul>
      </nav>
      """
  }

  /// One entry of the menu, marked when its page or one below it is shown.
  private static func menuLine(_ item: MenuItem, _ page: Page) -> HTML {
    let isHere = page.path == item.path().path || page.path.hasPrefix(item.path().path + "/")
    let mark: HTML = isHere ? " aria-current=\"page\"" : ""
    return "<li><a href=\"\(page.link(item.path()))\"\(mark)>\(page.say(item.text))</a></li>"
  }

  private static func account(_ page: Page) -> HTML {
    guard let member = page.actor.member else {
      let link = page.link(page.site.signIn())
      return
        "<p class=\"who\"><a href=\"\(link)\">\(page.say(nb: "Logg inn", nn: "Logg inn"))</a></p>"
    }
    let form = page.form(to: page.link(page.site.signOut()))
    return """
      <div class="who"><a href="\(page.link(page.site.account()))">\(member.name)</a>
      \(form.html(button: page.say(nb: "Logg ut", nn: "Logg ut"), style: .quiet))</div>
      """
  }

  private static func crumbs(_ crumbs: [Crumb], _ page: Page) -> HTML {
    guard !crumbs.isEmpty else { return .none }
    return """
      <nav class="crumbs" aria-label="\(page.say(nb: "Du er her", nn: "Du er her"))"><ol>
      \(crumbs.map { "<li><a href=\"\($0.link)\">\($0.text)</a></li>" })
      </ol></nav>
      """
  }

  /// What was just done, or why it was not.
  private static func notice(_ page: Page) -> HTML {
    if let attempt = page.attempt {
      return """
        <div class="errors" role="alert">
        <p><strong>\(page.say(attempt.reason))</strong></p>
        \(problemList(attempt, page))
        </div>
        """
    }
    guard let done = page.done else { return .none }
    return "<p class=\"notice ok\" role=\"status\">\(page.say(done))</p>"
  }

  private static func problemList(_ attempt: Attempt, _ page: Page) -> HTML {
    guard !attempt.fields.isEmpty else { return .none }
    let lines: [HTML] = attempt.fields.map { problem in
      let id = Form.inputID(action: attempt.action, problem.field)
      return "<li><a href=\"#\(id)\">\(page.say(problem.text))</a></li>"
    }
    return "<ul>\(lines)</ul>"
  }

  private static func footer(_ page: Page) -> HTML {
    let other = page.language == .nynorsk ? ("nb", "Bokmål") : ("nn", "Nynorsk")
    let note = page.say(
      nb: "Saker om enkeltpersoner hører ikke hjemme her. Ta dem opp med den som gir tjenesten.",
      nn: "Saker om enkeltpersonar høyrer ikkje heime her. Ta dei opp med den som gir tenesta.")
    return """
      <footer class="bottom">
      <p>\(note)</p>
      <p><a href="?sprak=\(other.0)" lang="\(other.0)" hreflang="\(other.0)">\(other.1)</a></p>
      </footer>
      """
  }
}
