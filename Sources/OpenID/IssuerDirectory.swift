import HTTPClient
import Kernel
import Synchronization

/// Remembers what issuers said of themselves, and their keys.
///
/// An issuer changes its keys when it pleases: a key nobody has seen has the keys fetched again, but
/// not more than once a minute, so that forged tokens cannot make us a nuisance to the issuer. And
/// who did not answer is left alone for five seconds, so that nobody can have all workers wait.
package final class IssuerDirectory: Sendable {
  /// How an address is asked, with a form to send or without; tests answer themselves.
  package typealias Ask =
    @Sendable (
      _ address: WebAddress, _ form: String?, _ headers: [String]
    ) throws(HTTPClient.Failure) -> HTTPClient.Answer

  /// The directory of this process; a test puts its own in place while it runs.
  @TaskLocal package static var shared = IssuerDirectory()

  private struct Entry {
    var issuer: (said: Issuer, at: Instant)?
    var keys: (known: KeySet, at: Instant)?
    /// When a key nobody had seen last had the keys fetched before their time.
    var hurriedAt: Instant?
    var failedAt: Instant?
  }

  private let ask: Ask
  private let entries = Mutex<[String: Entry]>([:])

  /// ID-porten asks for no more than 24 hours.
  private static let issuerSeconds: Int64 = 12 * 3600
  private static let keysSeconds: Int64 = 3600
  private static let pauseOfHurry: Int64 = 60
  private static let pauseAfterFailure: Int64 = 5

  /// A directory that knows nobody yet.
  package init(_ ask: @escaping Ask) { self.ask = ask }

  /// A directory that asks the issuers themselves.
  package convenience init() {
    self.init { (address, form, headers) throws(HTTPClient.Failure) in
      try HTTPClient.ask(address, form: form, headers: headers)
    }
  }

  /// What an issuer says of itself, from memory when that is fresh.
  ///
  /// - Throws: `IssuerProblem`.
  package func issuer(
    _ address: WebAddress, _ description: Description, at now: Instant
  ) throws(IssuerProblem) -> Issuer {
    if let known = entry(address.text).issuer,
      known.at.adding(seconds: Self.issuerSeconds) > now
    {
      return known.said
    }
    guard let place = description.address(of: address),
      let issuer = Issuer(json: try body(of: place, for: address.text, at: now), at: address)
    else { throw .isNotWhoItShouldBe }
    entries.withLock { $0[address.text] = Entry(issuer: (issuer, now)) }
    return issuer
  }

  /// Checks a token's signature with the keys of its issuer.
  ///
  /// - Throws: `TokenProblem`; `IssuerProblem` when the keys cannot be had.
  func check(_ token: SignedToken, by issuer: Issuer, at now: Instant) throws {
    try keys(of: issuer, for: token, at: now).check(token)
  }

  private func keys(
    of issuer: Issuer, for token: SignedToken, at now: Instant
  ) throws(IssuerProblem) -> KeySet {
    let entry = entry(issuer.name)
    if let keys = entry.keys, keys.at.adding(seconds: Self.keysSeconds) > now {
      let isPausing = entry.hurriedAt.map { $0.adding(seconds: Self.pauseOfHurry) > now } ?? false
      if isPausing || keys.known.knows(token) { return keys.known }
      entries.withLock { $0[issuer.name]?.hurriedAt = now }
    }
    guard let keys = KeySet(json: try body(of: issuer.keys, for: issuer.name, at: now)) else {
      throw .isNotWhoItShouldBe
    }
    entries.withLock { $0[issuer.name]?.keys = (keys, now) }
    return keys
  }

  /// Sends an issuer a form.
  ///
  /// - Throws: `IssuerProblem.cannotBeReached`.
  func send(
    _ form: String, to address: WebAddress, headers: [String]
  ) throws(IssuerProblem) -> HTTPClient.Answer {
    do {
      return try ask(address, form, headers)
    } catch {
      throw .cannotBeReached
    }
  }

  private func entry(_ name: String) -> Entry { entries.withLock { $0[name] } ?? Entry() }

  private func body(
    of address: WebAddress, for name: String, at now: Instant
  ) throws(IssuerProblem) -> [UInt8] {
    if let failedAt = entry(name).failedAt,
      failedAt.adding(seconds: Self.pauseAfterFailure) > now
    {
      throw .cannotBeReached
    }
    do {
      let answer = try ask(address, nil, [])
      if answer.status == 200 { return answer.body }
    } catch {}
    entries.withLock { $0[name, default: Entry()].failedAt = now }
    throw .cannotBeReached
  }
}

/// Why an issuer cannot be asked.
package enum IssuerProblem: Error, Hashable, Sendable {
  case cannotBeReached
  case isNotWhoItShouldBe
}
