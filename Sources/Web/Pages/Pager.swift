import HTML

extension Page {
  /// The way to the next page of a list, if there is one.
  package func pager(_ target: Target, next: String?) -> HTML {
    guard let next else { return .none }
    let link = link(target.asking("cursor", next))
    return """
      <p class="pager"><a rel="next" href="\(link)">\(say(nb: "Vis flere", nn: "Vis fleire"))</a></p>
      """
  }
}
