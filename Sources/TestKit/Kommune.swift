import Crypto
import Database
import Gateway
import Identity
import Kernel
import Synchronization
import Tenancy
import UseCases
import Web

/// A kommune of a test's own, with a clock that stands still until the test moves it.
///
/// ```swift
/// @Test(arguments: Engine.available) func listsUnits(_ engine: Engine) throws {
///   let kommune = try Kommune(on: engine)
///   let units = try kommune.run(ListUnits.self, as: .visitor)
/// }
/// ```
package final class Kommune {
  package let engine: Engine
  package let tenant: Tenant
  package let location: DatabaseLocation
  /// Every statement that ran; clear it before what you want to count.
  package let statements = StatementLog()
  private let store: Store
  private let folder: TemporaryFolder?
  private let ids: IDSource
  private let time: TestTime
  /// Where whoever acts next comes from.
  package var caller = Caller.nowhere

  /// What the host has set.
  package var settings = Kommune.settings

  /// A fresh kommune with a preset's words and rules, and on SQLite with a change of its line in the
  /// catalog.
  package init(on engine: Engine, preset: String = "trondheim", changing: SQL? = nil) throws {
    let (location, id, folder) = try Instance.fresh(on: engine, preset: preset)
    self.engine = engine
    self.location = location
    self.folder = folder
    ids = IDSource(random: SeededGenerator(seed: 1))
    time = TestTime(Instance.start)
    store = Store(location, log: statements)
    if let changing { _ = try store.catalog(.write) { try $0.run(changing) } }
    tenant = try store.catalog { try $0.tenant(id) }.orNotFound()
  }

  /// A kommune of an instance that is there already, for tests with several side by side.
  package init(_ tenant: Tenant, at location: DatabaseLocation, now: Instant, ids: IDSource) {
    engine =
      switch location {
      case .sqlite: .sqlite
      case .postgres: .postgres
      }
    self.tenant = tenant
    self.location = location
    self.ids = ids
    folder = nil
    time = TestTime(now)
    store = Store(location, log: statements)
  }

  /// The time of the clock, for use cases and for the server.
  package var now: Instant {
    get { time.now }
    set { time.now = newValue }
  }

  /// The clock, for whoever acts on another thread.
  package var clock: Clock {
    let time = time
    return Clock { time.now }
  }

  /// Performs a use case with what it reads, as the API would.
  @discardableResult
  package func run<Action: UseCase & Readable>(
    _ action: Action.Type, as actor: Actor = .host, _ values: [String: Value] = [:]
  ) throws -> Action.Outcome {
    var input = Input(values)
    let action = Action(&input)
    try input.finish()
    return try run(action, as: actor)
  }

  /// Performs a use case that was made already.
  @discardableResult
  package func run<Action: UseCase>(
    _ action: Action, as actor: Actor = .host
  ) throws
    -> Action.Outcome
  {
    try work(as: actor, Action.writes ? .write : .read) { try $0.perform(action) }
  }

  /// Runs something in a transaction of the kommune, as a use case would.
  package func work<Result>(
    as actor: Actor = .host, _ access: Access = .write, _ body: (borrowing Work) throws -> Result
  ) throws -> Result {
    try store.transaction(of: tenant.id, access) { transaction in
      try body(
        Work(
          in: transaction, for: tenant, by: actor, at: now, ids: ids, from: caller,
          of: settings))
    }
  }

  /// Runs one statement as it stands, to see whether the database itself refuses.
  @discardableResult
  package func sql(_ statement: SQL) throws -> Int {
    try store.transaction(of: tenant.id) { try $0.run(statement) }
  }

  /// The only value of a query.
  package func value<Value: Storable>(
    _ query: SQL, of type: Value.Type = Value.self
  ) throws
    -> Value?
  {
    try store.transaction(of: tenant.id, .read) { try $0.value(query, of: type) }
  }

  /// Everything the kommune has, as text.
  package func dump() throws -> String {
    try store.transaction(of: tenant.id, .read) { try $0.dump() }
  }

  /// A digest of everything the kommune has.
  package func fingerprint() throws -> String {
    try store.transaction(of: tenant.id, .read) { try $0.fingerprint() }
  }

  /// What the event log's chain looks like.
  package func verdict() throws -> EventLog.Verdict {
    try store.transaction(of: tenant.id, .read) { try EventLog.verify(in: $0) }
  }

  /// An application on this kommune's database, with the test's clock and routes of the test's own.
  package func application(
    adding routes: [Route] = [], log: @escaping @Sendable (String) -> Void = { print($0) }
  ) -> Application {
    Application(
      routes.isEmpty ? Instance.composition : Composition(adding: routes), at: location,
      settings: settings,
      clock: clock, statements: statements, log: log)
  }

  /// What the host of the tests has set.
  package static let settings = InstanceSettings(
    publicURL: .loopback(port: 8080),
    key: InstanceKey([UInt8](repeating: 7, count: InstanceKey.length)), hasMailServer: true)
}

/// A clock that tests move.
private final class TestTime: Sendable {
  private let instant: Mutex<Instant>

  init(_ instant: Instant) { self.instant = Mutex(instant) }

  var now: Instant {
    get { instant.withLock { $0 } }
    set { instant.withLock { $0 = newValue } }
  }
}
