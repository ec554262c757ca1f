import Database
import Glibc
import Synchronization
import Testing

/// A PostgreSQL database of a test's own, with the two roles' rights as on a real instance.
package final class PrivateDatabase: Sendable {
  package let name: String
  package let owner: DatabaseLocation
  package let application: DatabaseLocation
  package let superuser: DatabaseLocation

  /// An empty database, or a copy of another one that nobody is connected to.
  package init(copying other: PrivateDatabase? = nil) throws {
    try Self.makeTemplate()
    name = "t\(Int.random(in: 1_000_000...9_999_999))"
    try Superuser.run("CREATE DATABASE \(name) TEMPLATE \(other?.name ?? "samrad_empty")")
    try Superuser.run("REVOKE ALL ON DATABASE \(name) FROM PUBLIC")
    try Superuser.run("GRANT CONNECT ON DATABASE \(name) TO samrad_owner, samrad_app")
    owner = .postgres(uri: try Superuser.address(try #require(Servers.owner), name))
    application = .postgres(uri: try Superuser.address(try #require(Servers.application), name))
    superuser = .postgres(uri: try Superuser.address(try #require(Superuser.uri), name))
  }

  deinit { _ = try? Superuser.run("DROP DATABASE \(name) WITH (FORCE)") }

  /// Sets the roles up as an operator does, once more.
  package func setUpRoles() throws { try Self.psql(name, file: Self.rolesFile) }

  private static let isMade = Mutex(false)

  private static func makeTemplate() throws {
    try isMade.withLock { isMade in
      guard !isMade else { return }
      try Superuser.run("DROP DATABASE IF EXISTS samrad_empty")
      try Superuser.run("CREATE DATABASE samrad_empty TEMPLATE template0 ENCODING 'UTF8'")
      try psql("samrad_empty", file: rolesFile)
      isMade = true
    }
  }

  private static var rolesFile: String {
    let root = #filePath.split(separator: "/Sources/TestKit/", maxSplits: 1)
    return "\(root.first ?? "")/deploy/postgresql/roles.sql"
  }

  private static func psql(_ database: String, file: String) throws {
    let address = try Superuser.address(try #require(Superuser.uri), database)
    let arguments = ["psql", "-X", "-q", "-d", address, "-f", file]
    var list: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for argument in list { free(argument) } }
    var process: pid_t = 0
    try #require(posix_spawnp(&process, "psql", nil, nil, &list, environ) == 0)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    try #require(status == 0, "roles.sql failed")
  }
}
