import Crypto
import Database
import Kernel
import UseCases

/// Takes the letters that are due to the mail server, a kommune at a time and each in transactions
/// of that kommune alone.
///
/// A letter is claimed before it is sent, in a transaction of its own: whoever claims it has a minute,
/// during which no other server sends it. Whoever is cut off in that minute leaves it to the next
/// try, so a letter may come twice but is never lost.
package final class Postman {
  /// Hands one message over, and says how that went.
  package typealias Delivering = (_ message: MailMessage) -> Delivery

  private let store: Store
  private let settings: InstanceSettings
  private let sender: MailAddress
  private let clock: Clock
  private let log: @Sendable (String) -> Void
  private let deliver: Delivering

  /// A postman with connections of its own, who stays on the thread that made them.
  package init(
    at location: DatabaseLocation, of settings: InstanceSettings, from sender: MailAddress,
    clock: Clock, statements: StatementLog? = nil, log: @escaping @Sendable (String) -> Void,
    deliver: @escaping Delivering
  ) {
    store = Store(location, log: statements)
    self.settings = settings
    self.sender = sender
    self.clock = clock
    self.log = log
    self.deliver = deliver
  }

  /// Goes through every kommune that is served.
  ///
  /// - Returns: how all their outboxes stood; what is sent on the way is not subtracted.
  /// - Throws: what keeps the database, or the data of one kommune, from answering; the others'
  ///   letters are sent all the same.
  package func round(isStopping: () -> Bool) throws -> LetterStanding {
    var all = LetterStanding()
    var serverAnswers = true
    var failure: (any Error)?
    let tenants = try store.catalog { try $0.tenants() }
    for tenant in tenants where tenant.status == .active {
      do {
        let standing = try store.transaction(of: tenant.id, .read) { try LetterStanding(in: $0) }
        all.add(standing)
        guard standing.isDue(at: clock.now), serverAnswers, !isStopping() else { continue }
        serverAnswers = try sendDue(of: tenant.id, isStopping: isStopping)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return all
  }

  /// Sends what is due in one kommune, but not so much that the others wait long.
  ///
  /// - Returns: whether it is worth while to try more.
  @discardableResult
  package func sendDue(of tenant: TenantID, isStopping: () -> Bool = { false }) throws -> Bool {
    for _ in 1...Self.mostAtATime {
      guard !isStopping(), let claim = try claim(in: tenant) else { return true }
      let delivery = claim.message.map(deliver) ?? .refused("it cannot be opened with this key")
      try settle(claim, delivery, in: tenant)
      if case .noServer = delivery { return false }
    }
    return true
  }

  private static let mostAtATime = 20
}

/// How handing a message over went.
package enum Delivery: Sendable, Equatable {
  case delivered
  /// The server will never take it.
  case refused(String)
  /// The server may take it later.
  case later(String)
  /// No server took anything; the next letter would fare no better.
  case noServer(String)

  /// How the letter ends, when this was the last try in any case.
  fileprivate var end: LetterState? {
    switch self {
    case .delivered: .sent
    case .refused: .failed
    case .later, .noServer: nil
    }
  }

  /// Why it was not delivered.
  fileprivate var reason: String? {
    switch self {
    case .delivered: nil
    case .refused(let reason), .later(let reason), .noServer(let reason): reason
    }
  }
}

extension Postman {
  /// A letter that is ours for a minute.
  private struct Claim {
    let id: ID<Letter>
    let tries: Int
    let uselessAt: Instant
    /// Nil when it cannot be opened.
    let message: MailMessage?
  }

  /// Claims the letter that has been due for longest; one that another server is about to claim is
  /// left to it.
  private func claim(in tenant: TenantID) throws -> Claim? {
    let now = clock.now
    return try store.transaction(of: tenant) { transaction in
      guard let kommune = try transaction.tenant(tenant), kommune.status == .active else {
        return nil
      }
      return try transaction.row(
        """
        UPDATE notices_letter SET tries = tries + 1, next_try_at = \(now.adding(seconds: 60))
        WHERE state = \(LetterState.waiting) AND next_try_at <= \(now) AND id =
          (SELECT id FROM notices_letter
          WHERE state = \(LetterState.waiting) AND next_try_at <= \(now)
          ORDER BY next_try_at, id LIMIT 1)
        RETURNING id, language, subject, sealed, created_at, useless_at, tries
        """,
        as: { id, language, subject, sealed, createdAt, uselessAt, tries in
          let content = settings.key.flatMap { Letters.open(sealed, id, of: tenant, with: $0) }
          let message = content.map { content in
            MailMessage(
              id: "\(id)@\(settings.publicURL.host)", date: createdAt, sender: sender,
              senderName: kommune.name, recipient: content.address, language: language,
              subject: subject, body: content.body)
          }
          return Claim(id: id, tries: tries, uselessAt: uselessAt, message: message)
        })
    }
  }

  /// Writes down how it went.
  private func settle(_ claim: Claim, _ delivery: Delivery, in tenant: TenantID) throws {
    let now = clock.now
    let nextTryAt = now.adding(seconds: Self.pause(after: claim.tries))
    let isLastTry = claim.tries >= Self.mostTries || nextTryAt >= claim.uselessAt
    let end: LetterState? = delivery.end ?? (isLastTry ? .failed : nil)
    if let reason = delivery.reason {
      let fate = end == nil ? "waits" : "is given up"
      log("letter \(claim.id) \(fate) after try \(claim.tries): \(reason)")
    }
    try store.transaction(of: tenant) { transaction in
      try transaction.run(
        """
        DELETE FROM notices_letter WHERE state IN (\(LetterState.sent), \(LetterState.failed))
          AND created_at <= \(now.adding(days: -Self.daysKept))
        """)
      if let end {
        try transaction.run(
          """
          UPDATE notices_letter SET state = \(end), sealed = NULL
          WHERE id = \(claim.id) AND state = \(LetterState.waiting)
          """)
      } else {
        // Somebody else's claim, when ours has run out, stands.
        try transaction.run(
          """
          UPDATE notices_letter SET next_try_at = \(nextTryAt)
          WHERE id = \(claim.id) AND state = \(LetterState.waiting) AND tries = \(claim.tries)
          """)
      }
    }
  }

  /// Half a minute, then twice as long each time up to an hour; a quarter more or less, so that
  /// letters that failed together do not come back together.
  static func pause(after tries: Int) -> Int64 {
    let pause: Int64 = min(3600, 30 << Int64(min(tries - 1, 7)))
    return pause + Int64.random(in: -pause / 4...pause / 4)
  }

  /// Two days and more, most of them an hour apart: an outage over a weekend loses nothing.
  static let mostTries = 56
  private static let daysKept = 30
}
