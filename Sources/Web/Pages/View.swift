import HTML
import Kernel
import UseCases

/// The content of one page, without what surrounds every page.
package struct View: Sendable {
  package let title: String
  /// The way here from the front page.
  package let crumbs: [Crumb]
  package let body: HTML

  /// A page with a title, the way here, and its content.
  package init(_ title: String, crumbs: [Crumb] = [], _ body: HTML) {
    self.title = title
    self.crumbs = crumbs
    self.body = body
  }

  /// Nothing; for routes that have no page.
  package static let empty = View("", .none)
}

/// One step of the way from the front page.
package struct Crumb: Sendable {
  let text: String
  let link: Link

  /// A step with its name.
  package init(_ text: String, _ link: Link) {
    self.text = text
    self.link = link
  }
}

/// One entry of the menu.
package struct MenuItem: Sendable {
  package let text: Text
  package let path: Path
  /// What it takes to see it; nil where nothing does.
  private let permission: Permission?

  /// An entry that leads to a page without parameters, for everybody or for those who may see it.
  package init(_ text: Text, _ path: Path, for permission: Permission? = nil) {
    self.text = text
    self.path = path
    self.permission = permission
  }

  func isFor(_ actor: Actor) -> Bool {
    permission.map { !$0.roles.isDisjoint(with: actor.tenantWideRoles) } ?? true
  }
}
