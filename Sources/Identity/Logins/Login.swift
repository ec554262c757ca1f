import Crypto
import Database
import Kernel
import UseCases
import Web

/// A way to sign in that a kommune has with an issuer.
package struct Login: Sendable {
  let id: ID<Login>
  /// Its name in addresses.
  package let name: String
  let profile: LoginProfile
  let issuer: String
  let client: String
  /// The secret the client shows the issuer, sealed.
  let sealedSecret: String
  /// The name the issuer has for the client's key, when the secret is one.
  let keyName: String?
  let scopes: String
  let level: String?
  package let label: String

  /// The columns a login is made from.
  static let columns: SQL =
    "id, name, profile, issuer, client, sealed_secret, key_name, scopes, level, label"

  init(
    _ id: ID<Login>, _ name: String, _ profile: LoginProfile, _ issuer: String, _ client: String,
    _ sealedSecret: String, _ keyName: String?, _ scopes: String, _ level: String?, _ label: String
  ) {
    self.id = id
    self.name = name
    self.profile = profile
    self.issuer = issuer
    self.client = client
    self.sealedSecret = sealedSecret
    self.keyName = keyName
    self.scopes = scopes
    self.level = level
    self.label = label
  }

  /// The levels of assurance that will do.
  var levels: [String] { profile.levels(from: level) }

  /// The login of that name, if the kommune has it.
  static func named(_ name: String, in work: borrowing Work) throws -> Login? {
    try work.row(
      "SELECT \(columns) FROM identity_login WHERE name = \(name)", as: Login.init)
  }

  /// Every login of the kommune, for its buttons.
  static func all(in work: borrowing Work) throws -> [Login] {
    try work.rows("SELECT \(columns) FROM identity_login ORDER BY label, name", as: Login.init)
  }

  /// What its secret is sealed for: this kommune's client at this issuer, so that whoever can write
  /// to the database cannot have it sent elsewhere.
  static func seal(_ tenant: Tenant, _ issuer: String, _ client: String) -> InstanceKey.Label {
    InstanceKey.Label("login", kommune: tenant.id.number, record: "\(issuer) \(client)")
  }
}

/// A login as it can be listed.
package struct LoginRecord: JSONRecord {
  package let name: String
  package let profile: LoginProfile
  package let issuer: String
  package let client: String
  package let level: String?
  package let label: String

  init(_ login: Login) {
    name = login.name
    profile = login.profile
    issuer = login.issuer
    client = login.client
    level = login.level
    label = login.label
  }

  package static let shape = Shape<LoginRecord>(
    "Login",
    [
      Field("name", "Its name in addresses.") { $0.name },
      Field("profile", "The kind of issuer.") { $0.profile },
      Field("issuer", "The issuer.") { $0.issuer },
      Field("clientId", "Who we are at the issuer.") { $0.client },
      Field("acr", "The level of assurance that is asked for, or null.") { $0.level },
      Field("label", "What the button says it leads to.") { $0.label },
    ])
}
