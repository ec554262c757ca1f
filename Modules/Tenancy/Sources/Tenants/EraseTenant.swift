import Database
import Kernel

/// Removes a kommune with every byte it has here, for good.
package struct EraseTenant: Sendable {
  package let slug: String
  package let confirmation: String?

  /// Erasing the kommune of that slug, which whoever asks has to write twice.
  package init(slug: String, confirmation: String?) {
    self.slug = slug
    self.confirmation = confirmation
  }

  /// Why a kommune is not erased.
  package enum Refusal: Kernel.Refusal {
    case erasingIsNotConfirmed(String)

    package var kind: RefusalKind { .invalid }
    package var text: Text {
      switch self {
      case .erasingIsNotConfirmed(let slug):
        Text(same: "Erasing cannot be undone. Write it twice: --confirm \(slug)")
      }
    }
  }

  /// What is gone.
  package struct Outcome: Sendable {
    package let tenant: Tenant
    package let erasure: Erasure
  }

  /// - Throws: `Refusal`, `TenantRefusal.thereIsNoSuchKommune`, or `ErasureError`.
  package func perform(in store: borrowing Store, at now: Instant) throws -> Outcome {
    let tenant = try store.catalog { try $0.namedTenant(slug) }
    guard confirmation == slug else { throw Refusal.erasingIsNotConfirmed(slug) }
    return Outcome(tenant: tenant, erasure: try store.eraseTenant(tenant.id, at: now))
  }
}
