import Crypto
import Kernel

/// What the host has set for the whole instance, as far as use cases need it.
package struct InstanceSettings: Sendable {
  /// Where people reach the instance.
  package let publicURL: PublicURL
  /// What seals secrets that must be read again; nil where the host has set none.
  package let key: InstanceKey?

  /// The settings of an instance.
  package init(publicURL: PublicURL, key: InstanceKey? = nil) {
    self.publicURL = publicURL
    self.key = key
  }

  /// Nothing set: no key, and nobody comes over the net.
  package static let unset = InstanceSettings(publicURL: .loopback(port: 8080))
}
