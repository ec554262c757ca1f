import Kernel

extension Input {
  /// A day, `YYYY-MM-DD`, that may be left out; a form sends an empty field.
  package mutating func optionalDay(_ name: String, _ about: String = "") -> Day? {
    describe(name, .day, about, required: false)
    guard let text = takeIfSent(name) else { return nil }
    if let day = Day(text) { return day }
    note(name, .notADay)
    return nil
  }

  /// One of an enum's cases, or nil when it is left out.
  package mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type = Choice.self, _ about: String = ""
  ) -> Choice? where Choice.RawValue == String {
    describe(name, .choice(Choice.allCases.map(\.rawValue)), about, required: false)
    guard let text = takeIfSent(name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    note(name, .notAChoice(Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// The id of a record that may be left out.
  package mutating func optionalID<Record>(
    _ name: String, of record: Record.Type = Record.self, _ about: String = ""
  ) -> ID<Record>? {
    describe(name, .id, about, required: false)
    guard let text = takeIfSent(name) else { return nil }
    if let id = ID<Record>(text) { return id }
    note(name, .notAnID)
    return nil
  }

  /// The text of a field that may be left out; a form sends an empty one, JSON null.
  private mutating func takeIfSent(_ name: String) -> String? {
    guard let value = take(name), value != .null else { return nil }
    guard case .text(let text) = value else {
      note(name, .notText)
      return nil
    }
    return text.isEmpty && lenient ? nil : text
  }
}
