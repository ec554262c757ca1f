/// One sentence or word in bokmål, nynorsk and, where machines or operators read it, English.
package struct Text: Sendable, Hashable {
  package let nb: String
  package let nn: String
  package let en: String

  /// A text for people and machines.
  package init(nb: String, nn: String, en: String) {
    self.nb = nb
    self.nn = nn
    self.en = en
  }

  /// A text for pages only, which are never shown in English.
  package init(nb: String, nn: String) { self.init(nb: nb, nn: nn, en: nb) }

  /// A text that reads the same in every language, such as a name.
  package init(same text: String) { self.init(nb: text, nn: text, en: text) }

  /// The text in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .bokmål: nb
    case .nynorsk: nn
    case .english: en
    }
  }
}
