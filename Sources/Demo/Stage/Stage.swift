import Database
import Kernel
import UseCases
import Web

/// An open transaction of one kommune in which use cases are performed at times long past, each by
/// whoever did it, so that every rule is obeyed and every event written.
struct Stage: ~Copyable {
  let tenant: Tenant
  private let transaction: Transaction
  private let ids: IDSource

  init(in transaction: borrowing Transaction, of tenant: Tenant, ids: IDSource) {
    self.transaction = transaction.lent()
    self.tenant = tenant
    self.ids = ids
  }

  /// Performs a use case with what it reads, as the API would.
  @discardableResult
  func perform<Action: UseCase & Readable>(
    _ action: Action.Type, by actor: Actor, at time: Instant, _ values: [String: Value]
  ) throws -> Action.Outcome {
    var input = Input(values)
    let action = Action(&input)
    try input.finish()
    return try perform(action, by: actor, at: time)
  }

  /// Performs a use case that was made already.
  @discardableResult
  func perform<Action: UseCase>(
    _ action: Action, by actor: Actor, at time: Instant
  ) throws -> Action.Outcome {
    try Work(in: transaction, for: tenant, by: actor, at: time, ids: ids).perform(action)
  }

  /// Reads something as whoever asks.
  func read<Found>(
    by actor: Actor, at time: Instant, _ body: (borrowing Work) throws -> Found
  ) throws -> Found {
    try body(Work(in: transaction, for: tenant, by: actor, at: time, ids: ids))
  }
}
