import Database
import Gateway
import Identity
import Kernel
import Web

/// A kommune as the command line prints it.
struct TenantRecord: JSONRecord {
  let tenant: Tenant

  init(_ tenant: Tenant) { self.tenant = tenant }

  static let shape = Shape<TenantRecord>(
    "Tenant",
    [
      Field("slug", "Its name in URLs.") { $0.tenant.slug },
      Field("name", "Its name.") { $0.tenant.name },
      Field("county", "Its county.") { $0.tenant.county },
      Field("host", "Its own host name, or null.") { $0.tenant.host },
      Field("language", "The language its pages open in.") { $0.tenant.language.rawValue },
      Field("preset", "The preset it started with.") { $0.tenant.preset },
      Field("status", "Whether it is served.") { $0.tenant.status.rawValue },
    ])
}

/// An invitation with its whole link.
struct InvitationLink: JSONRecord {
  let person: ID<Never>
  let email: String
  let link: String
  let expiresAt: Instant

  init(_ invitation: Invitation, _ slug: String, _ publicURL: PublicURL) {
    person = invitation.person.erased()
    email = invitation.email
    link = "\(publicURL.text)/\(slug)\(invitation.target.path)"
    expiresAt = invitation.expiresAt
  }

  static let shape = Shape<InvitationLink>(
    "InvitationLink",
    [
      Field("person", "The invited person's id.") { $0.person },
      Field("email", "The address they sign in with.") { $0.email },
      Field("link", "Where they choose a password, once.") { $0.link },
      Field("expiresAt", "When the link stops working.") { $0.expiresAt },
    ])

  func print() {
    Output.line("\(email) chooses a password here, once, before \(expiresAt):")
    Output.result(link)
  }
}

/// A kommune that was just onboarded.
struct AddedTenant: JSONRecord {
  let tenant: Tenant
  let link: InvitationLink

  static let shape = Shape<AddedTenant>(
    "AddedTenant",
    [
      Field("tenant", "The kommune.") { TenantRecord($0.tenant) },
      Field("invitation", "Its administrator's invitation.") { $0.link },
    ])
}
