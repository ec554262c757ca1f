import Kernel

/// Where a request came from: what counts what is tried too often, and finds one's own session.
///
/// The address goes into the database as a digest only.
package struct Caller: Sendable {
  /// The address of whoever connected, without the port.
  package let address: String
  /// The digest of the session that was presented, signed in or on its way.
  package let session: String?
  /// The digest of the mark of a device on which somebody signed in before.
  package let device: String?
  /// What lies sealed in a browser that was sent to an issuer of logins.
  package let attempt: String?
  /// What stands before every path of the kommune where they came in: `https://host/slug`.
  package let home: String

  /// Somebody at an address; the gateway and the tests know who.
  package init(
    address: String, session: String? = nil, device: String? = nil, attempt: String? = nil,
    home: String = ""
  ) {
    self.address = address
    self.session = session
    self.device = device
    self.attempt = attempt
    self.home = home
  }

  /// The command line and the demo, which come from nowhere.
  package static let nowhere = Caller(address: "")
}
