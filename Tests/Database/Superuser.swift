import CPostgreSQL
import Glibc
import TestKit
import Testing

/// The private server's superuser, for what the two roles may not do.
enum Superuser {
  static let uri: String? = getenv("SAMRAD_TEST_SUPERUSER").map { String(cString: $0) }

  /// Runs one statement in a database of the server and returns its first value.
  @discardableResult
  static func run(_ statement: String, in database: String = "samrad") throws -> String {
    let uri = try address(try #require(uri), database)
    let connection = PQconnectdb(uri)
    defer { PQfinish(connection) }
    let result = PQexec(connection, statement)
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    try #require(
      status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK,
      "\(String(cString: PQerrorMessage(connection)))")
    guard PQntuples(result) > 0, let value = PQgetvalue(result, 0, 0) else { return "" }
    return String(cString: value)
  }

  /// The same server's address for another of its databases.
  static func address(_ uri: String, _ database: String) throws -> String {
    let pieces = uri.split(separator: "@/samrad?", maxSplits: 1)
    try #require(pieces.count == 2)
    return "\(pieces[0])@/\(database)?\(pieces[1])"
  }

  /// Ends the connection of a server process.
  static func terminate(_ process: Int) throws {
    try run("SELECT pg_terminate_backend(\(process))")
    for _ in 0..<200 {
      let left = try run("SELECT count(*) FROM pg_stat_activity WHERE pid = \(process)")
      if left == "0" { return }
      usleep(5000)
    }
    Issue.record("the server process \(process) did not end")
  }
}
