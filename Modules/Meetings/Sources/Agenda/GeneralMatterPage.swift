import HTML
import Kernel
import Web

/// The page that helps make a matter general: a draft and three questions, then what was found and
/// a proposal to carry on with.
struct GeneralMatterPage {
  let meeting: ID<Meeting>
  /// What was found; nil before anything was sent.
  let matter: GeneralMatter?
  let page: Page

  private var title: String { page.say(nb: "Gjør saken generell", nn: "Gjer saka generell") }

  var view: View {
    View(
      title,
      crumbs: [Crumb(page.say(nb: "Møte", nn: "Møte"), page.link(MeetingsPaths.meeting(meeting)))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Det du har opplevd, kan rådet ta opp når det også gjelder andre.",
        nn: "Det du har opplevd, kan rådet ta opp når det òg gjeld andre."))</p>
      <p>\(page.say(
        nb: "Det du skriver her, blir ikke lagret. Gjelder det bare én person, så ta det opp med"
          + " tjenesten selv, i Stafettloggen eller individuell plan, eller klag.",
        nn: "Det du skriv her, blir ikkje lagra. Gjeld det berre éin person, så ta det opp med"
          + " tenesta sjølv, i Stafettloggen eller individuell plan, eller klag."))</p>
      \(traces)
      \(proposal)
      \(questions)
      """)
  }

  private var traces: HTML {
    guard let matter else { return .none }
    let heading = page.say(nb: "Dette peker på én person", nn: "Dette peikar på éin person")
    let lines: [HTML] = matter.traces.map {
      "<li>«\($0.words)» \(page.say($0.kind.advice))</li>"
    }
    guard !lines.isEmpty else {
      return """
        <p class="notice ok" role="status">\(page.say(
          nb: "Vi fant ingen ord som peker på én person. Les gjennom selv også.",
          nn: "Vi fann ingen ord som peikar på éin person. Les gjennom sjølv òg."))</p>
        """
    }
    return """
      <div class="notice warning" role="status"><h2>\(heading)</h2><ul>\(lines)</ul></div>
      """
  }

  private var proposal: HTML {
    guard let title = matter?.title, let summary = matter?.summary else { return .none }
    let form = AgendaItemForm(
      meeting: meeting, page: page, title: title, summary: summary, style: .main)
    return """
      <h2>\(page.say(nb: "Slik kan saken lyde", nn: "Slik kan saka lyde"))</h2>
      <p>\(page.say(
        nb: "Det er dine egne svar. Endre det du vil før du melder saken.",
        nn: "Det er dine eigne svar. Endre det du vil før du melder saka."))</p>
      \(form.html)
      """
  }

  private var questions: HTML {
    let form = page.form(to: page.link(MeetingsPaths.generalMatter(meeting)))
    let request = matter?.request
    let again = page.say(nb: "Se på saken en gang til", nn: "Sjå på saka ein gong til")
    let hasProposal = matter?.title != nil
    let heading: HTML = hasProposal ? "<h2>\(again)</h2>" : .none
    let fields = form.html(
      button: page.say(nb: "Se på saken", nn: "Sjå på saka"),
      style: hasProposal ? .secondary : .main,
      form.lines(
        "draft", page.say(nb: "Hva har skjedd?", nn: "Kva har hendt?"), value: request?.draft ?? "",
        hint: page.say(nb: "Uten navn og nummer.", nn: "Utan namn og nummer.")),
      form.lines(
        "whoElse", page.say(nb: "Hvem andre gjelder det?", nn: "Kven andre gjeld det?"),
        value: request?.whoElse ?? "", isRequired: false),
      form.lines(
        "forAll",
        page.say(nb: "Hva bør tjenesten gjøre for alle?", nn: "Kva bør tenesta gjere for alle?"),
        value: request?.forAll ?? "", isRequired: false),
      form.lines(
        "better", page.say(nb: "Hva ville bli bedre da?", nn: "Kva ville bli betre då?"),
        value: request?.better ?? "", isRequired: false))
    return "\(heading)\(fields)"
  }
}
