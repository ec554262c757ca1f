import Database
import Kernel

/// What a use case gets: an open transaction of one kommune, who asks, and what time it is.
package struct Work: ~Copyable {
  package let now: Instant
  package let caller: Caller
  /// What the host has set.
  package let instance: InstanceSettings
  @usableFromInline let transaction: Transaction
  private let ids: IDSource
  private let doorway: Doorway
  private let ledger = Ledger()

  /// What has happened so far; checked when the use case is done.
  private final class Ledger {
    var asked: Set<Permission> = []
    var events = 0
  }

  /// Work in an open transaction.
  package init(
    in transaction: borrowing Transaction, for tenant: Tenant, by actor: Actor, at now: Instant,
    ids: IDSource, from caller: Caller = .nowhere, of instance: InstanceSettings = .unset
  ) {
    self.init(in: transaction, at: now, ids: ids, from: caller, of: instance) {
      Arrival(tenant: tenant, actor: actor)
    }
  }

  /// Work in an open transaction, for somebody whose name the database has been asked for.
  package init(
    in transaction: borrowing Transaction, at now: Instant, ids: IDSource, from caller: Caller,
    of instance: InstanceSettings, arriving: @escaping () throws -> Arrival
  ) {
    self.transaction = transaction.lent()
    self.now = now
    self.ids = ids
    self.caller = caller
    self.instance = instance
    doorway = Doorway(arriving)
  }

  /// The kommune and who asks.
  ///
  /// - Throws: why nobody is let in.
  package func arrival() throws -> Arrival { try doorway.arrival() }

  /// The kommune.
  package var tenant: Tenant { get throws { try arrival().tenant } }

  /// Who asks; a visitor where nobody is let in, whose work `perform` then throws away.
  package var actor: Actor { (try? arrival())?.actor ?? .visitor }

  /// Performs a use case, and sees to what every one owes: permission asked, event written.
  ///
  /// - Throws: `AccessRefusal` when whoever asks may not; the use case's own refusals.
  package func perform<Action: UseCase>(_ action: Action) throws -> Action.Outcome {
    try seeingToDuties(of: Action.self) { try action.perform(in: self) }
  }

  /// Performs the last step of a slow use case, as `perform` does.
  ///
  /// - Throws: as `perform`.
  package func perform<Action: SlowUseCase>(
    _ action: Action, with finding: Action.Finding
  ) throws -> Action.Outcome {
    try seeingToDuties(of: Action.self) { try action.perform(with: finding, in: self) }
  }

  /// Performs the first step of a slow use case.
  ///
  /// - Throws: `AccessRefusal` when whoever asks may not; the use case's own refusals.
  package func ask<Action: SlowUseCase>(_ action: Action) throws -> Action.Question {
    try admit(to: Action.self)
    let question = try action.ask(in: self)
    try seeThatPermissionWasAsked(by: Action.self)
    return question
  }

  private func seeingToDuties<Action: UseCase>(
    of action: Action.Type, _ body: () throws -> Action.Outcome
  ) throws -> Action.Outcome {
    try admit(to: action)
    let before = ledger.events
    let outcome = try body()
    try seeThatPermissionWasAsked(by: action)
    guard !Action.writes || ledger.events > before else {
      throw HouseRuleBroken.noEventWasWritten("\(Action.self)")
    }
    return outcome
  }

  private func admit<Action: UseCase>(to action: Action.Type) throws {
    try admit(to: Action.permission, changes: Action.changes)
    if Action.changes || !Action.permission.isPublic { try refuseWhoOwesACode(action) }
  }

  /// Lets in whoever may be let in at all; a public reading need not wait for who it is.
  ///
  /// `perform` does so by itself. Whoever reads what is asked for asks first, so that nobody is told
  /// what is wrong with a request they may not make.
  ///
  /// - Throws: why nobody is let in; `AccessRefusal.youMustSignIn`.
  package func admit(to permission: Permission, changes: Bool) throws {
    if changes || !permission.isPublic { _ = try arrival() }
    guard permission.isPublic || actor.isSignedIn else { throw AccessRefusal.youMustSignIn }
  }

  /// Whoever must set up one-time codes does so, or leaves, and does nothing else first.
  private func refuseWhoOwesACode<Action: UseCase>(_ action: Action.Type) throws {
    let isOpen = Action.isOpenBeforeCodes || Action.permission == .signIn
    guard try !arrival().owesCode || isOpen else { throw AccessRefusal.oneTimeCodeComesFirst }
  }

  private func seeThatPermissionWasAsked<Action: UseCase>(by action: Action.Type) throws {
    try refuseWhoOwesACode(action)
    guard Action.permission.isPublic || ledger.asked.contains(Action.permission) else {
      throw HouseRuleBroken.permissionWasNeverAsked("\(Action.self)")
    }
  }

  /// Whether whoever asks may, with the roles they hold in the record at hand.
  package func may(_ permission: Permission, as standing: Set<Role> = []) -> Bool {
    !permission.roles.isDisjoint(with: standing.union(actor.tenantWideRoles))
  }

  /// Asks for a permission.
  ///
  /// Every use case that is not public does so exactly where it knows the record; `perform` refuses
  /// to finish when it did not.
  ///
  /// - Throws: `AccessRefusal.youMayNotDoThis`.
  package func require(_ permission: Permission, as standing: Set<Role> = []) throws {
    ledger.asked.insert(permission)
    guard may(permission, as: standing) else {
      throw actor.isSignedIn ? AccessRefusal.youMayNotDoThis : AccessRefusal.youMustSignIn
    }
  }

  /// A new id.
  package func newID<Record>() -> ID<Record> { ids.next(at: now) }

  /// Writes what happened to the kommune's event log, in this transaction (design § 2.7).
  ///
  /// `facts` tell what changed without text about people: versions, digests, ids, states.
  package func record<Record>(
    _ event: String, _ id: ID<Record>, _ facts: KeyValuePairs<String, String> = [:]
  ) throws {
    ledger.events += 1
    try EventLog.append(
      event, record: id.erased(), facts: facts, by: actor, at: now, in: transaction)
  }

  /// Writes an event as `record` does, unless whoever asks has caused the same one within the hour:
  /// who turns the pages of a list reads it once, and who is refused again and again fills no log.
  ///
  /// The host has no id to know it by again, so each of its readings is written.
  package func recordOnceAnHour<Record>(
    _ event: String, _ id: ID<Record>, _ facts: KeyValuePairs<String, String> = [:]
  ) throws {
    let hasIt = try EventLog.has(
      event, facts: facts, by: actor, since: now.adding(seconds: -3600), in: transaction)
    guard hasIt else { return try record(event, id, facts) }
    ledger.events += 1
  }
}

