/// One field a use case reads, for the API's description.
package struct FieldDescription: Sendable, Hashable {
  /// The kinds of field.
  package indirect enum Kind: Sendable, Hashable {
    case text(max: Int)
    /// A password, a secret or a cursor, which is not screened.
    case opaque(max: Int)
    case id, instant, day, flag, version
    case number(ClosedRange<Int>)
    case choice([String])
    case list([FieldDescription])
    /// A list of ids.
    case ids

    /// Whether it holds text that people write, which is screened for identity numbers.
    package var isScreened: Bool {
      switch self {
      case .text: true
      case .list(let fields): fields.contains { $0.kind.isScreened }
      default: false
      }
    }
  }

  package let name: String
  package let kind: Kind
  package let about: String
  package let isRequired: Bool
}
