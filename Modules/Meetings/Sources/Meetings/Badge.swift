import HTML
import Kernel
import Web

/// A state shown on a page.
enum Badge {
  /// The badge of one class, whose words say the same as its colour.
  static func html(_ badge: String, _ text: Text, _ page: Page) -> HTML {
    "<span class=\"badge \(badge)\">\(page.say(text))</span>"
  }

  static func of(_ status: MeetingStatus, _ page: Page) -> HTML {
    html(status.badge, status.text, page)
  }

  static func of(_ status: MinutesStatus, _ page: Page) -> HTML {
    html(status.badge, status.text, page)
  }

  static func of(_ resolution: Resolution, _ page: Page) -> HTML {
    let state = resolution.state
    return html(state.badge, state.text, page)
  }
}
