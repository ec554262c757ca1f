internal import Glibc

/// Every open connection: who it is, what it is doing and until when it may.
///
/// The library's own timeout only measures silence, so a client that sends a byte a second keeps
/// its connection forever; and it does not run while a worker has the request.
final class ConnectionTable: Sendable {
  private struct Entry: Sendable {
    var peer: String
    var deadline: Int64
    var isIdle = false
    var isUnderWay = false
    var exchange: Exchange?
  }

  private let entries = Monitor<[Int32: Entry]>([:])
  private let limits: ServerLimits

  init(limits: ServerLimits) { self.limits = limits }

  var count: Int { entries.withLock { $0.count } }

  /// The requests whose header was read and whose answer is not yet sent.
  var underWay: [Exchange] {
    entries.withLock { $0.values.filter(\.isUnderWay).compactMap(\.exchange) }
  }

  func opened(_ socket: Int32, peer: String) {
    let deadline = Uptime.now + limits.headerDeadline.microseconds
    entries.withLock { $0[socket] = Entry(peer: peer, deadline: deadline) }
  }

  /// Forgets a connection; gives the request it had begun and never finished, if any.
  ///
  /// NB: called before the library closes the socket; later, its number may be another connection's.
  @discardableResult func closed(_ socket: Int32) -> Exchange? {
    entries.withLock { entries in entries.removeValue(forKey: socket)?.exchange }
  }

  /// A request line came, so the header must follow; nil when the connection is unknown.
  ///
  /// The table keeps the exchange alive until it is completed or its connection closed: the library
  /// says nothing of the end of a request that it refused by itself.
  func requestLine(_ socket: Int32, make: (_ peer: String) -> Exchange) -> Exchange? {
    let deadline = Uptime.now + limits.headerDeadline.microseconds
    return entries.withLock { entries in
      guard var entry = entries[socket] else { return nil }
      if entry.isIdle { entry.deadline = deadline }
      entry.isIdle = false
      entry.exchange = make(entry.peer)
      entries[socket] = entry
      return entry.exchange
    }
  }

  /// The header is in: what remains is the body, if any, and the answer.
  func began(_ exchange: Exchange, hasBody: Bool) {
    let end = exchange.started + limits.requestDeadline.microseconds + exchange.allowance
    let body = Uptime.now + limits.bodyDeadline.microseconds + exchange.allowance
    let deadline = hasBody ? min(end, body) : end
    entries.withLock { entries in
      entries[exchange.socket]?.isUnderWay = true
      entries[exchange.socket]?.deadline = deadline
    }
  }

  /// The body is in.
  func received(_ exchange: Exchange) {
    let end = exchange.started + limits.requestDeadline.microseconds + exchange.allowance
    entries.withLock { $0[exchange.socket]?.deadline = end }
  }

  /// A large answer is about to go out, which takes its time.
  func allow(_ bytes: Int, to exchange: Exchange) {
    let more = limits.allowance(for: bytes)
    entries.withLock { $0[exchange.socket]?.deadline += more }
  }

  /// The answer is out, or the connection broke.
  func completed(_ socket: Int32) {
    let deadline = Uptime.now + limits.idle.microseconds
    entries.withLock { entries in
      entries[socket]?.exchange = nil
      entries[socket]?.isUnderWay = false
      entries[socket]?.isIdle = true
      entries[socket]?.deadline = deadline
    }
  }

  /// Cuts every connection past its deadline; the library then notices and cleans up.
  ///
  /// Under the lock, or the number could belong to a new connection by the time it is cut.
  func cutExpired() {
    let now = Uptime.now
    entries.withLock { entries in
      for (socket, entry) in entries {
        if entry.deadline < now {
          shutdown(socket, Int32(SHUT_RDWR))
          entries[socket]?.deadline = .max
        } else if !entry.isUnderWay && Self.hasHungUp(socket) {
          shutdown(socket, Int32(SHUT_RD))
        }
      }
    }
  }

  /// Whether the client has closed, and everything it sent was read.
  ///
  /// The library overlooks an end that came together with the last bytes, and would hold the
  /// connection until its deadline; closing the reading side makes it look again.
  private static func hasHungUp(_ socket: Int32) -> Bool {
    var byte: UInt8 = 0
    return recv(socket, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0
  }
}
