import HTML
import Kernel
import Web

/// One answer that two versions of a rule set give differently, in words.
package struct RuleDifference: JSONRecord, Hashable {
  package let field: String
  package let title: Text
  package let before: Text
  package let after: Text

  package static let shape = Shape<RuleDifference>(
    "RuleDifference",
    [
      Field("field", "The question, or `groups.CODE` for a group of seats.") { $0.field },
      Field("title", "The question, in bokmål.") { $0.title.nb },
      Field("before", "The answer so far, in bokmål.") { $0.before.nb },
      Field("after", "The new answer, in bokmål.") { $0.after.nb },
    ])
}

extension RuleDifference {
  /// Each answer, before and after.
  package static func table(_ differences: [RuleDifference], _ page: Page) -> PageTable {
    PageTable(
      page.say(nb: "Det som endres", nn: "Det som blir endra"),
      columns: [
        page.say(nb: "Regel", nn: "Regel"), page.say(nb: "Før", nn: "Før"),
        page.say(nb: "Etter", nn: "Etter"),
      ],
      rows: differences.map {
        ["\(page.say($0.title))", "\(page.say($0.before))", "\(page.say($0.after))"]
      })
  }
}

extension RuleSet {
  /// Everything that another version answers differently, as people read it.
  package func changes(to next: RuleSet) -> [RuleDifference] {
    let whole = RuleField.ofTheWhole.compactMap { $0.difference(self, next) }
    let groups = (self.groups + next.groups).reduce(into: [String]()) { codes, group in
      if !codes.contains(group.code) { codes.append(group.code) }
    }
    return whole + groups.compactMap { group($0, in: next) }
      + next.differences(from: self).compactMap { field in
        RuleDifference(
          field: field.name, title: field.title, before: field.words(self), after: field.words(next)
        )
      }
  }

  private func group(_ code: String, in next: RuleSet) -> RuleDifference? {
    let (old, new) = (group(code), next.group(code))
    let (before, after) = (old?.words(among: groups), new?.words(among: next.groups))
    guard before != after, let name = (new ?? old)?.name else { return nil }
    let none = Text(nb: "finnes ikke", nn: "finst ikkje", en: "is not there")
    return RuleDifference(
      field: "groups.\(code)",
      title: Text(
        nb: "Gruppen «\(name.nb)»", nn: "Gruppa «\(name.nn)»", en: "The group «\(name.en)»"),
      before: before ?? none, after: after ?? none)
  }
}

/// A question about a rule set as a whole, which stands in no section.
private struct WholeQuestion: Sendable {
  let field: String
  let title: Text
  let words: @Sendable (RuleSet) -> Text

  func difference(_ before: RuleSet, _ after: RuleSet) -> RuleDifference? {
    let (old, new) = (words(before), words(after))
    guard old != new else { return nil }
    return RuleDifference(field: field, title: title, before: old, after: new)
  }
}

extension RuleField {
  fileprivate static let ofTheWhole = [
    WholeQuestion(field: "name", title: Text(nb: "Navn", nn: "Namn")) { $0.name },
    WholeQuestion(field: "unitTypes", title: Text(nb: "Ved", nn: "Ved")) {
      list($0.unitTypes.map(\.text))
    },
    WholeQuestion(field: "isMandatory", title: Text(nb: "Skal finnes", nn: "Skal finnast")) {
      yesOrNo($0.isMandatory)
    },
    WholeQuestion(field: "groups", title: Text(nb: "Gruppene", nn: "Gruppene")) {
      list($0.groups.map { Text(nb: $0.name.nb, nn: $0.name.nn) })
    },
  ]
}

extension SeatGroup {
  /// All that is decided about the group, in words: `elev: 3, velges av elevrådet, stemmer, …`.
  func words(among groups: [SeatGroup]) -> Text {
    let (number, whom) = (number.text(among: groups), userGroup?.name)
    return Text(
      nb: parts(number.nb, "velges av \(electors.nb)", kind.text.nb, name.nb) { $0.nb }
        + (whom.map { ", taler for \($0.nb)" } ?? ""),
      nn: parts(number.nn, "blir valde av \(electors.nn)", kind.text.nn, name.nn) { $0.nn }
        + (whom.map { ", talar for \($0.nn)" } ?? ""))
  }

  private func parts(
    _ number: String, _ electors: String, _ kind: String, _ name: String, _ say: (Text) -> String
  ) -> String {
    let rights = [
      (votes, Text(nb: "stemmer", nn: "røystar"), Text(nb: "stemmer ikke", nn: "røystar ikkje")),
      (
        mayPropose, Text(nb: "foreslår saker", nn: "føreslår saker"),
        Text(nb: "foreslår ikke saker", nn: "føreslår ikkje saker")
      ),
      (
        maySpeak, Text(nb: "har ordet", nn: "har ordet"),
        Text(nb: "har ikke ordet", nn: "har ikkje ordet")
      ),
      (
        namesArePublic, Text(nb: "navnene er åpne", nn: "namna er opne"),
        Text(nb: "navnene er ikke åpne", nn: "namna er ikkje opne")
      ),
    ].map { say($0.0 ? $0.1 : $0.2) }
    return (["\(name) (\(kind)): \(number)", electors] + rights).joined(separator: ", ")
  }
}
