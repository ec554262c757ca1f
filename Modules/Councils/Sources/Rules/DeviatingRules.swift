import Kernel
import Tenancy
import UseCases
import Web

extension RuleSet {
  /// The rules of one council: those of its type, but for the points in which it shall deviate.
  ///
  /// - Throws: `DeviationRefusal` when there is no such question, no such answer to it, no reason, two
  ///   answers or the rule's own, a decision to come, or rules that contradict themselves.
  func deviating(by deviations: [Deviation], on today: Day) throws -> RuleSet {
    var rules = self
    var seen: Set<String> = []
    for deviation in deviations {
      let point = DeviationRefusal.Point(deviation, self)
      guard seen.insert(deviation.field).inserted else {
        throw DeviationRefusal.ruleStandsTwice(point)
      }
      guard deviation.reason.count >= 10 else { throw DeviationRefusal.giveAReason(point) }
      guard deviation.decidedOn.map({ $0 <= today }) ?? true else {
        throw DeviationRefusal.decisionIsStillToCome(point)
      }
      let rule = deviation.answer(by: rules)
      switch rules.set(deviation) {
      case .done: break
      case .noSuchRule: throw DeviationRefusal.ruleCannotBeSetAside(point)
      case .noSuchAnswer: throw DeviationRefusal.answerDoesNotFit(point)
      }
      // In words, since `3` and `3-3` are one answer.
      guard deviation.answer(by: rules) != rule else {
        throw DeviationRefusal.ruleSaysSoAlready(point)
      }
    }
    let faults = rules.faults.filter { !self.faults.contains($0) }
    guard faults.isEmpty else {
      throw DeviationRefusal.rulesWouldNotHoldTogether(
        faults.map { $0.problem(of: rules, beside: deviations) })
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
  var group: String? { Self.group(in: field) }

  /// The rule it is about, in words: `regelen «Vara»`, `antallet i gruppen «elev»`.
  func rule(of rules: RuleSet) -> Text { Self.rule(field, of: rules) }

  private static func group(in field: String) -> String? {
    field.hasPrefix("groups.") ? String(field.dropFirst("groups.".count)) : nil
  }

  /// A rule that a council may set aside, in words.
  static func rule(_ field: String, of rules: RuleSet) -> Text {
    if let group = group(in: field) {
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
      .following(Deviation.all(of: id, on: day, in: work)).rules
  }
}

extension Deviation {
  /// What the council does, in words, by its own rules: `Antall i gruppen «elev»: 2`.
  func title(under rules: RuleSet) -> Text {
    if let group, let found = rules.group(group) {
      let number = found.number.text(among: rules.groups)
      return Text(
        nb: "Antall i gruppen «\(found.name.nb)»: \(number.nb)",
        nn: "Tal i gruppa «\(found.name.nn)»: \(number.nn)",
        en: "Number of the group «\(found.name.en)»: \(number.en)")
    }
    guard let question = RuleSet.fields.first(where: { $0.name == field }) else {
      return Text(same: "\(field): \(value)")
    }
    let answer = question.words(rules)
    return Text(
      nb: "\(question.title.nb): \(answer.nb)", nn: "\(question.title.nn): \(answer.nn)",
      en: "\(question.title.en): \(answer.en)")
  }

  /// What a rule says about the point in which the council deviates, in words.
  func answer(by rules: RuleSet) -> Text? {
    if let group { return rules.group(group)?.number.text(among: rules.groups) }
    return RuleSet.fields.first { $0.name == field }?.words(rules)
  }

  /// That the council goes on by its own answer, whatever the rule becomes.
  func keptTitle(under rules: RuleSet) -> Text {
    let title = title(under: rules)
    return Text(
      nb: "Beholder avviket sitt. \(title.nb)", nn: "Held på avviket sitt. \(title.nn)",
      en: "Keeps its deviation. \(title.en)")
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

extension RuleSetFault {
  /// The fault beside the deviation that it came with.
  fileprivate func problem(of rules: RuleSet, beside deviations: [Deviation]) -> FieldProblem {
    let problem = problem(at: rules.groups.map { "groups.\($0.code)" })
    let field =
      problem.field.hasSuffix(".number") ? String(problem.field.dropLast(7)) : problem.field
    let place = (deviations.first { $0.field == field } ?? deviations.last)?.place ?? ""
    return FieldProblem("\(place).value", problem.text)
  }
}
