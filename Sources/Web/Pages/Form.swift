import Crypto
import HTML
import Kernel

/// A form on a page.
///
/// When it was just refused, it shows what was filled in and what is wrong.
package struct Form: Sendable {
  let page: Page
  let action: Link
  /// Where the refusals it shows come from: where it is sent, or where that led to.
  let place: Link
  /// Whether its fields are out of sight, and only send on what was filled in before.
  package let isKept: Bool

  /// How much a button asks for attention.
  package enum Style: String, Sendable {
    case main = "button"
    case secondary = "button secondary"
    case quiet = "button quiet"
  }

  /// The whole form with its fields and its button.
  package func html(
    button: String, style: Style = .main, sendsFile: Bool = false, _ fields: HTML...
  ) -> HTML {
    let encoding: HTML = sendsFile ? " enctype=\"multipart/form-data\"" : ""
    return """
      <form method="post"\(encoding) action="\(action)">
      \(HTML(fields))\(confirmation)
      <input type="hidden" name="_token" value="\(page.formToken)">
      <input type="hidden" name="_key" value="\(OneTimeKey.new())">
      <button class="\(style.rawValue)">\(button)</button>
      </form>
      """
  }

  /// A form that only asks: what is filled in goes into the address, and nothing is changed.
  package func asking(button: String, _ fields: HTML...) -> HTML {
    """
    <form method="get" action="\(action)">
    \(HTML(fields))
    <button class="button">\(button)</button>
    </form>
    """
  }

  /// One line of text.
  package func text(
    _ name: String, _ label: String, value: String = "", hint: String? = nil,
    type: String = "text", autocomplete: String = "off", isRequired: Bool = true
  ) -> HTML {
    guard !isKept else { return hidden(name, value) }
    return field(name, label, hint) { id, described in
      """
      <input id="\(id)" name="\(name)" type="\(type)" value="\(filled(name, value))" \
      autocomplete="\(autocomplete)"\(required(isRequired))\(described)>
      """
    }
  }

  /// A password, which is never shown again.
  package func password(_ name: String, _ label: String, hint: String? = nil, isNew: Bool) -> HTML {
    let autocomplete = isNew ? "new-password" : "current-password"
    return field(name, label, hint) { id, described in
      """
      <input id="\(id)" name="\(name)" type="password" autocomplete="\(autocomplete)" \
      required\(described)>
      """
    }
  }

  /// A file of one's own, which has to be chosen again when the form was refused.
  package func file(_ name: String, _ label: String, accept: String, hint: String? = nil) -> HTML {
    field(name, label, hint) { id, described in
      """
      <input id="\(id)" name="\(name)" type="file" accept="\(accept)" required\(described)>
      """
    }
  }

  /// Several lines of text.
  package func lines(
    _ name: String, _ label: String, value: String = "", hint: String? = nil,
    isRequired: Bool = true
  ) -> HTML {
    guard !isKept else { return hidden(name, value) }
    return field(name, label, hint) { id, described in
      """
      <textarea id="\(id)" name="\(name)" rows="5"\(required(isRequired))\(described)>\
      \(filled(name, value))</textarea>
      """
    }
  }

  /// A day and a clock time in Norway.
  package func instant(_ name: String, _ label: String, value: Instant? = nil) -> HTML {
    text(
      name, label, value: value.map { OsloTime($0).formValue } ?? "", type: "datetime-local")
  }

  /// A day.
  package func day(
    _ name: String, _ label: String, value: Day? = nil, isRequired: Bool = true
  ) -> HTML {
    text(
      name, label, value: value.map { "\($0)" } ?? "", type: "date", isRequired: isRequired)
  }

  /// One of several choices, all in sight.
  package func choice(
    _ name: String, _ label: String, _ choices: [(value: String, label: String)],
    value: String = "", hint: String? = nil
  ) -> HTML {
    guard !isKept else { return hidden(name, value) }
    let chosen = filled(name, value)
    let buttons: [HTML] = choices.map { choice in
      let mark: HTML = choice.value == chosen ? " checked" : ""
      return """
        <label><input type="radio" name="\(name)" value="\(choice.value)"\
         required\(mark)> <span>\(choice.label)</span></label>
        """
    }
    return """
      <fieldset id="\(inputID(name))"\(notes(name, hint))><legend>\(label)</legend>
      \(hintLine(name, hint))\(problems(of: name))
      <div class="choices">\(buttons)</div>
      </fieldset>
      """
  }

  /// One of many choices, in a list that opens.
  package func select(
    _ name: String, _ label: String, _ choices: [(value: String, label: String)],
    value: String = "", hint: String? = nil
  ) -> HTML {
    guard !isKept else { return hidden(name, value) }
    let chosen = filled(name, value)
    let options: [HTML] = choices.map { choice in
      let mark: HTML = choice.value == chosen ? " selected" : ""
      return "<option value=\"\(choice.value)\"\(mark)>\(choice.label)</option>"
    }
    return field(name, label, hint) { id, described in
      "<select id=\"\(id)\" name=\"\(name)\"\(described)>\(options)</select>"
    }
  }

  /// Fields that belong together, under one legend; problems with `name` itself stand on top.
  package func group(
    _ name: String, _ legend: String, hint: String? = nil, _ fields: [HTML]
  ) -> HTML {
    guard !isKept else { return HTML(fields) }
    return """
      <fieldset id="\(inputID(name))"\(notes(name, hint))><legend>\(legend)</legend>
      \(hintLine(name, hint))\(problems(of: name))
      \(fields)
      </fieldset>
      """
  }

  /// A box to tick.
  package func box(
    _ name: String, _ label: String, isTicked: Bool = false, hint: String? = nil
  ) -> HTML {
    guard !isKept else { return isTicked ? hidden(name, "true") : .none }
    let ticked = attempted == nil ? isTicked : filled(name, "") == "true"
    let mark: HTML = ticked ? " checked" : ""
    return """
      <div class="field">\(hintLine(name, hint))\(problems(of: name))
      <div class="choices"><label><input id="\(inputID(name))" type="checkbox" name="\(name)" \
      value="true"\(mark)\(invalid(name))\(notes(name, hint))> <span>\(label)</span></label></div></div>
      """
  }

  /// A value the reader does not see, such as the version of what they read.
  package func hidden(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }

  /// A value the reader does not see that stays what it was when the form is shown again.
  package func carried(_ name: String, _ value: String) -> HTML {
    hidden(name, filled(name, value))
  }

  /// The version of what is shown, so that nobody changes what they have not seen.
  package func version(_ version: Int) -> HTML { hidden("version", "\(version)") }

  /// How many rows a list shows: no fewer than were just filled in.
  package func rows(_ name: String, atLeast count: Int) -> Int {
    guard case .list(let items) = attempted?.values[name] else { return count }
    return max(count, items.count)
  }
}

