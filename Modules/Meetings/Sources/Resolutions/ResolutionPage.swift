import Councils
import HTML
import Kernel
import Web

/// The page with one resolution: the advice, and how much it weighed.
struct ResolutionPage {
  let details: ResolutionDetails
  let page: Page

  private var resolution: Resolution { details.resolution }

  var view: View {
    let title = "\(page.say(nb: "Vedtak", nn: "Vedtak")) \(resolution.number)"
    let council = details.council
    return View(
      "\(title) – \(council.name)",
      crumbs: [
        Crumb(council.name, page.link(CouncilsPaths.council(council.id))),
        Crumb(
          page.say(nb: "Protokoll", nn: "Protokoll"),
          page.link(MeetingsPaths.councilResolutions(council.id))),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name)</p>
      <p class="advice">\(resolution.text)</p>
      \(facts)
      \(answer)
      \(form)
      """)
  }

  private var facts: HTML {
    let meeting = page.link(MeetingsPaths.meeting(resolution.meeting))
    return """
      <dl class="facts">
      <div><dt>\(page.say(nb: "Status", nn: "Status"))</dt><dd>\(Badge.of(resolution, page))</dd></div>
      <div><dt>\(page.say(nb: "Vedtatt", nn: "Vedteke"))</dt>\
      <dd><a href="\(meeting)">\(page.say(resolution.adoptedOn))</a></dd></div>
      <div><dt>\(page.say(nb: "Stemmer", nn: "Røyster"))</dt><dd>\(resolution.tally.text(page))</dd></div>
      <div><dt>\(page.say(nb: "Svarfrist", nn: "Svarfrist"))</dt>\
      <dd>\(page.say(resolution.answerDue))</dd></div>
      </dl>
      """
  }

  private var answer: HTML {
    guard let answer = resolution.answer else { return .none }
    let weighty: HTML? = answer.weightyReason.map { "<p><strong>\(page.say($0.text))</strong></p>" }
    let reasons: [HTML] = (answer.reasons ?? "").split(separator: "\n").map { "<p>\($0)</p>" }
    return """
      <h2>\(page.say(nb: "Svaret", nn: "Svaret")): \(page.say(resolution.state.text))</h2>
      \(weighty)<blockquote>\(reasons)</blockquote>
      <p class="meta">\(answer.answeredBy), \(page.say(details.words[.unitLeader])), \
      \(page.say(answer.answeredAt))</p>
      """
  }

  private var form: HTML {
    guard details.mayAnswer else { return .none }
    let form = page.form(to: page.link(MeetingsPaths.answer(resolution.id)))
    let outcomes = AnswerOutcome.allCases.map { ($0.rawValue, page.say($0.state.text)) }
    let none = [("", page.say(nb: "Ingen", nn: "Ingen"))]
    let reasons = WeightyReason.allCases.map { ($0.rawValue, page.say($0.text)) }
    return """
      <h2>\(page.say(nb: "Svar rådet", nn: "Svar rådet"))</h2>
      \(form.html(
        button: page.say(nb: "Gi svaret", nn: "Gi svaret"),
        form.choice("outcome", page.say(nb: "Blir rådet fulgt?", nn: "Blir rådet følgt?"), outcomes),
        form.lines(
          "reasons", page.say(nb: "Begrunnelse", nn: "Grunngjeving"),
          hint: page.say(
            nb: "Må fylles ut når rådet ikke følges fullt ut.",
            nn: "Må fyllast ut når rådet ikkje blir følgt fullt ut."),
          isRequired: false),
        form.select(
          "weightyReason", page.say(nb: "Tungtveiende grunn", nn: "Tungtvegande grunn"),
          none + reasons,
          hint: page.say(
            nb: "Må velges når rådet ikke følges.", nn: "Må veljast når rådet ikkje blir følgt."))))
      """
  }
}
