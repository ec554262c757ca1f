extension Input {
  /// A whole number in a range.
  package mutating func number(
    _ name: String, in range: ClosedRange<Int>, _ about: String = ""
  ) -> Int? {
    describe(name, .number(range), about, required: true)
    return readNumber(take(name), name, in: range)
  }

  /// A whole number in a range, or `missing` when it is left out.
  package mutating func number(
    _ name: String, in range: ClosedRange<Int>, ifMissing missing: Int, _ about: String = ""
  ) -> Int {
    describe(name, .number(range), about, required: false)
    let value = take(name)
    guard let value, value != .null else { return missing }
    return readNumber(value, name, in: range) ?? missing
  }

  private mutating func readNumber(
    _ value: Value?, _ name: String, in range: ClosedRange<Int>
  ) -> Int? {
    let number: Int?
    switch value {
    case .number(let value): number = value
    case .text(let text) where lenient: number = Int(text)
    default: number = nil
    }
    if let number, range.contains(number) { return number }
    note(name, .notANumber(range))
    return nil
  }

  /// Any number of an enum's cases; a form sends a box `name.CASE` for each that is ticked.
  package mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type = Choice.self, _ about: String = ""
  ) -> [Choice] where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    describe(name, .choices(known), about, required: false)
    var texts: [String?] = []
    switch take(name) {
    case nil, .null: break
    case .list(let items): texts = items.map(\.asText)
    case .object(let boxes) where lenient: texts = boxes.keys.sorted()
    default: note(name, .notAList(known.count))
    }
    let choices = texts.compactMap { $0.flatMap { Choice(rawValue: $0) } }
    if choices.count < texts.count { note(name, .notAChoice(known)) }
    return choices
  }
}