// The transaction's ways to run SQL, so that a use case says `work.rows(…)`.
extension Work {
  /// Every row of a query; see `Transaction.rows`.
  @inlinable package func rows<each Column: Storable, Record>(
    _ sql: SQL, as make: (repeat each Column) throws -> Record
  ) throws -> [Record] { try transaction.rows(sql, as: make) }

  /// As `rows`, for the only or last query of a use case that reads; see `Transaction.lastRows`.
  @inlinable package func lastRows<each Column: Storable, Record>(
    _ sql: SQL, as make: (repeat each Column) throws -> Record
  ) throws -> [Record] { try transaction.lastRows(sql, as: make) }

  /// The first row of a query, or nil.
  @inlinable package func row<each Column: Storable, Record>(
    _ sql: SQL, as make: (repeat each Column) throws -> Record
  ) throws -> Record? { try transaction.row(sql, as: make) }

  /// The values of a query's only column.
  @inlinable package func values<Value: Storable>(
    _ sql: SQL, of type: Value.Type = Value.self
  ) throws -> [Value] { try transaction.values(sql, of: type) }

  /// The only value of a query's first row, or nil.
  @inlinable package func value<Value: Storable>(
    _ sql: SQL, of type: Value.Type = Value.self
  ) throws -> Value? { try transaction.value(sql, of: type) }

  /// Runs a query and hands over each row, for records read column by column; see
  /// `Transaction.execute`.
  package func execute(_ sql: SQL, row: (inout Row) throws -> Void) throws {
    try transaction.execute(sql, row: row)
  }

  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  package func run(_ sql: SQL) throws -> Int { try transaction.run(sql) }
}

/// A use case broke a rule of the house: a fault in the program, found by its first test.
package enum HouseRuleBroken: Error {
  case permissionWasNeverAsked(String)
  case noEventWasWritten(String)
  case slowPartWasSkipped
}
