import Testing
import Database
import Glibc

/// The database a test runs on.
///
/// Suites run on both: `@Test(arguments: Engine.available)`.
package enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite
  case postgres

  /// SQLite always, PostgreSQL where `Tests/run.sh` has started one.
  package static var available: [Engine] {
    Servers.application == nil ? [.sqlite] : [.sqlite, .postgres]
  }

  package var testDescription: String { rawValue }
}

/// The private PostgreSQL that `Tests/run.sh` starts.
package enum Servers {
  /// Where the application's role connects, or nil when there is no server.
  package static let application = environment("SAMRAD_TEST_POSTGRES")
  /// Where the owner's role connects.
  package static let owner = environment("SAMRAD_TEST_OWNER")

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
