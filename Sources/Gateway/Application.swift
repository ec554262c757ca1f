import Crypto
import Database
import Kernel
import Web

/// Everything a server needs to answer, shared by its workers.
package struct Application: Sendable {
  let composition: Composition
  let location: DatabaseLocation
  let clock: Clock
  /// Where people reach the instance, such as `https://brukerrad.example.no`.
  let publicURL: PublicURL
  let log: @Sendable (String) -> Void
  let statements: StatementLog?
  let directory = TenantDirectory()

  /// An application on a database that is migrated already.
  package init(
    _ composition: Composition = Composition(), at location: DatabaseLocation,
    publicURL: PublicURL, clock: Clock = .system, statements: StatementLog? = nil,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.composition = composition
    self.location = location
    self.publicURL = publicURL
    self.clock = clock
    self.statements = statements
    self.log = { log(Screening.redacted($0)) }
  }

  /// A worker's way to answer; it owns connections of its own and stays on the thread that made it.
  package func worker() -> (Request) -> Response {
    let desk = Desk(self)
    return { request in desk.respond(to: request) }
  }
}

/// Where people reach an instance.
package struct PublicURL: Sendable, Hashable {
  /// Without a slash at its end.
  package let text: String

  /// Reads an `http` or `https` address without a path; nil when it is not one.
  package init?(_ text: String) {
    let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
    let rest = trimmed.split(separator: "://", maxSplits: 1)
    guard rest.count == 2, ["http", "https"].contains(rest[0]), !rest[1].contains("/") else {
      return nil
    }
    self.text = trimmed
  }

  /// Whether people come over https.
  package var isSecure: Bool { text.hasPrefix("https://") }

  /// The host, without the port.
  package var host: String {
    let authority = text.split(separator: "://", maxSplits: 1).last ?? ""
    guard !authority.hasPrefix("[") else { return String(authority.prefix { $0 != "]" }) + "]" }
    return String(authority.prefix { $0 != ":" })
  }
}
