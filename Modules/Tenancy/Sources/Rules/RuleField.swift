import Database
import HTML
import Kernel
import Web

/// One question a kommune answers about a type of council: how it is read, kept, sent and told.
package struct RuleField: Sendable {
  /// The field of the API and of the form.
  package let name: String
  let column: SQL
  package let title: Text
  package let help: Text
  /// The answer in words.
  package let words: @Sendable (RuleSet) -> Text
  /// The question in a form, with the answer that the rules have.
  package let control: @Sendable (RuleSet, Form, Page) -> HTML
  /// The answers to choose from; nil for a question with any number or text.
  package var choices: @Sendable (Page) -> [(value: String, label: String)]? = { _ in nil }
  /// Reads the answer into the rules.
  package let read: @Sendable (inout RuleSet, inout Input) -> Void
  let load: @Sendable (inout RuleSet, inout Row) throws -> Void
  let bound: @Sendable (RuleSet) -> SQL
  let json: Field<RuleSet>
}

/// The questions that belong together.
package struct RuleSection: Sendable {
  package let title: Text
  package let fields: [RuleField]
}

extension RuleField {
  typealias Key<Value> = any WritableKeyPath<RuleSet, Value> & Sendable

  /// What every kind of question has in common; each kind adds how it is read and told.
  private static func make<Value: Storable, Sent: JSONValue>(
    _ name: String, _ column: StaticString, _ key: Key<Value>, _ title: Text, _ help: Text,
    sent: @escaping @Sendable (Value) -> Sent, words: @escaping @Sendable (Value) -> Text,
    read: @escaping @Sendable (inout Input) -> Value?,
    control: @escaping @Sendable (Form, Page, Value) -> HTML
  ) -> RuleField {
    RuleField(
      name: name, column: SQL(stringLiteral: column), title: title, help: help,
      words: { words($0[keyPath: key]) },
      control: { rules, form, page in control(form, page, rules[keyPath: key]) },
      read: { rules, input in if let value = read(&input) { rules[keyPath: key] = value } },
      load: { rules, row in rules[keyPath: key] = try row.next() },
      bound: { "\($0[keyPath: key])" },
      json: Field(name, help.en) { sent($0[keyPath: key]) })
  }

  /// One of a few answers.
  static func choice<Choice: RuleChoice>(
    _ name: String, _ column: StaticString, _ key: Key<Choice>, _ title: Text, _ help: Text
  ) -> RuleField {
    var field = make(
      name, column, key, title, help, sent: \.self, words: \.text,
      read: { $0.choice(name, of: Choice.self, help.en) },
      control: { form, page, value in
        form.select(
          name, page.say(title), page.options(of: Choice.self), value: value.rawValue,
          hint: page.say(help))
      })
    field.choices = { $0.options(of: Choice.self) }
    return field
  }

  /// Any number of a few answers.
  static func choices<Choice: RuleChoice>(
    _ name: String, _ column: StaticString, _ key: Key<ChosenOnes<Choice>>, _ title: Text,
    _ help: Text
  ) -> RuleField {
    make(
      name, column, key, title, help, sent: \.all, words: { list($0.all.map(\.text)) },
      read: { ChosenOnes($0.choices(name, of: Choice.self, help.en)) },
      control: { form, page, chosen in
        form.boxes(name, title, help, of: Choice.self, ticked: chosen.all, page)
      })
  }

  /// A whole number; zero can stand for none, in words of its own.
  static func number(
    _ name: String, _ column: StaticString, _ key: Key<Int>, in range: ClosedRange<Int>,
    zero: Text? = nil, _ title: Text, _ help: Text
  ) -> RuleField {
    make(
      name, column, key, title, help, sent: \.self,
      words: { number in number == 0 ? zero ?? Text(same: "0") : Text(same: "\(number)") },
      read: { $0.number(name, in: range, help.en) },
      control: { form, page, number in
        form.text(
          name, page.say(title), value: "\(number)", hint: page.say(help), type: "number")
      })
  }

  /// Yes or no.
  static func flag(
    _ name: String, _ column: StaticString, _ key: Key<Bool>, _ title: Text, _ help: Text
  ) -> RuleField {
    make(
      name, column, key, title, help, sent: \.self, words: yesOrNo,
      read: { $0.flag(name, help.en) },
      control: { form, page, value in
        form.box(name, page.say(title), isTicked: value, hint: page.say(help))
      })
  }

  /// A text that may be empty.
  static func text(
    _ name: String, _ column: StaticString, _ key: Key<String>, _ title: Text, _ help: Text
  ) -> RuleField {
    make(
      name, column, key, title, help, sent: \.self, words: { Text(same: $0.isEmpty ? "–" : $0) },
      read: { $0.optionalText(name, help.en) ?? "" },
      control: { form, page, text in
        form.text(name, page.say(title), value: text, hint: page.say(help), isRequired: false)
      })
  }

  /// A few sentences, or none.
  static func passage(
    _ name: String, _ column: StaticString, _ key: Key<String>, _ title: Text, _ help: Text
  ) -> RuleField {
    make(
      name, column, key, title, help, sent: \.self, words: { Text(same: $0.isEmpty ? "–" : $0) },
      read: { $0.optionalText(name, max: 1000, help.en) ?? "" },
      control: { form, page, text in
        form.lines(name, page.say(title), value: text, hint: page.say(help), isRequired: false)
      })
  }

  /// How many.
  static func count(
    _ name: String, _ column: StaticString, _ key: Key<NumberRule>, _ title: Text, _ help: Text
  ) -> RuleField {
    make(
      name, column, key, title, help, sent: \.code, words: \.text,
      read: { $0.numberRule(name, help.en) },
      control: { form, page, rule in
        form.text(name, page.say(title), value: rule.code, hint: page.say(help), isRequired: false)
      })
  }

  static func yesOrNo(_ value: Bool) -> Text {
    value ? Text(nb: "ja", nn: "ja", en: "yes") : Text(nb: "nei", nn: "nei", en: "no")
  }

  static func list(_ texts: [Text]) -> Text {
    guard !texts.isEmpty else { return Text(same: "–") }
    return Text(
      nb: texts.map(\.nb).joined(separator: ", "), nn: texts.map(\.nn).joined(separator: ", "),
      en: texts.map(\.en).joined(separator: ", "))
  }
}

extension Page {
  /// The answers to choose from, in the reader's words.
  func options<Choice: RuleChoice>(of type: Choice.Type) -> [(value: String, label: String)] {
    Choice.allCases.map { (value: $0.rawValue, label: say($0.text)) }
  }
}

extension Form {
  /// A box for each answer, under one legend.
  func boxes<Choice: RuleChoice>(
    _ name: String, _ title: Text, _ help: Text, of type: Choice.Type, ticked: [Choice],
    _ page: Page
  ) -> HTML {
    group(
      name, page.say(title), hint: page.say(help),
      Choice.allCases.map { choice in
        box("\(name).\(choice.rawValue)", page.say(choice.text), isTicked: ticked.contains(choice))
      })
  }
}

extension Input {
  /// The short text of a `NumberRule`.
  package mutating func numberRule(_ name: String, _ about: String = "") -> NumberRule? {
    guard let rule = NumberRule(optionalText(name, max: 40, about) ?? "") else {
      note(name, .notANumberRule)
      return nil
    }
    return rule
  }
}
