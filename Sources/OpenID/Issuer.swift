import HTTPClient

/// What an issuer says of itself (OpenID Connect Discovery, RFC 8414).
package struct Issuer: Sendable, Hashable {
  /// Its name, exactly as it stands in its tokens.
  package let name: String
  package let authorizationEndpoint: WebAddress?
  package let tokenEndpoint: WebAddress?
  package let keys: WebAddress
  package let endSessionEndpoint: WebAddress?
  /// Whether its answers say who they are from (RFC 9207).
  package let namesItselfInAnswers: Bool

  /// Reads what was found at an issuer's address.
  ///
  /// Nil when it names another issuer, or when an address in it leads from the internet into our
  /// own machine.
  package init?(json: [UInt8], at address: WebAddress) {
    guard let found = Members(json: json), found.says(address.text, under: "issuer"),
      let keys = Self.address("jwks_uri", in: found, of: address)
    else { return nil }
    name = address.text
    self.keys = keys
    authorizationEndpoint = Self.address("authorization_endpoint", in: found, of: address)
    tokenEndpoint = Self.address("token_endpoint", in: found, of: address)
    endSessionEndpoint = Self.address("end_session_endpoint", in: found, of: address)
    namesItselfInAnswers = found.flag("authorization_response_iss_parameter_supported")
  }

  private static func address(
    _ name: String, in found: Members, of issuer: WebAddress
  ) -> WebAddress? {
    guard let address = found.text(name).flatMap(WebAddress.init),
      address.isOnThisMachine == issuer.isOnThisMachine
    else { return nil }
    return address
  }
}

/// Where an issuer's description stands.
package enum Description: String, Sendable {
  /// For people who sign in.
  case openID = "/.well-known/openid-configuration"
  /// For machines, as Maskinporten has it.
  case authorizationServer = "/.well-known/oauth-authorization-server"

  /// The address, whether or not the issuer's name ends with a slash.
  func address(of issuer: WebAddress) -> WebAddress? {
    let trimmed = issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text
    return WebAddress(trimmed + rawValue)
  }
}
