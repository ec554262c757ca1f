import Database
import Kernel

/// Stops serving a kommune, or takes it up again; doing either twice does no harm.
package struct SetTenantStatus: Sendable {
  package let slug: String
  package let status: TenantStatus

  /// A change of one kommune's status.
  package init(slug: String, status: TenantStatus) {
    self.slug = slug
    self.status = status
  }

  /// - Throws: `TenantRefusal.thereIsNoSuchKommune`.
  package func perform(in store: borrowing Store) throws -> Tenant {
    try store.catalog(.write) { catalog in
      let changed = try catalog.run(
        "UPDATE catalog.tenant SET status = \(status) WHERE slug = \(slug)")
      guard changed == 1, let tenant = try catalog.tenant(slug: slug) else {
        throw TenantRefusal.thereIsNoSuchKommune
      }
      return tenant
    }
  }
}

/// Why a command about a kommune is refused.
package enum TenantRefusal: Refusal {
  case thereIsNoSuchKommune

  package var kind: RefusalKind { .notFound }
  package var text: Text {
    Text(same: "There is no kommune of that slug on this instance. See: samrad tenant list")
  }
}

extension Transaction {
  /// The kommune of that slug, which must be there.
  ///
  /// - Throws: `TenantRefusal.thereIsNoSuchKommune`.
  func namedTenant(_ slug: String) throws -> Tenant {
    guard let tenant = try tenant(slug: slug) else { throw TenantRefusal.thereIsNoSuchKommune }
    return tenant
  }
}
