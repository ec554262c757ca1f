import HTML
import Kernel
import Web

/// Ballots on a page: each motion, its count, and the number it got in the protocol.
struct BallotList {
  let ballots: [Ballot]
  let resolutions: [Resolution]
  let page: Page

  var html: HTML { "<ul class=\"plain\">\(ballots.map(line))</ul>" }

  private func line(_ ballot: Ballot) -> HTML {
    let resolution = resolutions.first { $0.ballot == ballot.id }
    return """
      <li><p class="advice">\(ballot.motion)</p>
      <p>\(result(ballot)) \(resolution.map(link) ?? .none)</p></li>
      """
  }

  private func result(_ ballot: Ballot) -> HTML {
    guard let tally = ballot.tally else {
      return Badge.html(
        "waiting", Text(nb: "Avstemningen er åpen", nn: "Avrøystinga er open"), page)
    }
    return """
      \(page.say(outcome(tally))) \
      <span class="meta">\(tally.text(page))</span>
      """
  }

  private func outcome(_ tally: Tally) -> Text {
    if tally.isAdopted { return Text(nb: "Vedtatt.", nn: "Vedteke.") }
    if tally.isEmpty {
      return Text(nb: "Ikke vedtatt: ingen stemte.", nn: "Ikkje vedteke: ingen røysta.")
    }
    return tally.isTie
      ? Text(
        nb: "Ikke vedtatt: like mange for og mot.", nn: "Ikkje vedteke: like mange for og mot.")
      : Text(nb: "Ikke vedtatt.", nn: "Ikkje vedteke.")
  }

  private func link(_ resolution: Resolution) -> HTML {
    """
    <a href="\(page.link(MeetingsPaths.resolution(resolution.id)))">\
    \(page.say(nb: "Vedtak", nn: "Vedtak")) \(resolution.number)</a> \(Badge.of(resolution, page))
    """
  }
}

extension Tally {
  /// The count as people read it.
  func text(_ page: Page) -> String {
    page.say(
      nb: "\(yes) for, \(no) mot, \(blank) blankt", nn: "\(yes) for, \(no) mot, \(blank) blankt")
  }
}
