import CPostgreSQL
import Glibc
import Testing

/// The private server's superuser, for what the two roles may not do.
package enum Superuser {
  /// Where the superuser connects, or nil when there is no server.
  package static let uri: String? = getenv("SAMRAD_TEST_SUPERUSER").map { String(cString: $0) }

  /// Runs one statement in a database of the server and returns its first value.
  @discardableResult
  package static func run(_ statement: String, in database: String = "samrad") throws -> String {
    try SuperuserSession(in: database).run(statement)
  }

  /// The same server's address for another of its databases.
  package static func address(_ uri: String, _ database: String) throws -> String {
    let pieces = uri.split(separator: "@/samrad?", maxSplits: 1)
    try #require(pieces.count == 2)
    return "\(pieces[0])@/\(database)?\(pieces[1])"
  }

  /// Ends the connection of a server process.
  package static func terminate(_ process: Int) throws {
    try run("SELECT pg_terminate_backend(\(process))")
    for _ in 0..<200 {
      let left = try run("SELECT count(*) FROM pg_stat_activity WHERE pid = \(process)")
      if left == "0" { return }
      usleep(5000)
    }
    Issue.record("the server process \(process) did not end")
  }
}

/// One connection of the superuser, kept open for many statements.
package final class SuperuserSession {
  private let connection: OpaquePointer?

  /// Connects to a database of the server.
  package init(in database: String) throws {
    let uri = try Superuser.address(try #require(Superuser.uri), database)
    connection = PQconnectdb(uri)
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
  }

  deinit { PQfinish(connection) }

  /// Runs statements and returns the first value of the last one.
  ///
  /// - Throws: `Refused` with the server's words.
  @discardableResult
  package func run(_ statements: String) throws -> String {
    try rows(statements).first?.first ?? ""
  }

  /// Runs statements and returns every row of the last one; nothing is told from an empty text.
  ///
  /// - Throws: `Refused` with the server's words.
  package func rows(_ statements: String) throws -> [[String]] {
    let result = PQexec(connection, statements)
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
      let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
      throw Refused(
        state: state ?? "", message: String(cString: PQerrorMessage(connection)))
    }
    return (0..<PQntuples(result)).map { row in
      (0..<PQnfields(result)).map { column in
        PQgetvalue(result, row, column).map { String(cString: $0) } ?? ""
      }
    }
  }

  /// What the server said no to.
  package struct Refused: Error, CustomStringConvertible {
    /// The five characters of the SQLSTATE.
    package let state: String
    package let message: String
    package var description: String { "\(state): \(message)" }
  }
}
