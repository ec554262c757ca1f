import Database
import Notices

/// How the outboxes stand.
extension Doctor {
  /// Nothing where no letter was posted; a letter that failed is somebody who waits for a link.
  func letters(_ store: borrowing Store) throws -> [Diagnosis] {
    var waiting = 0
    var failed: [String] = []
    let tenants = try store.catalog { try $0.tenants() }
    for tenant in tenants {
      let standing = try store.transaction(of: tenant.id, .read) { try LetterStanding(in: $0) }
      waiting += standing.waiting
      if standing.failed > 0 {
        failed.append("\(tenant.slug): \(standing.failed) could not be sent.")
      }
    }
    guard failed.isEmpty else {
      let text = "The server's log says why, by the letter's id. Hand their links over yourself."
      return [Diagnosis("letters", .wrong, text, details: failed)]
    }
    return hasMailServer || waiting > 0
      ? [Diagnosis("letters", .ok, "\(waiting) wait, none has failed in the last month.")] : []
  }
}
