import Database
import Synchronization

/// Remembers which id a slug or host name had when it was last looked up.
///
/// It only saves a round trip: every transaction reads its kommune again, and an entry that no longer
/// fits is dropped. So suspending or renaming a kommune takes effect at once in every server.
final class TenantDirectory: Sendable {
  private let ids = Mutex<[String: TenantID]>([:])

  /// The remembered id of a name, or nil.
  func id(of name: String) -> TenantID? { ids.withLock { $0[name] } }

  func remember(_ id: TenantID, as name: String) { ids.withLock { $0[name] = id } }

  func forget(_ name: String) { ids.withLock { $0[name] = nil } }
}
