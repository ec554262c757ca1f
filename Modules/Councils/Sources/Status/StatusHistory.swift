import HTML
import Kernel
import Web

/// What a council has been, on its page, with the way to change it for those who may.
struct StatusHistory {
  let details: CouncilDetails
  let page: Page

  var html: HTML {
    """
    <h2>\(page.say(nb: "Historie", nn: "Historie"))</h2>
    <ul>\(details.history.map(line))</ul>
    \(page.showsNewCouncil && details.council.status != .dissolved ? way : .none)
    """
  }

  private func line(_ change: StatusChange) -> HTML {
    let decided: HTML? = change.decidedBy.map { "<span class=\"meta\">(\($0))</span>" }
    return """
      <li>\(page.say(change.validFrom)): \(word(change)). \(change.reason ?? "") \(decided)\
      \(successor(of: change))</li>
      """
  }

  private func word(_ change: StatusChange) -> String {
    change.was == nil
      ? page.say(nb: "konstituert", nn: "konstituert") : page.say(change.status.text)
  }

  private func successor(of change: StatusChange) -> HTML {
    guard change.status == .dissolved else { return .none }
    guard let id = change.successor else {
      let words = page.say(nb: "Ingen tar over", nn: "Ingen tek over")
      return "<br>\(words): \(change.nobodyTakesOver ?? "")"
    }
    let words = page.say(nb: "Tar over", nn: "Tek over")
    return """
      <br>\(words): <a href="\(page.link(CouncilsPaths.council(id)))">\
      \(change.successorName ?? "")</a>
      """
  }

  private var way: HTML {
    let link = page.link(CouncilsPaths.status(details.id))
    return """
      <p class="actions"><a class="button secondary" href="\(link)">\
      \(page.say(nb: "Endre status", nn: "Endre status"))</a></p>
      """
  }
}
