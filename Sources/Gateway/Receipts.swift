import Crypto
import Database
import Kernel
import UseCases
import Web

/// Remembers for a day what was answered to a change that came with a key, in the same transaction
/// as the change; so the second sending of a form or a call gets the first one's answer and does
/// nothing.
enum Receipts {
  static let migrations = [
    Migration(
      "web", "0001-receipts",
      Table(
        "web_receipt",
        .column("key", .text),
        .column("request", .text),
        .column("status", .integer),
        .column("headers", .text),
        .column("body", .text),
        .column("created_at", .instant),
        .primaryKey(["key"]),
        .index(["created_at"])))
  ]

  private static let keptDays = 1

  /// The key a request came with; what gives a secret has none, for its answer is kept nowhere.
  ///
  /// - Throws: `RequestRefusal.idempotencyKeyIsNotReadable`.
  static func key(_ request: Request, _ values: [String: Value], _ route: Route) throws -> String? {
    guard route.changes, route.permission != .signIn, !route.isPassage else { return nil }
    var key = request.headers["Idempotency-Key"]
    if route.door == .page, case .text(let hidden) = values["_key"] { key = hidden }
    guard let key else { return nil }
    let isReadable = key.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    guard isReadable, (8...100).contains(key.utf8.count) else {
      throw RequestRefusal.idempotencyKeyIsNotReadable
    }
    return key
  }

  /// Answers a change once, however often it is sent by the same actor with the same key.
  ///
  /// - Throws: `RequestRefusal.idempotencyKeyWasUsedForSomethingElse`; what `answer` throws.
  static func once(
    _ key: String?, _ request: Request, _ sent: [String: Value], _ work: borrowing Work,
    in transaction: borrowing Transaction, answer: () throws -> Response
  ) throws -> Response {
    guard let key else { return try answer() }
    let actor = try work.arrival().actor
    let now = work.now
    let mine = SHA256("\(actor.kind):\(actor.id?.description ?? ""):\(rights(of: actor)):\(key)")
      .hex
    let head = "\(request.method.rawValue) \(request.path) \(request.headers["If-Match"] ?? "")\n"
    let content = content(of: request, sent, head: head)
    try transaction.run(
      "DELETE FROM web_receipt WHERE created_at < \(now.adding(days: -keptDays))")
    let isFirst = try transaction.run(
      """
      INSERT INTO web_receipt (key, request, status, headers, body, created_at)
      VALUES (\(mine), \(content.hex), 0, '', '', \(now)) ON CONFLICT DO NOTHING
      """)
    guard isFirst == 1 else { return try earlier(mine, content.hex, in: transaction) }
    let response = try answer()
    try transaction.run(
      """
      UPDATE web_receipt SET status = \(response.status), headers = \(kept(response.headers)),
        body = \(String(decoding: response.body, as: UTF8.self)) WHERE key = \(mine)
      """)
    return response
  }

  /// A digest of what was sent: a form with a file is divided in another place every time, so there
  /// it is the fields that count.
  private static func content(
    of request: Request, _ sent: [String: Value], head: String
  ) -> SHA256 {
    var pieces = [Array(head.utf8)[...]]
    let fields = sent.sorted { $0.key < $1.key }
    guard fields.contains(where: { $0.value.isFile }) else {
      return SHA256(pieces + [request.body[...]])
    }
    for (name, value) in fields {
      switch value {
      case .file(let file):
        pieces.append(
          Array("\(name)=\(percentEncoded(file.name)) \(SHA256([file.bytes]).hex)\n".utf8)[...])
      case .text(let text): pieces.append(Array("\(name)=\(percentEncoded(text))\n".utf8)[...])
      default: break
      }
    }
    return SHA256(pieces)
  }

  /// Whoever has lost a role since is asked for permission anew, and not given the earlier answer.
  private static func rights(of actor: Actor) -> String {
    let grants = actor.member?.grants.map { "\($0.role.rawValue)@\($0.scope?.description ?? "")" }
    return (grants ?? []).sorted().joined(separator: ",")
  }

  private static func earlier(
    _ key: String, _ content: String, in transaction: borrowing Transaction
  ) throws -> Response {
    let receipt = try transaction.row(
      "SELECT request, status, headers, body FROM web_receipt WHERE key = \(key)", as: Receipt.init)
    guard let receipt, receipt.request == content else {
      throw RequestRefusal.idempotencyKeyWasUsedForSomethingElse
    }
    return receipt.response
  }

  private static func kept(_ headers: Headers) -> String {
    headers.fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
  }
}

private struct Receipt {
  let request: String
  let status: Int
  let headers: String
  let body: String

  var response: Response {
    var response = Response(status, body: Array(body.utf8))
    for line in headers.split(separator: "\n") {
      let halves = line.split(separator: ": ", maxSplits: 1)
      if halves.count == 2 { response.headers.add(String(halves[0]), String(halves[1])) }
    }
    return response
  }
}

extension Value {
  fileprivate var isFile: Bool { if case .file = self { true } else { false } }
}
