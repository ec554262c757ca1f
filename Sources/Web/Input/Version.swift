import Kernel

/// The version of a record that somebody has read; a change names it, so that nobody overwrites what
/// they have not seen.
package struct Version: Sendable, Hashable {
  private let number: Int?

  /// The version of that number.
  package init(_ number: Int) { self.number = number }

  private init() { number = nil }

  /// Nothing was named.
  package static let notNamed = Version()

  /// Refuses unless the record still has the version that was read.
  ///
  /// - Throws: `VersionRefusal.nameTheVersionYouRead`, `.recordHasChanged`.
  package func mustBe(_ current: Int) throws {
    guard let number else { throw VersionRefusal.nameTheVersionYouRead }
    guard number == current else { throw VersionRefusal.recordHasChanged }
  }
}

/// Why a change to a record somebody has not seen is refused.
package enum VersionRefusal: Refusal {
  case nameTheVersionYouRead
  case recordHasChanged

  package var kind: RefusalKind {
    switch self {
    case .nameTheVersionYouRead: .versionMissing
    case .recordHasChanged: .stale
    }
  }

  package var text: Text {
    switch self {
    case .nameTheVersionYouRead:
      Text(
        nb: "Si hvilken versjon du har lest. Last siden på nytt og prøv igjen.",
        nn: "Sei kva versjon du har lese. Last sida på nytt og prøv igjen.",
        en: "Name the version you have read, in If-Match.")
    case .recordHasChanged:
      Text(
        nb: "Noen har endret dette etter at du åpnet det. Les det nye, og prøv igjen.",
        nn: "Nokon har endra dette etter at du opna det. Les det nye, og prøv igjen.",
        en: "Somebody has changed this since you read it. Read it again, then try once more.")
    }
  }
}

extension Input {
  /// The version of the record that whoever asks has seen: from `If-Match`, or a form's hidden field.
  package mutating func version() -> Version {
    describe("version", .version, "The version you have read.", required: true)
    switch take("version") {
    case .number(let number): return Version(number)
    case .text(let text): return Version(Int(text) ?? -1)
    default: return .notNamed
    }
  }
}
