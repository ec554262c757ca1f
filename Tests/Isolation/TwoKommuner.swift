import Database
import Gateway
import Identity
import Kernel
import OpenID
import Synchronization
import TestKit
import Tenancy
import Testing
import UseCases
import Web

/// Two kommuner on one instance, with the same records and each its own mark, behind one
/// application that they share: its caches, its worker, its connection.
final class TwoKommuner {
  let engine: Engine
  /// The kommune that asks.
  let a: Neighbour
  /// The kommune that nothing may be known of.
  let b: Neighbour
  let application: Application
  let routes = Composition().routes
  let location: DatabaseLocation
  /// The database of a test's own, on PostgreSQL.
  let database: PrivateDatabase?
  /// Every line the application has logged.
  let log: LogLines
  private let answer: (Request) -> Response
  private let folder: TemporaryFolder?
  private let keeper: any Keeper

  /// A fresh copy of the two.
  init(on engine: Engine) throws {
    self.engine = engine
    let template = try Template.of(engine)
    let log = LogLines()
    self.log = log
    switch template.place {
    case .folder(let original):
      let folder = try TemporaryFolder()
      try original.copy(to: folder)
      self.folder = folder
      database = nil
      location = .sqlite(folder: folder.path)
      keeper = try FileKeeper(folder, template.tenants)
    case .database(let original):
      let database = try PrivateDatabase(copying: original)
      folder = nil
      self.database = database
      location = database.application
      keeper = try RowKeeper(database)
    }
    a = try Neighbour(template.tenants[0], template.casts[0], .a, at: location)
    b = try Neighbour(template.tenants[1], template.casts[1], .b, at: location)
    // A second later, so that what the application makes sorts after what the scenario made, however
    // many ids it has given out.
    application = Application(
      at: location, settings: TestKit.Kommune.settings,
      clock: Clock { Scenario.start.adding(seconds: 1) },
      log: { log.append($0) })
    answer = application.worker()
  }

  /// What the application answers.
  func send(_ request: Request) -> Response {
    guard let directory = IssuerOfKommune.directory else { preconditionFailure("no key") }
    return IssuerDirectory.$shared.withValue(directory) { answer(request) }
  }

  /// Gives each kommune the other's name in URLs.
  func swapSlugs() throws {
    let owner = database?.owner ?? location
    try Store(owner).catalog(.write) { catalog in
      for (slug, neighbour) in [("zzx", a), (a.tenant.slug, b), (b.tenant.slug, a)] {
        try catalog.run(
          "UPDATE catalog.tenant SET slug = \(slug) WHERE tenant_id = \(neighbour.tenant.id)")
      }
    }
  }

  /// Puts a kommune's records back to where the scenario left them.
  func restore(_ neighbour: Neighbour) throws { try keeper.restore(neighbour.tenant.id) }
}

/// One of the two kommuner.
final class Neighbour {
  let tenant: Tenant
  let cast: Cast
  let mark: Mark
  let kommune: TestKit.Kommune
  /// Everything it has, as the scenario left it.
  let contents: Contents

  init(_ tenant: Tenant, _ cast: Cast, _ mark: Mark, at location: DatabaseLocation) throws {
    self.tenant = tenant
    self.cast = cast
    self.mark = mark
    kommune = TestKit.Kommune(
      tenant, at: location, now: Scenario.start, ids: mark.ids(seed: 3))
    contents = try Contents(of: tenant.id, at: location)
  }

  /// What stands before its paths.
  var base: String { "/\(tenant.slug)" }
}

/// The lines of a log.
final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])
  var text: String { lines.withLock { $0.joined(separator: "\n") } }
  func append(_ line: String) { lines.withLock { $0.append(line) } }
}
