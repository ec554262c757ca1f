import Crypto
import Database
import Gateway
import Glibc
import HTTPClient
import Kernel
import SMTPClient
import Tenancy
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
    guard mailServer == nil || key != nil || arguments.has("no-mail") else {
      throw UsageError("Letters wait sealed: with --smtp-url, name a --secret-file.")
    }
    settings = InstanceSettings(
      publicURL: try Self.publicURL(arguments), key: key, machines: try Self.machines(arguments),
      hasMailServer: mailServer != nil && !arguments.has("no-mail"))
  }

  private static func machines(_ arguments: Arguments) throws -> MachineAccess? {
    guard let issuer = arguments["maskinporten-issuer"] else { return nil }
    guard WebAddress(issuer) != nil, let scope = arguments["maskinporten-scope"] else {
      throw UsageError(
        "--maskinporten-issuer is written https://maskinporten.no/ and goes with"
          + " --maskinporten-scope.")
    }
    return MachineAccess(issuer: issuer, scope: scope)
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

  /// The database, up to date, for a command that changes the list of kommuner.
  ///
  /// - Throws: `OwnerRefusal` when the role may not do that; as `open`.
  func openAsOwner() throws -> Store {
    let store = try open()
    try store.refuseAllButTheOwner()
    return store
  }

  /// Refuses a database that does not keep the kommuner apart as the migrations say.
  ///
  /// - Throws: `InstanceRefusal.kommunerAreNotKeptApart` with everything that is off.
  static func refuseUnlessApart(_ store: borrowing Store) throws {
    let findings = try CatalogGate.findings(in: store, composition.migrator)
    guard findings.isEmpty else { throw InstanceRefusal.kommunerAreNotKeptApart(findings) }
  }

  /// Only `samrad migrate` makes the folder; a misspelt one is not left behind.
  func refuseMissingFolder() throws {
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
    let tenant = try store.catalog { try $0.tenant(slug: slug) }
    guard let tenant else { throw TenantRefusal.thereIsNoSuchKommune }
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
    return try inKommune(slug, Action.writes ? .write : .read) { try $0.perform(action) }
  }
}

/// Why a command does not touch the instance.
enum InstanceRefusal: Refusal {
  case databaseIsNotUpToDate
  case thereIsNoDatabase(String)
  case fileCannotBeRead(String)
  case kommunerAreNotKeptApart([Finding])
  case doctorFoundSomething(Int)
  case eventLogIsBroken(slug: String, at: Int)

  var kind: RefusalKind { .conflict }
  var text: Text {
    switch self {
    case .databaseIsNotUpToDate:
      Text(same: "The database is not up to date. Run: samrad migrate")
    case .thereIsNoDatabase(let folder):
      Text(same: "There is no folder \(folder). Check --database, or run: samrad migrate")
    case .fileCannotBeRead(let path): Text(same: "The file \(path) cannot be read.")
    case .kommunerAreNotKeptApart:
      Text(same: "The database does not keep the kommuner apart, so nothing is served.")
    case .doctorFoundSomething(let count):
      Text(same: "\(count) of the checks found something wrong.")
    case .eventLogIsBroken(let slug, let number):
      Text(
        same:
          "The event log of \(slug) is broken at event \(number): it was changed, removed or put"
          + " in. Compare it with a backup.")
    }
  }

  var fields: [FieldProblem] {
    guard case .kommunerAreNotKeptApart(let findings) = self else { return [] }
    return findings.map { FieldProblem($0.object, Text(same: $0.text)) }
  }
}
