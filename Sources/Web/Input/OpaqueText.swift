extension Input {
  /// A text that is compared and never read: a password, the secret of a link.
  ///
  /// It is not screened, so nothing that is kept or shown as it was written may come this way.
  package mutating func opaque(_ name: String, max: Int = 200, _ about: String = "") -> String {
    describe(name, .opaque(max: max), about, required: true)
    let text = readText(name, max: max) ?? ""
    if text.isEmpty { note(name, .missing) }
    return text
  }

  /// A text of that kind that may be left out, such as a cursor.
  package mutating func optionalOpaque(
    _ name: String, max: Int = 200, _ about: String = ""
  ) -> String? {
    describe(name, .opaque(max: max), about, required: false)
    guard let text = readText(name, max: max), !text.isEmpty else { return nil }
    return text
  }
}
