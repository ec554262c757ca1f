import Database
import Gateway
import Kernel
import TestKit
import UseCases
import Web

@testable import Demo

/// A folder with the demo in it, and what is asked of it.
final class FilledFolder: Sendable {
  static let composition = Composition()
  /// The Sunday two days after the first day of the demo.
  static let now = Instant(day(2026, 11, 22), hour: 10)
  static let slugs = ["trondheim", "baerum", "ringebu"]

  let folder: TemporaryFolder
  let accounts: [DemoAccount]

  /// Fills a new folder.
  init(on now: Instant = FilledFolder.now) throws {
    folder = try TemporaryFolder()
    accounts = try Self.build(folder, on: now)
  }

  /// One for all tests that only look.
  static let shared = Result { try FilledFolder() }

  var location: DatabaseLocation { .sqlite(folder: folder.path) }

  static func build(_ folder: TemporaryFolder, on now: Instant = now) throws -> [DemoAccount] {
    try DemoData.build(
      at: .sqlite(folder: folder.path), composition.migrator, on: now)
  }

  /// Runs something with the data of one kommune; what it changes is kept when it does not throw.
  func inKommune<Found>(
    _ slug: String, _ body: (borrowing Transaction) throws -> Found
  ) throws -> Found {
    let store = Store(location)
    let tenant = try store.catalog { try $0.tenant(slug: slug) }.orNotFound()
    return try store.transaction(of: tenant.id, .write, body)
  }

  func count(_ slug: String, _ query: SQL) throws -> Int {
    try inKommune(slug) { try $0.value(query) ?? 0 }
  }

  /// The digest of a kommune without what is drawn by lot for safety: passwords, sessions and
  /// the secrets of those who want to take part.
  func fingerprint(_ slug: String) throws -> String {
    var digest = ""
    do {
      try inKommune(slug) { transaction in
        try transaction.run("UPDATE identity_person SET password_hash = NULL")
        try transaction.run("DELETE FROM identity_session")
        try transaction.run("DELETE FROM identity_invitation")
        try transaction.run("UPDATE councils_interest SET secret_hash = ''")
        digest = try transaction.fingerprint()
        throw Looked()
      }
    } catch is Looked {}
    return digest
  }

  private struct Looked: Error {}

  /// A call to the JSON API.
  func api(
    _ method: Web.Method, _ path: String, _ json: String = "", token: String? = nil,
    at now: Instant = FilledFolder.now
  ) throws -> Response {
    var headers: Headers = ["Host": "127.0.0.1:8080"]
    if !json.isEmpty { headers.set("Content-Type", "application/json") }
    if let token { headers.set("Authorization", "Bearer \(token)") }
    return try answer(
      to: Request(method, path, headers: headers, body: Array(json.utf8)), at: now)
  }

  /// A page at some time, as a browser asks for it.
  func page(
    _ path: String, query: String = "", token: String?, at now: Instant
  ) throws -> Response {
    var headers: Headers = ["Host": "127.0.0.1:8080"]
    if let token { headers.set("Cookie", "samrad=\(token)") }
    return try answer(to: Request(.get, path, query: query, headers: headers, body: []), at: now)
  }

  private func answer(to request: Request, at now: Instant) throws -> Response {
    let url = try PublicURL("http://127.0.0.1:8080").orNotFound()
    let application = Application(
      Self.composition, at: location, settings: InstanceSettings(publicURL: url),
      clock: .fixed(now), log: { print($0) })
    return application.worker()(request)
  }
}
