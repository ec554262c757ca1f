import Kernel
import TestKit
import Testing

@testable import Database

@Suite struct MigratorTests {
  /// A place without any tables yet.
  private final class Empty: Sendable {
    let location: DatabaseLocation
    private let folder: TemporaryFolder?
    private let database: PrivateDatabase?

    init(on engine: Engine) throws {
      folder = engine == .sqlite ? try TemporaryFolder() : nil
      database = engine == .postgres ? try PrivateDatabase() : nil
      location = try database?.owner ?? .sqlite(folder: #require(folder?.path))
    }
  }

  private static func step(_ name: String, _ table: String, column: String = "id") -> Migration {
    Migration(
      "test", name, Table(table, in: .catalog, .column(column, .integer), .primaryKey([column])))
  }

  private static let broken = Migration(
    "test", "0002-broken", in: .catalog,
    steps: [
      .table(Table("test_half", in: .catalog, .column("id", .integer), .primaryKey(["id"]))),
      .only(.sqlite, "CREATE TABLE nonsense nonsense"),
      .only(.postgres, "CREATE TABLE nonsense nonsense"),
    ])

  private static let one = Migrator([step("0001-one", "test_one")])
  private static let two = Migrator([step("0001-one", "test_one"), step("0002-two", "test_two")])

  @Test(arguments: Engine.available)
  func aFreshDatabaseIsBroughtUpToDateOnce(_ engine: Engine) throws {
    let empty = try Empty(on: engine)
    let store = Store(empty.location)

    let first = try Self.two.migrate(store, at: Scratch.now)
    let second = try Self.two.migrate(Store(empty.location), at: Scratch.now)

    #expect(first == Self.two.all.map(\.label).filter { first.contains($0) })
    #expect(first.suffix(2) == ["test/0001-one", "test/0002-two"])
    #expect(second.isEmpty)
    #expect(try Self.two.standing(of: store) == .upToDate)
  }

  @Test(arguments: Engine.available)
  func aDatabaseThatIsBehindGetsWhatIsMissing(_ engine: Engine) throws {
    let empty = try Empty(on: engine)
    let store = Store(empty.location)
    #expect(try Self.one.standing(of: store) == .behind(missing: Self.one.all.map(\.label)))
    _ = try Self.one.migrate(store, at: Scratch.now)

    let standing = try Self.two.standing(of: store)
    let applied = try Self.two.migrate(store, at: Scratch.now)

    #expect(standing == .behind(missing: ["test/0002-two"]))
    #expect(applied == ["test/0002-two"])
  }

  @Test(arguments: Engine.available)
  func aNewerDatabaseIsRefusedAndLeftAlone(_ engine: Engine) throws {
    let empty = try Empty(on: engine)
    let store = Store(empty.location)
    _ = try Self.two.migrate(store, at: Scratch.now)
    let older = Migrator([Self.step("0001-one", "test_one")])

    #expect(try older.standing(of: store) == .newer(unknown: ["test/0002-two"]))
    #expect(throws: MigrationRefusal.self) { _ = try older.migrate(store, at: Scratch.now) }
    #expect(try Self.two.standing(of: store) == .upToDate)
  }

  @Test(arguments: Engine.available)
  func aLandedStepThatWasChangedIsRefused(_ engine: Engine) throws {
    let empty = try Empty(on: engine)
    let store = Store(empty.location)
    _ = try Self.one.migrate(store, at: Scratch.now)
    let changed = Migrator([Self.step("0001-one", "test_one", column: "number")])

    #expect(try changed.standing(of: store) == .changed(["test/0001-one"]))
    #expect(throws: MigrationRefusal.self) { _ = try changed.migrate(store, at: Scratch.now) }
  }

  @Test(arguments: Engine.available)
  func aStepThatFailsLeavesNothingAndCanBeMended(_ engine: Engine) throws {
    let empty = try Empty(on: engine)
    let store = Store(empty.location)
    let failing = Migrator([Self.step("0001-one", "test_one"), Self.broken])

    #expect(throws: DatabaseError.self) { _ = try failing.migrate(store, at: Scratch.now) }
    let half = try kind { try store.catalog { try $0.run("SELECT 1 FROM catalog.test_half") } }
    let applied = try Self.two.migrate(store, at: Scratch.now)

    #expect(half == .other)
    #expect(applied == ["test/0002-two"])
  }

  @Test(arguments: Engine.available)
  func machinesThatMigrateAtOnceApplyEveryStepOnce(_ engine: Engine) throws {
    for _ in 0..<3 {
      let empty = try Empty(on: engine)
      let migrator = Migrator(
        (1...8).map { Self.step("000\($0)-step", "test_\($0)") } + Scratch.migrator.all.suffix(1))

      try inParallel(4) { _ in _ = try migrator.migrate(Store(empty.location), at: Scratch.now) }

      #expect(try migrator.standing(of: Store(empty.location)) == .upToDate)
    }
  }

  @Test func aChecksumCoversBothEnginesAndEveryColumn() {
    let plain = Self.step("0001-one", "test_one")

    #expect(plain.checksum == Self.step("0001-one", "test_one").checksum)
    #expect(plain.checksum != Self.step("0001-one", "test_one", column: "number").checksum)
    for engine in Dialect.allCases {
      #expect(
        Migration("a", "b", in: .catalog, steps: [.only(engine, "x")]).checksum
          != Migration("a", "b", in: .catalog, steps: [.only(engine, "y")]).checksum)
    }
  }
}
