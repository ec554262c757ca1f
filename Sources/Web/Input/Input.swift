import Kernel

/// What a use case is read from, field by field: a form, a JSON body, the path and the query.
///
/// Reading never stops at the first problem: each field that is missing or wrong is noted, and
/// `finish` refuses with all of them at once. Run on nothing, the same reading describes the fields
/// for the API's description.
package struct Input {
  private var values: [String: Value]
  private let prefix: String
  let lenient: Bool
  let today: Day
  private var taken: Set<String> = []
  /// Whether whoever asks says that what looks like an identity number is none; nil until it matters.
  private var isConfirmed: Bool?
  /// Whether something looks like an identity number and nobody has said that it is none.
  private var isUnsure = false
  /// What is wrong so far.
  package private(set) var problems: [FieldProblem] = []
  private var fields: [FieldDescription] = []
  private var confirmationField: FieldDescription?

  /// What was asked for, in order; last what confirms a near miss, where there is text.
  package var described: [FieldDescription] { fields + (confirmationField.map { [$0] } ?? []) }

  /// Input from a body and from the path's parameters.
  ///
  /// A form sends numbers and flags as text, which a `lenient` reading accepts; JSON may not. The
  /// day decides which check digits of identity numbers are right.
  package init(
    _ values: [String: Value], lenient: Bool = false,
    today: Day = OsloTime(Clock.system.now).day
  ) {
    self.init(values, lenient: lenient, prefix: "", today: today, isConfirmed: nil)
  }

  private init(
    _ values: [String: Value], lenient: Bool, prefix: String, today: Day, isConfirmed: Bool?
  ) {
    self.values = values
    self.lenient = lenient
    self.prefix = prefix
    self.today = today
    self.isConfirmed = isConfirmed
  }

  /// A text of one or more characters, without white space at its ends and without identity numbers
  /// (decision 20).
  package mutating func text(_ name: String, max: Int = 200, _ about: String = "") -> String {
    describe(name, .text(max: max), about, required: true)
    let text = screenedText(name, max: max) ?? ""
    if text.isEmpty { note(name, .missing) }
    return text
  }

  /// A text that may be left out; empty text counts as left out.
  package mutating func optionalText(
    _ name: String, max: Int = 200, _ about: String = ""
  ) -> String? {
    describe(name, .text(max: max), about, required: false)
    guard let text = screenedText(name, max: max), !text.isEmpty else { return nil }
    return text
  }

  /// The id of a record.
  package mutating func id<Record>(
    _ name: String, of record: Record.Type = Record.self, _ about: String = ""
  ) -> ID<Record> {
    describe(name, .id, about, required: true)
    if let id = take(name)?.asText.flatMap({ ID<Record>($0) }) { return id }
    note(name, .notAnID)
    return ID(high: 0, low: 0)
  }

  /// An instant: RFC 3339, or Norwegian clock time from a form's date-and-time field.
  package mutating func instant(_ name: String, _ about: String = "") -> Instant {
    describe(name, .instant, about, required: true)
    let text = take(name)?.asText ?? ""
    if let instant = Instant(rfc3339: text) ?? OsloTime(formValue: text)?.instant { return instant }
    note(name, text.isEmpty ? .missing : .notATime)
    return Instant(microseconds: 0)
  }

  /// A day, `YYYY-MM-DD`.
  package mutating func day(_ name: String, _ about: String = "") -> Day {
    describe(name, .day, about, required: true)
    let text = take(name)?.asText ?? ""
    if let day = Day(text) { return day }
    note(name, text.isEmpty ? .missing : .notADay)
    return Day(daysSince1970: 0)
  }

  /// One of an enum's cases, by its raw value.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type = Choice.self, _ about: String = ""
  ) -> Choice? where Choice.RawValue == String {
    describe(name, .choice(Choice.allCases.map(\.rawValue)), about, required: true)
    let text = take(name)?.asText ?? ""
    if let choice = Choice(rawValue: text) { return choice }
    note(name, text.isEmpty ? .missing : .notAChoice(Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// Yes or no; no when it is left out, as a form's unticked box is.
  package mutating func flag(_ name: String, _ about: String = "") -> Bool {
    describe(name, .flag, about, required: false)
    switch take(name) {
    case nil, .null: return false
    case .flag(let flag): return flag
    case .text("on") where lenient, .text("true") where lenient, .text("1") where lenient:
      return true
    case .text("") where lenient, .text("false") where lenient, .text("0") where lenient:
      return false
    default:
      note(name, .notAFlag)
      return false
    }
  }

  /// A list of records, each read by `read`.
  package mutating func list<Item>(
    _ name: String, max: Int = 200, isRequired: Bool = true, _ about: String = "",
    _ read: (inout Input) -> Item
  ) -> [Item] {
    var example = Input([:], lenient: lenient, prefix: "", today: today, isConfirmed: false)
    _ = read(&example)
    let isConfirmed = example.described.contains { $0.kind.isScreened } ? confirmation() : false
    describe(name, .list(example.described), about, required: isRequired)
    let value = take(name)
    guard isRequired || value != nil else { return [] }
    guard case .list(let items) = value, items.count <= max else {
      note(name, .notAList(max))
      return []
    }
    return items.enumerated().map { index, item in
      var fields: [String: Value] = [:]
      if case .object(let object) = item {
        fields = object
      } else {
        note("\(name).\(index)", .notARecord)
      }
      var input = Input(
        fields, lenient: lenient, prefix: "\(prefix)\(name).\(index).", today: today,
        isConfirmed: isConfirmed)
      let record = read(&input)
      input.noteUnknown()
      isUnsure = isUnsure || input.isUnsure
      problems += input.problems
      return record
    }
  }

  /// A list of ids; a form sends a box `name.ID` for each that is ticked, and none is an empty list.
  package mutating func ids<Record>(
    _ name: String, of record: Record.Type = Record.self, max: Int = 200, _ about: String = ""
  ) -> [ID<Record>] {
    describe(name, .ids, about, required: true)
    var texts: [String?] = []
    switch take(name) {
    case .list(let items) where items.count <= max: texts = items.map(\.asText)
    case .object(let boxes) where lenient && boxes.count <= max: texts = boxes.keys.sorted()
    case nil where lenient: return []
    default: note(name, .notAList(max))
    }
    let ids = texts.compactMap { $0.flatMap { ID<Record>($0) } }
    if ids.count < texts.count { note(name, .notAnID) }
    return ids
  }

  /// Where in the request this record stands, such as `seats.2`; empty at the top.
  package var place: String { String(prefix.dropLast()) }

  /// Whether a form sent all these fields empty, as it does with the rows nobody used.
  ///
  /// JSON that sends an empty record means it, and is told what is missing.
  package func isLeftBlank(_ names: String...) -> Bool {
    lenient
      && names.allSatisfy { name in
        guard case .text(let text) = values[name] else { return true }
        return text.allSatisfy(\.isWhitespace)
      }
  }

  /// Notes a problem that reading a single field does not show.
  package mutating func note(_ name: String, _ problem: InputProblem) {
    problems.append(FieldProblem(prefix + name, problem.text))
  }

  /// Refuses when anything was wrong, naming every field.
  ///
  /// - Throws: `InvalidInput`.
  package mutating func finish() throws {
    if !lenient { noteUnknown() }
    if isUnsure { note(Self.confirmationName, .confirmThatItIsNoIdentityNumber) }
    guard problems.isEmpty else { throw InvalidInput(problems: problems) }
  }

  private mutating func noteUnknown() {
    for name in values.keys.sorted() where !taken.contains(name) && !lenient {
      problems.append(FieldProblem(prefix + name, InputProblem.unknown.text))
    }
  }

  /// Whether whoever asks has said that what looks like an identity number is none, to say so again
  /// when the same is sent on.
  package var saysItHoldsNoIdentityNumber: Bool { isConfirmed == true }

  /// The field that says that what looks like an identity number is something else.
  package static let confirmationName = "notAnIdentityNumber"

  mutating func confirmation() -> Bool {
    if let isConfirmed { return isConfirmed }
    let answer = flag(
      Self.confirmationName,
      "Confirms that what looked like an identity number, when this was refused, is none.")
    confirmationField = fields.popLast()
    isConfirmed = answer
    return answer
  }

  private mutating func screenedText(_ name: String, max: Int) -> String? {
    let isConfirmed = confirmation()
    guard let text = readText(name, max: max) else { return nil }
    // What is too long is refused as it is; looking through it would only cost time.
    guard text.unicodeScalars.count <= max else { return text }
    screen(text, name, isConfirmed)
    return text
  }

  /// Notes an identity number in what stands in a field.
  mutating func screen(_ text: String, _ name: String, _ isConfirmed: Bool) {
    switch Screening(text, on: today).verdict {
    case .clean: break
    case .refused: note(name, .holdsAnIdentityNumber)
    case .suspicious(let masked):
      guard !isConfirmed else { break }
      isUnsure = true
      note(name, .looksLikeAnIdentityNumber(masked))
    }
  }

  mutating func readText(_ name: String, max: Int) -> String? {
    guard let value = take(name), value != .null else { return nil }
    guard case .text(let raw) = value else {
      note(name, .notText)
      return nil
    }
    let text = TextRules.normalised(raw)
    // Code points, as the API's description counts, and so that bytes are bounded too.
    if text.unicodeScalars.count > max { note(name, .tooLong(max)) }
    if !TextRules.isPrintable(text) { note(name, .hasControlCharacters) }
    return text
  }

  mutating func take(_ name: String) -> Value? {
    taken.insert(name)
    return values[name]
  }

  mutating func describe(
    _ name: String, _ kind: FieldDescription.Kind, _ about: String, required: Bool
  ) {
    fields.append(FieldDescription(name: name, kind: kind, about: about, isRequired: required))
  }
}

extension Value {
  var asText: String? { if case .text(let text) = self { text } else { nil } }
}
