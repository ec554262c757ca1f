import HTML
import Kernel
import Web

/// The page where a council's status is changed.
enum StatusPage {
  @Sendable
  static func view(_ start: StatusForm, _ page: Page) -> View {
    let title = page.say(nb: "Endre status", nn: "Endre status")
    let council = start.council
    return View(
      "\(title) – \(council.name)",
      crumbs: [
        Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils())),
        Crumb(council.name, page.link(CouncilsPaths.council(council.id))),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name): \(page.say(council.status.text))</p>
      \(council.status == .dissolved ? dissolved(page) : form(start, page))
      """)
  }

  private static func dissolved(_ page: Page) -> HTML {
    "<p>\(page.say(ChangeCouncilStatus.Refusal.councilIsDissolved.text))</p>"
  }

  private static func form(_ start: StatusForm, _ page: Page) -> HTML {
    let form = page.form(to: page.link(CouncilsPaths.status(start.council.id)))
    let choices = start.council.status.next
      .map { (value: $0.rawValue, label: page.say($0.text)) }
    return form.html(
      button: page.say(nb: "Endre status", nn: "Endre status"),
      form.version(start.council.version),
      form.choice("status", page.say(nb: "Rådet blir", nn: "Rådet blir"), choices),
      form.day("validFrom", page.say(nb: "Fra og med", nn: "Frå og med"), value: start.today),
      form.lines(
        "reason", page.say(nb: "Hvorfor", nn: "Kvifor"),
        hint: page.say(
          nb: "Alle kan lese det, og det blir stående. Ikke skriv om enkeltpersoner.",
          nn: "Alle kan lese det, og det blir ståande. Ikkje skriv om enkeltpersonar.")),
      form.text(
        "decidedBy", page.say(nb: "Bestemt av", nn: "Bestemt av"),
        hint: page.say(
          nb: "Må fylles ut når rådet legges ned.", nn: "Må fyllast ut når rådet blir lagt ned."),
        isRequired: false),
      succession(start, form, page))
  }

  private static func succession(_ start: StatusForm, _ form: Form, _ page: Page) -> HTML {
    let nobody = (value: "", label: page.say(nb: "Ingen", nn: "Ingen"))
    return form.group(
      "succession", page.say(nb: "Når rådet legges ned", nn: "Når rådet blir lagt ned"),
      hint: page.say(
        nb: "Noen må følge opp det rådet har bedt om. Ubesvarte vedtak skal fortsatt besvares.",
        nn: "Nokon må følgje opp det rådet har bede om. Vedtak utan svar skal framleis få svar."),
      [
        form.select(
          "successor", page.say(nb: "Råd som tar over", nn: "Råd som tek over"),
          [nobody] + start.others.map { (value: "\($0.id)", label: $0.name) }),
        form.text(
          "nobodyTakesOver",
          page.say(nb: "Hvorfor ingen tar over", nn: "Kvifor ingen tek over"), isRequired: false),
      ])
  }
}
