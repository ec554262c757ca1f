import Crypto
import Database
import Gateway
import Glibc
import Kernel
import Tenancy
import SMTPClient
import UseCases
import Web

/// The instance a command works on.
struct Instance {
  static let composition = Composition()

  let location: DatabaseLocation
  let settings: InstanceSettings

  /// Reads `--database`, `--public-url`, `--secret-file` and `--smtp-url`.
  ///
  /// - Throws: `UsageError` when one cannot be read.
  init(_ arguments: Arguments) throws {
    guard let location = DatabaseLocation(url: try arguments.required("database")) else {
      throw UsageError("The database is written sqlite:FOLDER or postgres://….")
    }
    self.location = location
    let key = try Self.key(arguments)
    let mailServer = try Self.mailServer(arguments)
    guard mailServer == nil || key != nil else {
      throw UsageError("Letters wait sealed: with --smtp-url, name a --secret-file.")
    }
    settings = InstanceSettings(
      publicURL: try Self.publicURL(arguments), key: key,
      hasMailServer: mailServer != nil && !arguments.has("no-mail"))
  }

  /// The mail server, or nil where no mail is sent.
  ///
  /// - Throws: `UsageError` when it cannot be read; it does not repeat the password.
  static func mailServer(_ arguments: Arguments) throws -> SMTPServer? {
    guard let url = arguments["smtp-url"] else { return nil }
    guard let server = SMTPServer(url: url, authorities: arguments["smtp-ca"]) else {
      throw UsageError(
        "The mail server is written smtp://host:587 or smtps://user:password@host, with %40 for an"
          + " @ in user or password.")
    }
    return server
  }

  private static func key(_ arguments: Arguments) throws -> InstanceKey? {
    guard let path = arguments["secret-file"] else { return nil }
    do {
      return try KeyFile.read(path)
    } catch {
      throw UsageError(
        "The secret file holds 32 bytes that only you may read: head -c 32 /dev/urandom > FILE;"
          + " chmod 600 FILE.")
    }
  }

  static func publicURL(_ arguments: Arguments) throws -> PublicURL {
    let text = arguments["public-url"] ?? "http://127.0.0.1:8080"
    guard let url = PublicURL(text) else {
      throw UsageError("The public URL is written https://host, without a path.")
    }
    return url
  }

  /// The database, up to date.
  ///
  /// - Throws: `InstanceRefusal` when it is not.
  func open() throws -> Store {
    try refuseMissingFolder()
    let store = Store(location)
    switch try Self.composition.migrator.standing(of: store) {
    case .upToDate: return store
    case .behind: throw InstanceRefusal.databaseIsNotUpToDate
    case .newer(let steps): throw MigrationRefusal.databaseIsNewer(steps)
    case .changed(let steps): throw MigrationRefusal.landedStepWasChanged(steps)
    }
  }

  /// Only `samrad migrate` makes the folder; a misspelt one is not left behind.
  private func refuseMissingFolder() throws {
    guard case .sqlite(let folder) = location, access(folder, F_OK) != 0, errno == ENOENT else {
      return
    }
    throw InstanceRefusal.thereIsNoDatabase(folder)
  }

  /// Performs something in a kommune, as the host.
  ///
  /// - Throws: `TenantRefusal.thereIsNoSuchKommune`; what `body` throws.
  func inKommune<Result>(
    _ slug: String, _ access: Access = .write, _ body: (borrowing Work) throws -> Result
  ) throws -> Result {
    let store = try open()
    let tenant = try store.catalog { try $0.tenant(slugOrHost: slug) }
    guard let tenant, tenant.slug == slug else { throw TenantRefusal.thereIsNoSuchKommune }
    let ids = IDSource()
    return try store.transaction(of: tenant.id, access) { transaction in
      try body(
        Work(
          in: transaction, for: tenant, by: .host, at: Clock.system.now, ids: ids, of: settings))
    }
  }

  /// Performs one use case in a kommune with what the command line says.
  func perform<Action: UseCase & Readable>(
    _ action: Action.Type, in slug: String, _ values: [String: Value]
  ) throws -> Action.Outcome {
    var input = Input(values, lenient: true)
    let action = Action(&input)
    try input.finish()
    return try inKommune(slug, Action.changes ? .write : .read) { try $0.perform(action) }
  }
}

/// Why a command does not touch the instance.
enum InstanceRefusal: Refusal {
  case databaseIsNotUpToDate
  case thereIsNoDatabase(String)
  case fileCannotBeRead(String)

  var kind: RefusalKind { .conflict }
  var text: Text {
    switch self {
    case .databaseIsNotUpToDate:
      Text(same: "The database is not up to date. Run: samrad migrate")
    case .thereIsNoDatabase(let folder):
      Text(same: "There is no folder \(folder). Check --database, or run: samrad migrate")
    case .fileCannotBeRead(let path): Text(same: "The file \(path) cannot be read.")
    }
  }
}
