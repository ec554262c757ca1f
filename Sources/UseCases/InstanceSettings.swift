import Crypto
import Database
import Kernel

/// What the host has set for the whole instance, as far as use cases need it.
package struct InstanceSettings: Sendable {
  /// Where people reach the instance.
  package let publicURL: PublicURL
  /// What seals secrets that must be read again; nil where the host has set none.
  package let key: InstanceKey?
  /// Whose tokens programs may come with besides ours; nil where the host has named nobody.
  package let machines: MachineAccess?

  /// Whether letters are sent: there is a mail server, and a key to seal them with until then.
  package let sendsLetters: Bool

  /// The settings of an instance.
  package init(
    publicURL: PublicURL, key: InstanceKey? = nil, machines: MachineAccess? = nil,
    hasMailServer: Bool = false
  ) {
    self.publicURL = publicURL
    self.key = key
    self.machines = machines
    sendsLetters = hasMailServer && key != nil
  }

  /// What stands before every path of a kommune, for links that people get outside of the pages.
  package func address(of tenant: Tenant) -> String {
    tenant.host.map { publicURL.at(host: $0).text } ?? "\(publicURL.text)/\(tenant.slug)"
  }

  /// Nothing set: no key, and nobody comes over the net.
  package static let unset = InstanceSettings(publicURL: .loopback(port: 8080))
}

/// An issuer of tokens for programs, and the scope that lets them read here.
package struct MachineAccess: Sendable {
  package let issuer: String
  package let scope: String

  /// Maskinporten, or its like.
  package init(issuer: String, scope: String) {
    self.issuer = issuer
    self.scope = scope
  }
}
