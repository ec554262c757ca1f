import Kernel
import Web

/// A form of a page with what stands in it, as a browser would send it.
struct FilledForm {
  private(set) var fields: [(name: String, value: String)] = []
  /// Whether the page has it.
  let isThere: Bool

  /// Reads the form that is sent to a path ending so.
  init(_ html: String, to path: String) {
    let forms = html.split(separator: "<form ").dropFirst()
      .map { $0.split(separator: "</form>", maxSplits: 1).first ?? "" }
    let form = forms.first { form in
      form.prefix { $0 != ">" }.contains("\(path)\"")
    }
    isThere = form != nil
    let control =
      /<(input|select|textarea) ([^>]*)>(?:((?:<option[^>]*>[^<]*<\/option>)*)<\/select>|([^<]*)<\/textarea>)?/
    for match in (form ?? "").matches(of: control) {
      let attributes = String(match.output.2)
      guard let name = Self.attribute("name", of: attributes) else { continue }
      let type = Self.attribute("type", of: attributes)
      if type == "checkbox" || type == "radio", !attributes.contains(" checked") { continue }
      fields.append((name, Self.value(match.output, attributes)))
    }
  }

  private static func value(
    _ control: (Substring, Substring, Substring, Substring?, Substring?), _ attributes: String
  ) -> String {
    if let options = control.3 {
      return options.firstMatch(of: /<option value="([^"]*)" selected>/).map { plain($0.output.1) }
        ?? ""
    }
    if let text = control.4 { return plain(text) }
    return attribute("value", of: attributes) ?? ""
  }

  private static func attribute(_ name: String, of text: String) -> String? {
    let parts = text.split(separator: "\(name)=\"", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count > 1 ? plain(parts[1].prefix { $0 != "\"" }) : nil
  }

  private static func plain(_ text: some StringProtocol) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(
      String(text)
    ) { text, code in
      text.split(separator: code.0, omittingEmptySubsequences: false).joined(separator: code.1)
    }
  }

  subscript(name: String) -> String? {
    get { fields.first { $0.name == name }?.value }
    set {
      let place = fields.firstIndex { $0.name == name }
      if let place { fields.remove(at: place) }
      if let newValue { fields.insert((name, newValue), at: place ?? fields.count) }
    }
  }

  /// What is sent.
  var body: String { SchoolCouncil.form(fields.map { ($0.name, $0.value) }) }
}
