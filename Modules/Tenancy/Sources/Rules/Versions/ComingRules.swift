import HTML
import Kernel
import Web

/// What has been decided for later, on the page of a type of council: a section for each version, and
/// the way to take the last one back for those who may.
struct ComingRules {
  let versions: [RuleVersionDetails]
  let page: Page

  var html: HTML { HTML(versions.map(section)) }

  private func section(_ coming: RuleVersionDetails) -> HTML {
    let day = page.say(coming.decision.validFrom)
    let link = page.link(TenancyPaths.ruleVersion(coming.rules.code, coming.version))
    let words = page.say(
      nb: "Les hele utgave \(coming.version)", nn: "Les heile utgåve \(coming.version)")
    let isLast = coming.version == versions.last?.version
    return """
      <h2>\(page.say(nb: "Endres fra \(day)", nn: "Blir endra frå \(day)"))</h2>
      <p>\(RuleVersionPage.decided(coming.decision, page)) <a href="\(link)">\(words)</a></p>
      \(RuleDifference.table(coming.changes, page).html)
      \(isLast && page.mayChangeRules ? withdrawal(of: coming) : .none)
      """
  }

  private func withdrawal(of coming: RuleVersionDetails) -> HTML {
    let form = page.form(to: page.link(TenancyPaths.ruleWithdrawal(coming.rules.code)))
    let title = page.say(nb: "Trekk endringen tilbake", nn: "Trekk endringa tilbake")
    let open: HTML = page.attempt == nil ? "" : " open"
    return """
      <details\(open)><summary>\(title)</summary>
      \(form.html(
        button: title, style: .secondary, form.version(coming.version),
        form.lines(
          "reason", page.say(nb: "Hvorfor", nn: "Kvifor"),
          hint: page.say(
            nb: "Alle kan lese det, og det blir stående.",
            nn: "Alle kan lese det, og det blir ståande.")),
        form.text("decidedBy", page.say(nb: "Bestemt av", nn: "Bestemt av"))))
      </details>
      """
  }
}
