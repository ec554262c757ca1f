import Crypto
import HTTPClient
import Kernel
import OpenID
import UseCases

/// Programs that come with a token of Maskinporten instead of one of ours: a politician's dashboard,
/// say, that the kommune itself has made.
package enum Maskinporten {
  /// What a bearer token of Maskinporten shows: which organisation asks, through which client.
  package struct Machine: Sendable {
    let organisation: OrganisationNumber
    let client: String

    /// The id in the event log: the same for the same client.
    var id: ID<Service> {
      let bytes = SHA256("maskinporten:\(client)").bytes
      func number(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
      return ID(high: number(bytes[0..<8]), low: number(bytes[8..<16]))
    }
  }

  /// Whether a bearer token is a JSON Web Token, which none of ours is.
  static func isItsKind(_ token: String) -> Bool { token.hasPrefix("ey") && token.contains(".") }

  /// Reads a token; it may ask Maskinporten for its keys, so no transaction is open.
  ///
  /// - Throws: `Authentication.Refusal.tokenIsNotValid`; `LoginRefusal.issuerDoesNotAnswer`.
  static func machine(
    _ token: String, _ access: MachineAccess?, at now: Instant
  ) throws -> Machine {
    guard let access, let address = WebAddress(access.issuer) else {
      throw Authentication.Refusal.tokenIsNotValid
    }
    let issuers = IssuerDirectory.shared
    do {
      let issuer = try issuers.issuer(address, .authorizationServer, at: now)
      let token = try MachineToken(
        token, from: issuer, scope: access.scope, keys: issuers, at: now)
      return Machine(organisation: token.consumer, client: token.client)
    } catch is TokenProblem {
      throw Authentication.Refusal.tokenIsNotValid
    } catch is IssuerProblem {
      throw LoginRefusal.issuerDoesNotAnswer
    }
  }
}
