import HTML
import Kernel
import Web

/// The fields of a form that changes a rule set: every question with its words beside it.
///
/// The questions of the sections come from `RuleSet.sections`, so that a new one shows up by itself.
package struct RuleForm {
  private let rules: RuleSet
  /// What has been filled in of the decision; nil in an empty form.
  private let decision: RuleDecision?
  private let version: Int
  private let isConfirmed: Bool
  /// The kommune's list, to choose from.
  private let userGroups: [UserGroup]

  /// A form that starts from the newest rules.
  package init(from newest: NewestRules, userGroups: [UserGroup]) {
    rules = newest.rules
    decision = nil
    version = newest.rules.version
    isConfirmed = false
    self.userGroups = userGroups
  }

  /// A form with what somebody has filled in.
  package init(
    from draft: RuleDraft, changing newest: NewestRules, userGroups: [UserGroup]
  ) {
    rules = draft.rules
    decision = draft.decision
    version = newest.rules.version
    isConfirmed = draft.saysItHoldsNoIdentityNumber
    self.userGroups = userGroups
  }

  /// The fields, in sight or kept out of it.
  package func fields(_ form: Form, _ page: Page) -> HTML {
    let sections = RuleSet.sections.enumerated().map { place, section in
      form.group(
        "sections.\(place)", page.say(section.title),
        section.fields.map { $0.control(rules, form, page) })
    }
    return """
      \(form.version(version))\(confirmation(form))
      \(whole(form, page))
      \(groups(form, page))
      \(sections)
      \(decided(form, page))
      """
  }

  /// Once somebody has said that a number is no identity number, they need not say so twice.
  private func confirmation(_ form: Form) -> HTML {
    form.isKept && isConfirmed ? form.hidden(Input.confirmationName, "true") : .none
  }

  private func whole(_ form: Form, _ page: Page) -> HTML {
    form.group(
      "whole", page.say(nb: "Navn og sted", nn: "Namn og stad"),
      [
        form.text(
          "name", page.say(nb: "Navn på bokmål", nn: "Namn på bokmål"), value: rules.name.nb),
        form.text(
          "nameNn", page.say(nb: "Navn på nynorsk", nn: "Namn på nynorsk"), value: rules.name.nn),
        form.boxes(
          "unitTypes", Text(nb: "Ved", nn: "Ved"),
          Text(
            nb: "Hva slags enheter rådet er for. Ingen: det opprettes ikke flere slike råd.",
            nn: "Kva slags einingar rådet er for. Ingen: det blir ikkje oppretta fleire slike råd."),
          of: UnitType.self, ticked: rules.unitTypes, page),
        form.box(
          "isMandatory",
          page.say(
            nb: "Alle slike enheter skal ha et råd", nn: "Alle slike einingar skal ha eit råd"),
          isTicked: rules.isMandatory),
      ])
  }

  private func groups(_ form: Form, _ page: Page) -> HTML {
    let rows =
      form.isKept ? rules.groups.count : form.rows("groups", atLeast: rules.groups.count + 3)
    return form.group(
      "groups", page.say(nb: "Gruppene", nn: "Gruppene"),
      hint: page.say(
        nb: "Hver gruppe har sine plasser. Tøm kode og navn for å ta bort en gruppe.",
        nn: "Kvar gruppe har sine plassar. Tøm kode og namn for å ta bort ei gruppe."),
      (0..<rows).map { row in
        GroupFields(
          place: "groups.\(row)",
          group: rules.groups.indices.contains(row) ? rules.groups[row] : nil,
          userGroups: userGroups, form: form, page: page
        ).html
      })
  }

  private func decided(_ form: Form, _ page: Page) -> HTML {
    form.group(
      "decision", page.say(nb: "Vedtaket", nn: "Vedtaket"),
      [
        form.day(
          "validFrom", page.say(nb: "Gjelder fra", nn: "Gjeld frå"), value: decision?.validFrom),
        DecisionFields(decision: decision).html(form, page),
      ])
  }
}

/// Who decided, when, and where it can be read.
struct DecisionFields {
  let decision: RuleDecision?

  func html(_ form: Form, _ page: Page) -> HTML {
    HTML([
      form.text(
        "decidedBy", page.say(nb: "Bestemt av", nn: "Bestemt av"), value: decision?.decidedBy ?? "",
        hint: page.say(
          nb: "Organet eller stillingen, for eksempel «bystyret».",
          nn: "Organet eller stillinga, til dømes «bystyret».")),
      form.day(
        "decidedOn", page.say(nb: "Bestemt den dagen", nn: "Bestemt den dagen"),
        value: decision?.decidedOn, isRequired: false),
      form.text(
        "documentLink", page.say(nb: "Hvor vedtaket kan leses", nn: "Kvar vedtaket kan lesast"),
        value: decision?.documentLink ?? "",
        hint: page.say(
          nb: "Adressen til saken eller dokumentet.", nn: "Adressa til saka eller dokumentet."),
        isRequired: false),
    ])
  }
}
