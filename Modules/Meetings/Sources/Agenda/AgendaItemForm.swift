import HTML
import Kernel
import Web

/// The form that brings up a matter, perhaps with a proposal in it.
struct AgendaItemForm {
  let meeting: ID<Meeting>
  let page: Page
  var title = ""
  var summary = ""
  var style = Form.Style.secondary

  var html: HTML {
    let form = page.form(to: page.link(MeetingsPaths.agenda(meeting)))
    return form.html(
      button: page.say(nb: "Legg til saken", nn: "Legg til saka"), style: style,
      form.text("title", page.say(nb: "Hva saken gjelder", nn: "Kva saka gjeld"), value: title),
      form.choice(
        "kind", page.say(nb: "Slags sak", nn: "Slags sak"),
        ItemKind.allCases.map { ($0.rawValue, page.say($0.text)) }, value: "discussion"),
      form.lines(
        "summary", page.say(nb: "Bakgrunn", nn: "Bakgrunn"), value: summary,
        hint: page.say(
          nb: "Det som er greit å vite før møtet. Kan stå tomt.",
          nn: "Det som er greitt å vite før møtet. Kan stå tomt."),
        isRequired: false),
      form.box(
        "concernsNoSinglePerson",
        page.say(nb: "Saken gjelder ikke enkeltpersoner", nn: "Saka gjeld ikkje enkeltpersonar")))
  }
}
