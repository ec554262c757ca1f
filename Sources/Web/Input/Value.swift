/// What somebody sent, whether as JSON or as a form: a tree of texts, numbers and lists.
package indirect enum Value: Sendable, Hashable {
  case null
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([Value])
  case object([String: Value])
  case file(SentFile)
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByStringInterpolation
{
  /// A text.
  package init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  package init(integerLiteral value: Int) { self = .number(value) }
  /// Yes or no.
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A list.
  package init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// A record.
  package init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}