extension Form {
  private var attempted: Attempt? { page.attempt?.action == place.text ? page.attempt : nil }

  /// The box that says that what looks like an identity number is none, once it was asked for.
  private var confirmation: HTML {
    let name = Input.confirmationName
    guard hasProblem(name) || attempted?.values[name] != nil else { return .none }
    return box(
      name, page.say(nb: "Dette er ikke fødselsnummer", nn: "Dette er ikkje fødselsnummer"))
  }

  private func field(
    _ name: String, _ label: String, _ hint: String?, _ control: (String, HTML) -> HTML
  ) -> HTML {
    let id = inputID(name)
    return """
      <div class="field"><label for="\(id)">\(label)</label>
      \(hintLine(name, hint))\(problems(of: name))
      \(control(id, "\(invalid(name))\(notes(name, hint))"))</div>
      """
  }

  private func hasProblem(_ name: String) -> Bool {
    attempted?.fields.contains { $0.field == name } == true
  }

  private func invalid(_ name: String) -> HTML { hasProblem(name) ? " aria-invalid=\"true\"" : "" }

  /// Ties what is said of a field to it, for those who do not see that they stand together.
  private func notes(_ name: String, _ hint: String?) -> HTML {
    let id = inputID(name)
    let notes = [hint == nil ? nil : "\(id)-hint", hasProblem(name) ? "\(id)-error" : nil]
    let ids = notes.compactMap { $0 }.joined(separator: " ")
    return ids.isEmpty ? "" : " aria-describedby=\"\(ids)\""
  }

  private func hintLine(_ name: String, _ hint: String?) -> HTML {
    guard let hint else { return .none }
    return "<p class=\"hint\" id=\"\(inputID(name))-hint\">\(hint)</p>"
  }

  private func problems(of name: String) -> HTML {
    let problems = attempted?.fields.filter { $0.field == name } ?? []
    guard !problems.isEmpty else { return .none }
    let text = problems.map { page.say($0.text) }.joined(separator: " ")
    return "<p class=\"error\" id=\"\(inputID(name))-error\">\(text)</p>"
  }

  /// What stands in a field: what was just filled in, or else what the record holds.
  private func filled(_ name: String, _ value: String) -> String {
    guard let attempted else { return value }
    var found: Value? = .object(attempted.values)
    for part in name.split(separator: ".") {
      switch found {
      case .object(let fields): found = fields[String(part)]
      case .list(let items):
        found = Int(part).flatMap { items.indices.contains($0) ? items[$0] : nil }
      default: found = nil
      }
    }
    if case .text(let text) = found { return text }
    return ""
  }

  private func required(_ isRequired: Bool) -> HTML { isRequired ? " required" : "" }

  private func inputID(_ name: String) -> String { Form.inputID(action: place.text, name) }

  /// The id of a field's element, unique on the page; links in the list of problems lead to it.
  static func inputID(action: String, _ name: String) -> String {
    let place = SHA256(action).hex.prefix(8)
    return "f-\(place)-\(name)"
  }
}

extension Page {
  /// A form that is sent to `action`.
  package func form(to action: Link) -> Form {
    Form(page: self, action: action, place: action, isKept: false)
  }

  /// A form that is shown again as well when what it leads to was refused, as the saving after a look
  /// at what would change.
  package func form(to action: Link, leadingTo next: Link) -> Form {
    let place = attempt?.action == next.text ? next : action
    return Form(page: self, action: action, place: place, isKept: false)
  }

  /// A form whose fields are out of sight, to send on what was filled in and has been looked at.
  package func keptForm(to action: Link) -> Form {
    Form(page: self, action: action, place: action, isKept: true)
  }
}
