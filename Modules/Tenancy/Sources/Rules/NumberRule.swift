import Database
import Kernel

/// How many there may be, of a group or in all.
///
/// Kept and sent as a short text: `3,5` is three or five, `2-6` from two to six, `=forelder` as many
/// as in the group `forelder`, `org` or `org:11` one of each organisation and at most so many; an empty
/// text is any number.
package enum NumberRule: Sendable, Hashable {
  case any
  /// One of these, such as three or five (R092).
  case oneOf([Int])
  case range(ClosedRange<Int>)
  /// As many as another group has, by its code (barnehageloven § 4).
  case sameAs(String)
  /// One from each organisation that takes part, at most so many (K2).
  case onePerOrganisation(atMost: Int)

  /// The most seats a group or a council may have in this system.
  package static let most = 60

  /// Reads the short text; nil when it is none.
  package init?(_ text: String) {
    let text = text.filter { $0 != " " }
    if text.isEmpty {
      self = .any
    } else if text.first == "=", text.count > 1 {
      self = .sameAs(String(text.dropFirst()))
    } else if text == "org" {
      self = .onePerOrganisation(atMost: Self.most)
    } else if text.hasPrefix("org:"), let most = Self.number(text.dropFirst(4)), most > 0 {
      self = .onePerOrganisation(atMost: most)
    } else if let range = Self.range(text) {
      self = .range(range)
    } else if let numbers = Self.numbers(text) {
      self = .oneOf(numbers)
    } else {
      return nil
    }
  }

  /// The short text.
  package var code: String {
    switch self {
    case .any: ""
    case .oneOf(let numbers): numbers.map(String.init).joined(separator: ",")
    case .range(let range): "\(range.lowerBound)-\(range.upperBound)"
    case .sameAs(let group): "=\(group)"
    case .onePerOrganisation(atMost: Self.most): "org"
    case .onePerOrganisation(let most): "org:\(most)"
    }
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    guard let number = Int(text), (0...most).contains(number) else { return nil }
    return number
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { number($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
    return low...high
  }

  private static func numbers(_ text: String) -> [Int]? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { number($0) }
    guard numbers.allSatisfy({ $0 != nil }) else { return nil }
    return Set(numbers.compactMap(\.self)).sorted()
  }
}

extension NumberRule: Storable {
  package init?(_ cell: Cell) {
    guard let text = String(cell) else { return nil }
    self.init(text)
  }
  package var bound: BoundValue { .text(code) }
}

extension NumberRule {
  /// Whether a count keeps the rule; `counts` is how many each group has.
  package func allows(_ count: Int, among counts: [String: Int] = [:]) -> Bool {
    switch self {
    case .any: true
    case .oneOf(let numbers): numbers.contains(count)
    case .range(let range): range.contains(count)
    case .sameAs(let group): count == counts[group, default: 0]
    case .onePerOrganisation(let most): count <= most
    }
  }

  /// The fewest that keep the rule by themselves.
  package var fewest: Int {
    switch self {
    case .any, .sameAs, .onePerOrganisation: 0
    case .oneOf(let numbers): numbers.first ?? 0
    case .range(let range): range.lowerBound
    }
  }

  /// The most that keep the rule by themselves.
  package var greatest: Int {
    switch self {
    case .any, .sameAs: Self.most
    case .oneOf(let numbers): numbers.last ?? 0
    case .range(let range): range.upperBound
    case .onePerOrganisation(let most): most
    }
  }

  /// The rule in words: `3 eller 5`, `fra 2 til 6`.
  package var text: Text { text(among: []) }

  /// The rule in words, a group that it names called what it is called.
  package func text(among groups: [SeatGroup]) -> Text {
    switch self {
    case .any: Text(nb: "så mange som ønskes", nn: "så mange ein ønskjer", en: "any number of")
    case .oneOf(let numbers):
      Text(
        nb: Self.list(numbers, "eller"), nn: Self.list(numbers, "eller"),
        en: Self.list(numbers, "or"))
    case .range(let range): Self.text(of: range)
    case .sameAs(let code): Self.text(sameAs: code, among: groups)
    case .onePerOrganisation(Self.most):
      Text(
        nb: "én fra hver organisasjon", nn: "éin frå kvar organisasjon",
        en: "one from each organisation")
    case .onePerOrganisation(let most):
      Text(
        nb: "én fra hver organisasjon, høyst \(most)",
        nn: "éin frå kvar organisasjon, høgst \(most)",
        en: "one from each organisation, at most \(most)")
    }
  }

  private static func text(sameAs code: String, among groups: [SeatGroup]) -> Text {
    let name = groups.first { $0.code == code }?.name ?? Text(same: code)
    return Text(
      nb: "like mange som i gruppen «\(name.nb)»", nn: "like mange som i gruppa «\(name.nn)»",
      en: "as many as the group «\(name.en)»")
  }

  private static func text(of range: ClosedRange<Int>) -> Text {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return Text(same: "\(low)") }
    if low == 0 { return Text(nb: "høyst \(high)", nn: "høgst \(high)", en: "at most \(high)") }
    return Text(
      nb: "fra \(low) til \(high)", nn: "frå \(low) til \(high)", en: "from \(low) to \(high)")
  }

  private static func list(_ numbers: [Int], _ or: String) -> String {
    let words = numbers.map(String.init)
    guard words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(or) \(words.last ?? "")"
  }
}
