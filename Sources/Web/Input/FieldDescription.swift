/// One field a use case reads, for the API's description.
package struct FieldDescription: Sendable, Hashable {
  /// The kinds of field.
  package indirect enum Kind: Sendable, Hashable {
    case text(max: Int)
    case id, instant, day, flag, version
    case number(ClosedRange<Int>)
    case choice([String])
    case list([FieldDescription])
    /// A list of ids.
    case ids
  }

  package let name: String
  package let kind: Kind
  package let about: String
  package let isRequired: Bool
}
