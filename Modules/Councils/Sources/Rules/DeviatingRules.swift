import Kernel
import Tenancy
import UseCases
import Web

extension RuleSet {
  /// The rules of one council: those of its type, but for the points in which it shall deviate.
  ///
  /// - Throws: `DeviationRefusal` when there is no such question, no such answer to it, no reason, or
  ///   two answers.
  func deviating(by deviations: [Deviation]) throws -> RuleSet {
    var rules = self
    var seen: Set<String> = []
    for deviation in deviations {
      let point = DeviationRefusal.Point(deviation, self)
      guard seen.insert(deviation.field).inserted else {
        throw DeviationRefusal.ruleStandsTwice(point)
      }
      guard deviation.reason.count >= 10 else { throw DeviationRefusal.giveAReason(point) }
      switch rules.set(deviation) {
      case .done: break
      case .noSuchRule: throw DeviationRefusal.ruleCannotBeSetAside(point)
      case .noSuchAnswer: throw DeviationRefusal.answerDoesNotFit(point)
      }
    }
    return rules
  }

  /// The rules of a council that deviates already: a deviation from what the type's rules no longer
  /// ask, or in a way they no longer know, has lapsed, and the council can still be read.
  func following(_ deviations: [Deviation]) -> FollowedRules {
    var followed = FollowedRules(rules: self, deviations: [], lapsed: [])
    for deviation in deviations {
      if followed.rules.set(deviation) == .done {
        followed.deviations.append(deviation)
      } else {
        followed.lapsed.append(deviation)
      }
    }
    return followed
  }

  private enum Setting { case done, noSuchRule, noSuchAnswer }

  /// Gives the council's own answer, or changes nothing.
  private mutating func set(_ deviation: Deviation) -> Setting {
    if let code = deviation.group {
      guard let index = groups.firstIndex(where: { $0.code == code }) else { return .noSuchRule }
      guard let number = NumberRule(deviation.value) else { return .noSuchAnswer }
      groups[index] = groups[index].with(number)
    } else {
      guard Deviation.fields.contains(deviation.field),
        let field = Self.fields.first(where: { $0.name == deviation.field })
      else { return .noSuchRule }
      var next = self
      var input = Input([deviation.field: .text(deviation.value)], lenient: true)
      field.read(&next, &input)
      guard (try? input.finish()) != nil else { return .noSuchAnswer }
      self = next
    }
    return .done
  }
}

/// The rules a council follows, with the deviations that hold and those that have lapsed.
struct FollowedRules {
  fileprivate(set) var rules: RuleSet
  fileprivate(set) var deviations: [Deviation]
  fileprivate(set) var lapsed: [Deviation]
}

extension Deviation {
  /// The code of the group whose number it is about.
  var group: String? {
    field.hasPrefix("groups.") ? String(field.dropFirst("groups.".count)) : nil
  }

  /// The rule it is about, in words: `regelen «Vara»`, `antallet i gruppen «elev»`.
  func rule(of rules: RuleSet) -> Text {
    if let group {
      let name = rules.group(group)?.name ?? Text(same: group)
      return Text(
        nb: "antallet i gruppen «\(name.nb)»", nn: "talet i gruppa «\(name.nn)»",
        en: "the number of the group «\(name.en)»")
    }
    let title = RuleSet.fields.first { $0.name == field }?.title ?? Text(same: field)
    return Text(
      nb: "regelen «\(title.nb)»", nn: "regelen «\(title.nn)»", en: "the rule «\(title.en)»")
  }
}

extension Council {
  /// The rules this council follows on a day, or today: those of its type, with its own deviations.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord` when its type has none.
  package func rules(on day: Day? = nil, in work: borrowing Work) throws -> RuleSet {
    try RuleSets.find(ruleSet, on: day, in: work).orNotFound()
      .following(Deviation.all(of: id, in: work)).rules
  }
}

extension Deviation {
  /// What the council does, in words, by its own rules: `Antall i gruppen «elev»: 2`.
  func title(under rules: RuleSet) -> Text {
    if let group, let found = rules.group(group) {
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

  /// What the council did until the rules of its type no longer asked.
  func lapsedTitle(under rules: RuleSet) -> Text {
    let rule = rule(of: rules)
    return Text(
      nb: "Avviket fra \(rule.nb) (\(value)) gjelder ikke lenger",
      nn: "Avviket frå \(rule.nn) (\(value)) gjeld ikkje lenger",
      en: "The deviation from \(rule.en) (\(value)) has lapsed")
  }
}
