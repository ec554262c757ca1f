import Kernel
import Tenancy
import UseCases
import Web

extension RuleSet {
  /// The rules of one council: those of its type, but for the points in which it deviates.
  ///
  /// - Throws: `DeviationRefusal` when there is no such question, no such answer to it, no reason, or
  ///   two answers.
  func deviating(by deviations: [Deviation]) throws -> RuleSet {
    var rules = self
    var seen: Set<String> = []
    for deviation in deviations {
      guard seen.insert(deviation.field).inserted else {
        throw DeviationRefusal.ruleStandsTwice(deviation.field)
      }
      guard deviation.reason.count >= 10 else {
        throw DeviationRefusal.giveAReason(deviation.field)
      }
      try rules.set(deviation)
    }
    return rules
  }

  private mutating func set(_ deviation: Deviation) throws {
    if let code = deviation.group {
      guard let index = groups.firstIndex(where: { $0.code == code }) else {
        throw DeviationRefusal.ruleCannotBeSetAside(deviation.field)
      }
      guard let number = NumberRule(deviation.value) else {
        throw DeviationRefusal.answerDoesNotFit(deviation.field)
      }
      groups[index] = groups[index].with(number)
    } else {
      guard Deviation.fields.contains(deviation.field),
        let field = Self.fields.first(where: { $0.name == deviation.field })
      else { throw DeviationRefusal.ruleCannotBeSetAside(deviation.field) }
      var input = Input([deviation.field: .text(deviation.value)], lenient: true)
      field.read(&self, &input)
      guard (try? input.finish()) != nil else {
        throw DeviationRefusal.answerDoesNotFit(deviation.field)
      }
    }
  }
}

extension Deviation {
  /// The code of the group whose number it is about.
  var group: String? {
    field.hasPrefix("groups.") ? String(field.dropFirst("groups.".count)) : nil
  }
}

extension Council {
  /// The rules this council follows today: those of its type, with its own deviations.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord` when its type has none.
  package func rules(in work: borrowing Work) throws -> RuleSet {
    try RuleSets.find(ruleSet, in: work).orNotFound()
      .deviating(by: Deviation.all(of: id, in: work))
  }
}

/// Why a council may not deviate from a rule.
package enum DeviationRefusal: Refusal, Equatable {
  case ruleCannotBeSetAside(String)
  case answerDoesNotFit(String)
  case ruleStandsTwice(String)
  case giveAReason(String)

  package var text: Text {
    switch self {
    case .ruleCannotBeSetAside(let field):
      Text(
        nb:
          "Et råd kan ikke avvike fra regelen «\(field)». Endre regelen for alle, eller følg den.",
        nn:
          "Eit råd kan ikkje avvike frå regelen «\(field)». Endre regelen for alle, eller følg han.",
        en: "A council cannot deviate from the rule «\(field)». Change it for all, or follow it.")
    case .ruleStandsTwice(let field):
      Text(
        nb: "Regelen «\(field)» står to ganger blant avvikene. Ta bort den ene.",
        nn: "Regelen «\(field)» står to gonger blant avvika. Ta bort den eine.",
        en: "The rule «\(field)» stands twice among the deviations. Take one away.")
    case .giveAReason(let field):
      Text(
        nb: "Skriv hvorfor rådet avviker fra regelen «\(field)», med minst ti tegn.",
        nn: "Skriv kvifor rådet avvik frå regelen «\(field)», med minst ti teikn.",
        en: "Write why the council deviates from the rule «\(field)», in ten characters or more.")
    case .answerDoesNotFit(let field):
      Text(
        nb: "Svaret passer ikke til regelen «\(field)». Se hvordan regelen er skrevet.",
        nn: "Svaret passar ikkje til regelen «\(field)». Sjå korleis regelen er skriven.",
        en: "The answer does not fit the rule «\(field)». See how the rule set has it.")
    }
  }

  package var kind: RefusalKind { .invalid }
  package var fields: [FieldProblem] { [FieldProblem("deviations", text)] }
}

extension Deviation {
  /// What the council does, in words, by its own rules: `Antall i gruppen «elev»: 2`.
  func title(under rules: RuleSet) -> Text {
    if let group, let found = rules.groups.first(where: { $0.code == group }) {
      return Text(
        nb: "Antall i gruppen «\(found.name.nb)»: \(found.number.text.nb)",
        nn: "Tal i gruppa «\(found.name.nn)»: \(found.number.text.nn)",
        en: "Number of the group «\(found.name.en)»: \(found.number.text.en)")
    }
    guard let question = RuleSet.fields.first(where: { $0.name == field }) else {
      return Text(same: "\(field): \(value)")
    }
    let answer = question.words(rules)
    return Text(
      nb: "\(question.title.nb): \(answer.nb)", nn: "\(question.title.nn): \(answer.nn)",
      en: "\(question.title.en): \(answer.en)")
  }
}
