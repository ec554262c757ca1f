import Kernel

extension Input {
  /// A day, `YYYY-MM-DD`, that may be left out; a form sends an empty field.
  package mutating func optionalDay(_ name: String, _ about: String = "") -> Day? {
    describe(name, .day, about, required: false)
    guard case .text(let text) = take(name), !text.isEmpty else { return nil }
    if let day = Day(text) { return day }
    note(name, .notADay)
    return nil
  }
}
