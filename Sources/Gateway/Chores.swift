import Database
import Kernel
import UseCases

/// Does the jobs of every kommune that is served, each in a transaction of that kommune alone.
package final class Chores {
  private let application: Application
  private let store: Store
  private let ids = IDSource()

  /// Somebody with connections of their own, who stays on the thread that made them.
  package init(_ application: Application) {
    self.application = application
    store = Store(application.location, log: application.statements)
  }

  /// Goes through every kommune once.
  ///
  /// - Throws: what kept the first job that failed from being done; all others are done all the same.
  package func round(isStopping: () -> Bool = { false }) throws {
    var failure: (any Error)?
    let tenants = try store.catalog { try $0.tenants() }
    for tenant in tenants where tenant.status == .active {
      for job in application.composition.jobs where !isStopping() {
        do {
          try perform(job, in: tenant)
        } catch {
          failure = failure ?? error
        }
      }
    }
    if let failure { throw failure }
  }

  private func perform(_ job: Job, in tenant: Tenant) throws {
    try store.transaction(of: tenant.id) { transaction in
      try job.perform(
        in: Work(
          in: transaction, for: tenant, by: .host, at: application.clock.now, ids: ids,
          of: application.settings))
    }
  }
}
