import Database
import Kernel
import Synchronization
import Web

/// How many requests one token or session may send, and how many one address.
///
/// A school sits behind one address, so an address may send four times as many.
package struct RateLimit: Sendable {
  /// Requests a second, when they come evenly.
  let perSecond: Int
  /// How many seconds' worth may come at once.
  private static let burst = 10
  private static let addressShare = 4

  /// A limit for each token; nil for 0, which sets none.
  package init?(perSecond: Int) {
    guard perSecond > 0 else { return nil }
    self.perSecond = perSecond
  }

  /// What a request is counted by: its address, and what it presents to be let in.
  fileprivate func counts(of request: Request) -> [(key: String, perSecond: Double)] {
    let address = ("address \(request.address)", Double(perSecond * Self.addressShare))
    let credential = request.headers["Authorization"] ?? request.headers["Cookie"]
    return [address]
      + [credential.map { ("credential \($0)", Double(perSecond)) }].compactMap { $0 }
  }

  fileprivate static func most(_ perSecond: Double) -> Double { perSecond * Double(burst) }
}

/// Counts requests in this server's memory, and says when somebody has sent too many.
final class RateLimiter: Sendable {
  private let limit: RateLimit
  private let buckets = Mutex<[Int: Bucket]>([:])
  /// More than this many are not remembered: those that are full again are forgotten.
  private static let most = 20_000

  init(_ limit: RateLimit) { self.limit = limit }

  /// Counts a request.
  ///
  /// - Throws: `ServiceRefusal.tooManyRequests`.
  func admit(_ request: Request, at now: Instant) throws {
    let counts = limit.counts(of: request)
    let wait = buckets.withLock { buckets in
      if buckets.count > Self.most { buckets = buckets.filter { !$0.value.isFull(at: now) } }
      if buckets.count > Self.most { buckets = [:] }
      return counts.map { count in
        // Only a hash is kept, with a seed of this process: no secret lies in a table.
        buckets[count.key.hashValue, default: Bucket(count.perSecond, now)].take(at: now)
      }.max() ?? 0
    }
    if wait > 0 { throw ServiceRefusal.tooManyRequests(seconds: wait) }
  }

  /// Fills evenly, and every request takes one out.
  private struct Bucket {
    private let perSecond: Double
    private var left: Double
    private var filledAt: Instant

    init(_ perSecond: Double, _ now: Instant) {
      self.perSecond = perSecond
      left = RateLimit.most(perSecond)
      filledAt = now
    }

    /// How many seconds to wait for the next one; 0 when there was one.
    mutating func take(at now: Instant) -> Int {
      left = filled(at: now)
      filledAt = now
      guard left < 1 else {
        left -= 1
        return 0
      }
      return max(1, Int(((1 - left) / perSecond).rounded(.up)))
    }

    func isFull(at now: Instant) -> Bool { filled(at: now) >= RateLimit.most(perSecond) }

    private func filled(at now: Instant) -> Double {
      let seconds = Double(max(0, now.microseconds - filledAt.microseconds)) / 1_000_000
      return min(RateLimit.most(perSecond), left + seconds * perSecond)
    }
  }
}
