import Crypto
import Database
import Kernel
import UseCases

/// Slows down whoever tries again and again to get in.
///
/// The first tries are free; after them each must wait twice as long as the one before, a minute at
/// most. So a hundred guesses at one account take more than an hour, and nobody is shut out for
/// longer than a minute. A device on which the person signed in before is counted by itself, so a
/// stranger's guesses do not shut the person out at all.
///
/// Tries are counted before they are judged, so that many at once are counted too.
enum Throttle {
  /// What tries are counted by; only its digest is stored.
  struct Key {
    let digest: String
    /// How many tries cost nothing.
    let free: Int
    /// For how long tries are remembered, in seconds.
    let memory: Int64
    /// How long the first try that is not free makes the next one wait, and any at most, in seconds.
    var waits: (first: Int64, longest: Int64) = (2, 60)

    /// Tries to get into an account, from everywhere or from one of its own devices.
    static func account(_ name: String, device: String? = nil) -> Key {
      Key("account:\(name):\(device ?? "")", free: 5, hours: 24)
    }

    /// Tries from an address; many people sit behind a school's.
    static func address(_ caller: Caller) -> Key {
      Key("address:\(Network.of(caller.address))", free: 100, hours: 1)
    }

    /// Letters that somebody has sent to an address: a few an hour.
    static func letters(to address: String) -> Key {
      var key = Key("letters:\(address)", free: 2, hours: 24)
      key.waits = (1800, 3600)
      return key
    }

    /// A form that anybody can send: a class may do so from its school in an hour.
    static func form(_ name: String, from caller: Caller) -> Key {
      var key = Key("form:\(name):\(Network.of(caller.address))", free: 30, hours: 1)
      key.waits = (60, 600)
      return key
    }

    private init(_ name: String, free: Int, hours: Int64) {
      digest = SHA256(name).hex
      self.free = free
      memory = hours * 3600
    }
  }

  /// Counts a try.
  ///
  /// - Throws: `Refusal.tooManyTries` when the one before was too short ago; that one is not counted.
  static func count(_ keys: [Key], in work: borrowing Work) throws {
    let now = work.now
    try work.run("DELETE FROM identity_throttle WHERE forgotten_at <= \(now)")
    for key in keys.sorted(by: { $0.digest < $1.digest }) {
      try work.run(
        """
        INSERT INTO identity_throttle (key, tries, open_at, forgotten_at)
        VALUES (\(key.digest), 0, 0, \(now)) ON CONFLICT DO NOTHING
        """)
      let found = try work.row(
        """
        UPDATE identity_throttle
        SET tries = tries + 1, forgotten_at = \(now.adding(seconds: key.memory))
        WHERE key = \(key.digest) RETURNING tries, open_at
        """, as: Tries.init
      ).orNotFound()
      guard found.openAt <= now else {
        throw Refusal.tooManyTries(found.openAt.seconds(after: now))
      }
      guard found.tries > key.free else { continue }
      let openAt = now.adding(seconds: wait(after: found.tries - key.free, key.waits))
      try work.run(
        "UPDATE identity_throttle SET open_at = \(openAt) WHERE key = \(key.digest)")
    }
  }

  /// Forgets the tries of whoever got in.
  static func forget(_ key: Key, in work: borrowing Work) throws {
    try work.run("DELETE FROM identity_throttle WHERE key = \(key.digest)")
  }

  /// Takes back one try, which was a good one.
  static func uncount(_ key: Key, in work: borrowing Work) throws {
    try work.run(
      """
      UPDATE identity_throttle SET tries = tries - 1, open_at = 0
      WHERE key = \(key.digest) AND tries > 0
      """)
  }

  private static func wait(after tooMany: Int, _ waits: (first: Int64, longest: Int64)) -> Int64 {
    min(waits.longest, waits.first << min(5, Int64(tooMany - 1)))
  }

  private struct Tries {
    let tries: Int
    let openAt: Instant
  }

  /// Why a try is not even looked at.
  enum Refusal: Kernel.Refusal, Equatable {
    case tooManyTries(Int)

    var kind: RefusalKind { .tooMany }
    var retryAfter: Int? { if case .tooManyTries(let seconds) = self { seconds } else { nil } }
    var text: Text {
      guard case .tooManyTries(let seconds) = self else { return Text(same: "") }
      return Text(
        nb: "Det er prøvd for mange ganger. Vent \(seconds) sekunder og prøv igjen.",
        nn: "Det er prøvd for mange gonger. Vent \(seconds) sekund og prøv igjen.",
        en: "Too many tries. Wait \(seconds) seconds, then try again.")
    }
  }
}

/// The part of an address that one household or school has.
enum Network {
  /// An IPv4 address as it is; of IPv6 the first 64 bits.
  static func of(_ address: String) -> String {
    guard address.contains(":") else { return address }
    let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    var groups = halves[0].split(separator: ":").map(String.init)
    if halves.count == 2 {
      let rest = halves[1].split(separator: ":").map(String.init)
      groups += Array(repeating: "0", count: max(0, 8 - groups.count - rest.count)) + rest
    }
    return groups.prefix(4).joined(separator: ":")
  }
}
