import Crypto
import Database
import Kernel
import UseCases
import Web

/// Everything a server needs to answer, shared by its workers.
package struct Application: Sendable {
  let composition: Composition
  let location: DatabaseLocation
  let clock: Clock
  /// What the host has set; people reach the instance at its public URL.
  let settings: InstanceSettings
  let log: @Sendable (String) -> Void
  let statements: StatementLog?
  let directory = TenantDirectory()
  let limiter: RateLimiter?

  /// An application on a database that is migrated already.
  package init(
    _ composition: Composition = Composition(), at location: DatabaseLocation,
    settings: InstanceSettings, clock: Clock = .system, statements: StatementLog? = nil,
    rateLimit: RateLimit? = nil, log: @escaping @Sendable (String) -> Void
  ) {
    self.composition = composition
    self.location = location
    self.settings = settings
    self.clock = clock
    self.statements = statements
    limiter = rateLimit.map(RateLimiter.init)
    self.log = { log(LogLine.of($0)) }
  }

  var publicURL: PublicURL { settings.publicURL }

  /// A worker's way to answer; it owns connections of its own and stays on the thread that made it.
  package func worker() -> (Request) -> Response {
    let desk = Desk(self)
    return { request in desk.respond(to: request) }
  }
}
