import Database
import Notices

/// How the outboxes stand.
extension Doctor {
  /// Nothing where no letter was posted.
  ///
  /// A letter that failed is no fault of the instance's, most often an address that is gone; but
  /// somebody waits for its link.
  func letters(_ store: borrowing Store) throws -> [Diagnosis] {
    var waiting = 0
    var failed: [String] = []
    let tenants = try store.catalog { try $0.tenants() }
    for tenant in tenants {
      let standing = try store.transaction(of: tenant.id, .read) { try LetterStanding(in: $0) }
      waiting += standing.waiting
      if standing.failed > 0 {
        failed.append("\(tenant.slug): \(standing.failed) could not be sent; the log says why.")
      }
    }
    guard hasMailServer || waiting > 0 || !failed.isEmpty else { return [] }
    return [Diagnosis("letters", .ok, "\(waiting) wait to be sent.", details: failed)]
  }
}
