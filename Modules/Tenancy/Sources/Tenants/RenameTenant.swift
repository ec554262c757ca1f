import Database
import Kernel

/// Gives a kommune another slug, another host name of its own, or none.
///
/// Its old names lead nowhere from that moment, in every running server.
package struct RenameTenant: Sendable {
  package let slug: String
  package let newSlug: String?
  package let host: Host

  /// What becomes of the host name.
  package enum Host: Sendable, Hashable {
    case unchanged
    case none
    case named(String)
  }

  /// A change of one kommune's names.
  package init(slug: String, newSlug: String?, host: Host) {
    self.slug = slug
    self.newSlug = newSlug
    self.host = host
  }

  /// - Throws: `TenantRefusal.thereIsNoSuchKommune`, or why a name cannot be used.
  package func perform(in store: borrowing Store) throws -> Tenant {
    if let newSlug, !Slug.isValid(newSlug) { throw AddTenant.Refusal.slugCannotBeUsed }
    if case .named(let name) = host, !Slug.isHost(name) { throw AddTenant.Refusal.hostCannotBeUsed }
    return try store.catalog(.write) { catalog in
      let tenant = try catalog.namedTenant(slug)
      let slug = newSlug ?? tenant.slug
      guard try isFree(slug, for: tenant, catalog) else { throw AddTenant.Refusal.slugIsTaken }
      let host = host(of: tenant)
      if let host, try !isFree(host, for: tenant, catalog) { throw AddTenant.Refusal.hostIsTaken }
      try catalog.run(
        "UPDATE catalog.tenant SET slug = \(slug), host = \(host) WHERE tenant_id = \(tenant.id)")
      return try catalog.namedTenant(slug)
    }
  }

  private func host(of tenant: Tenant) -> String? {
    switch host {
    case .unchanged: tenant.host
    case .none: nil
    case .named(let name): name
    }
  }

  private func isFree(
    _ name: String, for tenant: Tenant, _ catalog: borrowing Transaction
  ) throws -> Bool {
    let holder: TenantID? = try catalog.value(
      """
      SELECT tenant_id FROM catalog.tenant WHERE (slug = \(name) OR host = \(name))
        AND tenant_id <> \(tenant.id)
      """)
    return holder == nil
  }
}
