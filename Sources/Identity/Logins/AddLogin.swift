import Database
import Crypto
import HTTPClient
import Kernel
import OpenID
import UseCases
import Web

/// Lets the people of a kommune sign in with an issuer; adding a login of the same name again
/// changes it.
///
/// Only the host does so, at the command line: whoever chooses an issuer chooses who is believed.
package struct AddLogin: UseCase {
  private let profile: LoginProfile?
  private let name: String
  private let issuer: String
  private let client: String
  private let keyName: String?
  private let scopes: String
  private let level: String?
  private let label: String
  private let secret: [UInt8]
  private let key: InstanceKey

  package static let permission = Permission.manageLogins

  /// Reads what the command line says; the secret comes from a file, and is sealed at once.
  package init(_ input: inout Input, secret: [UInt8], key: InstanceKey) {
    let profile = input.choice("profile", of: LoginProfile.self, "The kind of issuer.")
    let forTests = input.flag("test", "Whether it is an issuer for trying things out.")
    let name = input.optionalText("name", "Its name in addresses.") ?? profile?.rawValue ?? ""
    let issuer =
      input.optionalOpaque("issuer", max: 500, "The issuer.")
      ?? profile?.issuer(forTests: forTests) ?? ""
    client = input.opaque("client-id", "Who we are at the issuer.")
    keyName = input.optionalOpaque("key-id", "The name the issuer has for our key.")
    scopes = input.optionalText("scopes", "What is asked for.") ?? "openid"
    level = input.optionalText("acr", "The level of assurance.") ?? profile?.usualLevel
    label = input.optionalText("label", "What the button leads to.") ?? profile?.usualLabel ?? ""
    self.profile = profile
    self.name = name
    self.issuer = issuer
    self.secret = secret
    self.key = key
    let isName = name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 45
    }
    // Two names are pages of their own.
    if name.isEmpty || ["kode", "overalt"].contains(name) || !isName {
      input.note("name", .notAChoice(["a-z", "0-9", "-"]))
    }
    let address = WebAddress(issuer)
    if address == nil || address?.isOnThisMachine == true && !forTests {
      input.note("issuer", issuer.isEmpty ? .missing : .notAChoice(["https://…"]))
    }
    if !scopes.split(separator: " ").contains("openid") {
      input.note("scopes", .notAChoice(["openid …"]))
    }
  }

  /// - Throws: `.secretIsNeitherTextNorKey`; `.issuerIsInUse`.
  package func perform(in work: borrowing Work) throws -> LoginRecord {
    try work.require(Self.permission)
    guard let profile else { throw AccessRefusal.thereIsNoSuchRecord }
    guard ClientProof(file: secret, keyName: keyName) != nil else {
      throw Refusal.secretIsNeitherTextNorKey
    }
    let other: String? = try work.value(
      "SELECT name FROM identity_login WHERE issuer = \(issuer) AND name <> \(name)")
    guard other == nil else { throw Refusal.issuerIsInUse }
    let sealed = key.seal(secret, Login.seal(try work.tenant, issuer, client))
    let login = Login(
      work.newID(), name, profile, issuer, client, sealed, keyName, scopes, level, label)
    try work.run("DELETE FROM identity_login WHERE name = \(name)")
    try work.run(
      """
      INSERT INTO identity_login (\(Login.columns))
      VALUES (\(login.id), \(name), \(profile), \(issuer), \(client), \(sealed), \(keyName),
        \(scopes), \(level), \(label))
      """)
    try work.record("login-added", login.id, ["login": name, "issuer": issuer])
    return LoginRecord(login)
  }

  /// Why it is refused.
  package enum Refusal: Kernel.Refusal {
    case secretIsNeitherTextNorKey
    case issuerIsInUse

    package var kind: RefusalKind { .conflict }
    package var text: Text {
      switch self {
      case .secretIsNeitherTextNorKey:
        Text(
          same: "The secret file holds neither a secret of one line nor an RSA key in PEM of 2048"
            + " bits or more.")
      case .issuerIsInUse:
        Text(same: "Another login of this kommune has the same issuer. Remove that one first.")
      }
    }
  }
}
