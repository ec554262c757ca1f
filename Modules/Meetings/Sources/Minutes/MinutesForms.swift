import HTML
import Kernel
import Web

/// The forms of the minutes' page that its reader may use now.
extension MinutesPage {
  var forms: HTML { HTML([approve, circulate, publish, write]) }

  private var write: HTML {
    let isFinal = details.minutes?.status == .approved
    guard details.may.contains(.writeMinutes), details.meeting.status == .ended, !isFinal else {
      return .none
    }
    let form = page.form(to: page.link(MeetingsPaths.minutes(details.meeting.id)))
    let title =
      details.minutes == nil
      ? page.say(nb: "Skriv referatet", nn: "Skriv referatet")
      : page.say(nb: "Skriv en ny versjon", nn: "Skriv ein ny versjon")
    return """
      <h2>\(title)</h2>
      \(form.html(
        button: page.say(nb: "Lagre referatet", nn: "Lagre referatet"), style: .secondary,
        form.lines(
          "body", page.say(nb: "Tekst", nn: "Tekst"), value: details.minutes?.body ?? "",
          hint: page.say(
            nb: "Fremmøte og vedtak kommer med av seg selv. Skriv ingenting om enkeltpersoner.",
            nn: "Frammøte og vedtak kjem med av seg sjølv. Skriv ingenting om enkeltpersonar.")),
        form.box(
          "concernsNoSinglePerson",
          page.say(
            nb: "Referatet gjelder ikke enkeltpersoner",
            nn: "Referatet gjeld ikkje enkeltpersonar")),
        form.version(details.version)))
      """
  }

  private var circulate: HTML {
    guard details.may.contains(.writeMinutes), details.minutes?.status == .draft else {
      return .none
    }
    let form = page.form(to: page.link(MeetingsPaths.circulation(details.meeting.id)))
    return form.html(
      button: page.say(nb: "Send til godkjenning", nn: "Send til godkjenning"),
      form.version(details.version))
  }

  private var approve: HTML {
    let isMissing = details.approvals.contains {
      $0.person == details.reader && $0.approvedAt == nil
    }
    guard isMissing, details.minutes?.status == .circulated else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.minutesApproval(details.meeting.id)))
    return form.html(
      button: page.say(nb: "Godkjenn referatet", nn: "Godkjenn referatet"),
      form.version(details.version))
  }

  private var publish: HTML {
    guard details.may.contains(.publishMinutes), details.minutes?.status == .approved,
      details.publishedAt == nil
    else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.publication(details.meeting.id)))
    return form.html(button: page.say(nb: "Publiser referatet", nn: "Publiser referatet"))
  }
}
