import Database
import HTML
import Kernel
import Web

/// Pages that belong to no kommune: the instance's front page and what cannot be shown otherwise.
enum PlainPage {
  /// One sentence in bokmål and nynorsk.
  static func response(_ status: Int, _ text: Text) -> Response {
    document(
      status, "Samråd",
      """
      <h1>Samråd</h1>
      <p lang="nb">\(text.nb)</p>
      <p lang="nn">\(text.nn)</p>
      <p><a href="/">Samråd</a></p>
      """)
  }

  static func document(_ status: Int, _ title: String, _ body: HTML) -> Response {
    let html: HTML = """
      <!doctype html>
      <html lang="nb">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="stylesheet" href="\(Assets.stylesheetPath)">
      <link rel="icon" href="\(Assets.iconPath)" type="image/svg+xml">
      </head>
      <body>
      <main>
      \(body)
      </main>
      </body>
      </html>

      """
    return Response(
      status, headers: ["Content-Type": "text/html; charset=utf-8"], body: html.utf8)
  }
}

/// The kommuner on this instance.
enum InstanceFrontPage {
  static func response(_ tenants: [Tenant]) -> Response {
    let list: [HTML] = tenants.map { tenant in
      let link = Link(path: "/\(tenant.slug)/")
      return "<li class=\"card\"><a href=\"\(link)\">\(tenant.name)</a></li>"
    }
    return PlainPage.document(
      200, "Samråd",
      """
      <h1>Samråd</h1>
      <p class="lead">Her møtes brukerråd og de som skal lytte til dem. Velg kommune.</p>
      <ul class="plain cards">\(list)</ul>
      """)
  }
}

/// A refusal as a page of the kommune, where no form can be shown again.
enum RefusalPage {
  static func response(_ refusal: any Refusal, _ page: Page) -> Response {
    let title = page.say(nb: "Det gikk ikke", nn: "Det gjekk ikkje")
    let front = page.link(page.site.front())
    let response = page.html(
      refusal.kind.rawValue,
      View(
        title,
        """
        <h1>\(title)</h1>
        <p><a href="\(front)">\(page.say(nb: "Til forsiden", nn: "Til framsida"))</a></p>
        """))
    return response
  }
}
