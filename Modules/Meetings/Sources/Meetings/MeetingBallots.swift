import HTML
import Kernel
import Web

/// Ballots on a meeting's page, and the forms that open, cast and close.
extension MeetingPage {
  private var openBallot: Ballot? { details.held.ballots.first { $0.status == .open } }

  var ballots: HTML {
    guard !details.held.ballots.isEmpty else { return .none }
    let list = BallotList(
      ballots: details.held.ballots, resolutions: details.held.resolutions, page: page)
    return """
      <h2>\(page.say(nb: "Avstemninger og vedtak", nn: "Avrøystingar og vedtak"))</h2>\(list.html)
      """
  }

  var ballotForms: HTML {
    guard meeting.status == .open else { return .none }
    guard let openBallot else { return open }
    return HTML([vote(on: openBallot), close(openBallot)])
  }

  private func vote(on ballot: Ballot) -> HTML {
    let mayVote = details.held.attendance.contains {
      $0.person == details.reader.person && $0.mayVote
    }
    guard mayVote else { return .none }
    guard !details.reader.votedOn.contains(ballot.id) else {
      return "<p class=\"notice ok\">\(page.say(nb: "Du har stemt.", nn: "Du har røysta."))</p>"
    }
    let form = page.form(to: page.link(MeetingsPaths.votes(meeting.id, ballot.id)))
    return form.html(
      button: page.say(nb: "Stem", nn: "Røyst"),
      form.choice(
        "choice", page.say(nb: "Din stemme", nn: "Di røyst"),
        Choice.allCases.map { ($0.rawValue, page.say($0.text)) }))
  }

  private func close(_ ballot: Ballot) -> HTML {
    guard details.may.contains(.leadMeeting) else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.closing(meeting.id, ballot.id)))
    return form.html(
      button: page.say(nb: "Avslutt avstemningen og tell", nn: "Avslutt avrøystinga og tel"),
      style: .secondary,
      form.box(
        "confirmMissing",
        page.say(
          nb: "Avslutt selv om noen som er til stede, ikke har stemt",
          nn: "Avslutt sjølv om nokon som er til stades, ikkje har røysta")))
  }

  private var open: HTML {
    guard details.may.contains(.leadMeeting), !details.held.attendance.isEmpty else {
      return .none
    }
    let form = page.form(to: page.link(MeetingsPaths.ballots(meeting.id)))
    let items = details.items.map { ("\($0.id)", "\($0.position). \($0.title)") }
    return """
      <h3>\(page.say(nb: "Stem over et råd", nn: "Røyst over eit råd"))</h3>
      \(form.html(
        button: page.say(nb: "Åpne avstemningen", nn: "Opne avrøystinga"), style: .secondary,
        form.select("item", page.say(nb: "Sak", nn: "Sak"), items),
        form.lines(
          "motion", page.say(nb: "Forslag til vedtak", nn: "Framlegg til vedtak"),
          hint: page.say(
            nb: "Slik vedtaket skal lyde.", nn: "Slik vedtaket skal lyde."))))
      """
  }

  var ending: HTML {
    guard meeting.status == .open, openBallot == nil, details.may.contains(.leadMeeting),
      !details.held.attendance.isEmpty
    else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.ending(meeting.id)))
    return form.html(
      button: page.say(nb: "Avslutt møtet", nn: "Avslutt møtet"), form.version(details.version))
  }
}
