import Web

/// Somebody who can sign in to the demo.
package struct DemoAccount: JSONRecord {
  package let slug: String
  package let role: String
  package let name: String
  package let email: String
  package let password: String

  package static let shape = Shape<DemoAccount>(
    "DemoAccount",
    [
      Field("slug", "The kommune.") { $0.slug },
      Field("role", "What they are.") { $0.role },
      Field("name", "Their name.") { $0.name },
      Field("email", "The address to sign in with.") { $0.email },
      Field("password", "The password.") { $0.password },
    ])
}
