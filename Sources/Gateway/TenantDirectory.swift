import Database
import Synchronization

/// Remembers which id a slug or host name had when it was last looked up.
///
/// It only saves a round trip: every transaction reads its kommune again, and an entry that no longer
/// fits is dropped. So suspending or renaming a kommune takes effect at once in every server.
final class TenantDirectory: Sendable {
  private let ids = Mutex<[TenantName: TenantID]>([:])

  /// The remembered id of a name, or nil.
  func id(of name: TenantName) -> TenantID? { ids.withLock { $0[name] } }

  func remember(_ id: TenantID, as name: TenantName) { ids.withLock { $0[name] = id } }

  func forget(_ name: TenantName) { ids.withLock { $0[name] = nil } }
}

/// What leads to a kommune: the first part of a path, or a host of its own.
enum TenantName: Hashable, Sendable {
  case slug(String)
  case host(String)

  /// Whether it leads to this kommune, as it stands now.
  func isOf(_ tenant: Tenant) -> Bool {
    switch self {
    case .slug(let slug): tenant.slug == slug
    case .host(let host): tenant.host == host
    }
  }
}
