import HTML
import Kernel
import Web

/// Who is there, on a meeting's page, and the form that records it.
extension MeetingPage {
  var attendance: HTML {
    guard !details.held.attendance.isEmpty else { return .none }
    let lines: [HTML] = details.held.attendance.map { attendee in
      "<li>\(attendee.name), \(page.say(attendee.capacity.text(details.words)))</li>"
    }
    let warnings: [HTML] = details.warnings.map {
      "<p class=\"notice warning\">\(page.say($0.text))</p>"
    }
    return """
      <h2>\(page.say(nb: "Til stede", nn: "Til stades"))</h2>
      <ul>\(lines)</ul>\(warnings)
      """
  }

  var attendanceForm: HTML {
    guard meeting.status == .open, details.may.contains(.leadMeeting),
      details.held.ballots.allSatisfy({ $0.status == .closed })
    else { return .none }
    let present = Set(details.held.attendance.map(\.person))
    let form = page.form(to: page.link(MeetingsPaths.attendance(meeting.id)))
    let boxes = details.candidates.map { candidate in
      form.box(
        "present.\(candidate.person)", label(candidate),
        isTicked: present.contains(candidate.person))
    }
    let title = page.say(nb: "Hvem er her?", nn: "Kven er her?")
    return """
      <h3>\(page.say(nb: "Før fremmøtet", nn: "Før frammøtet"))</h3>
      \(form.html(
        button: page.say(nb: "Lagre fremmøtet", nn: "Lagre frammøtet"), style: .secondary,
        form.group("present", title, boxes), form.version(details.version)))
      """
  }

  private func label(_ candidate: Candidate) -> String {
    let capacity = page.say(candidate.capacity.text(details.words))
    guard let member = candidate.insteadOf else { return "\(candidate.name), \(capacity)" }
    return page.say(
      nb: "\(candidate.name), \(capacity) for \(member)",
      nn: "\(candidate.name), \(capacity) for \(member)")
  }
}
