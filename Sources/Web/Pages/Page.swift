import Database
import HTML
import Kernel
import UseCases

/// What a page knows of its surroundings: whose it is, who reads it, and in which language.
package struct Page: Sendable {
  package let tenant: Tenant
  package let actor: Actor
  package let language: Language
  /// What stands before every path: `/trondheim`, or nothing on a host of the kommune's own.
  let base: String
  /// The path of the page that is shown, below the kommune.
  let path: String
  /// The token of this session's forms; empty for visitors.
  let formToken: String
  package let cookies: Cookies
  package let site: Site
  /// The form that was just refused, if one was.
  package let attempt: Attempt?
  /// What was just done, to say so.
  let done: Text?

  /// A page's surroundings; the gateway and the tests make them.
  package init(
    tenant: Tenant, actor: Actor, language: Language, base: String, path: String = "/",
    formToken: String = "",
    isSecure: Bool = false, site: Site, attempt: Attempt? = nil, done: Text? = nil
  ) {
    self.tenant = tenant
    self.actor = actor
    self.language = language
    self.base = base
    self.path = path
    self.formToken = formToken
    cookies = Cookies(base: base, isSecure: isSecure)
    self.site = site
    self.attempt = attempt
    self.done = done
  }

  /// The menu for whoever reads the page.
  package var menu: [MenuItem] {
    guard actor.member != nil else { return site.menu }
    return site.ownMenu.filter { $0.isFor(actor) } + site.menu
  }

  /// A text in the reader's language.
  package func say(nb: String, nn: String) -> String { language == .nynorsk ? nn : nb }

  /// A text in the reader's language.
  package func say(_ text: Text) -> String { text[language] }

  /// A link to a page of this kommune.
  package func link(_ target: Target) -> Link { Link(path: base + target.text) }

  /// The path of a form below the kommune, with another route's parameters filled in.
  package func path(of form: Path, with parameters: [String: Value]) -> String {
    form.filled(from: parameters).path
  }

  /// An answer with the whole page.
  package func html(_ status: Int, _ view: View) -> Response {
    Response(
      status, headers: ["Content-Type": "text/html; charset=utf-8"],
      body: Layout.document(view, self).utf8)
  }

  /// An answer that leads on, and has the next page say that it is done.
  package func redirect(to target: Target, done: String? = nil) -> Response {
    var response = Response(303, headers: ["Location": link(target).text])
    if let done {
      response.headers.add("Set-Cookie", cookies.setting(Page.doneCookie, done, seconds: 60))
    }
    return response
  }

  /// The cookie that tells the next page what was done, once; nobody can put it into an address.
  package static let doneCookie = "samrad-gjort"
}

/// What is the same on every page of the instance.
package struct Site: Sendable {
  let stylesheet: Link
  let icon: Link
  package let menu: [MenuItem]
  /// What the menu adds for people who are signed in.
  package let ownMenu: [MenuItem]
  let signIn: Path
  let signOut: Path
  let account: Path
  package let front: Path

  /// The stylesheet, the icon, the menu, and where one signs in and out.
  package init(
    stylesheet: Link, icon: Link, menu: [MenuItem], ownMenu: [MenuItem] = [], front: Path,
    signIn: Path, signOut: Path, account: Path
  ) {
    self.stylesheet = stylesheet
    self.icon = icon
    self.menu = menu
    self.ownMenu = ownMenu
    self.front = front
    self.signIn = signIn
    self.signOut = signOut
    self.account = account
  }
}

/// A form that was refused: what was filled in, and why not.
package struct Attempt: Sendable {
  let action: String
  let values: [String: Value]
  package let reason: Text
  package let fields: [FieldProblem]

  /// What was sent to `action`, and the refusal.
  package init(action: String, values: [String: Value], refusal: any Refusal) {
    self.action = action
    self.values = values
    reason = refusal.text
    fields = refusal.fields
  }
}
