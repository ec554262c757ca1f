/// One field a use case reads, for the API's description.
package struct FieldDescription: Sendable, Hashable {
  /// The kinds of field.
  package indirect enum Kind: Sendable, Hashable {
    case text(max: Int)
    /// A password or a secret, which is not screened.
    case opaque(max: Int)
    /// Where a list goes on, as the page before said; not screened either.
    case cursor(max: Int)
    case id, instant, day, flag, version
    case number(ClosedRange<Int>)
    case choice([String])
    /// A list of some of them.
    case choices([String])
    case list([FieldDescription])
    /// A list of ids.
    case ids
    /// A file of at most so many bytes: a form of several parts holds it, or a call of the API is it,
    /// with its name and the other fields in the query.
    case file(max: Int)

    /// Whether it holds text that people write, or a file's name, which is screened for identity numbers.
    package var isScreened: Bool {
      switch self {
      case .text, .file: true
      case .list(let fields): fields.contains { $0.kind.isScreened }
      default: false
      }
    }
  }

  package let name: String
  package let kind: Kind
  package let about: String
  package let isRequired: Bool

  /// What a file is called, which a call of the API says in its query.
  package static let fileName = FieldDescription(
    name: "name", kind: .text(max: 1000), about: "The file's name.", isRequired: true)
}
