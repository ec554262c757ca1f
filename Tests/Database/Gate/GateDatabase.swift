import Gateway
import Synchronization
import TestKit
import Testing

@testable import Database

/// A database with the whole house in it, in which a test plants a fault.
final class GateDatabase {
  static let migrator = Composition().migrator
  let database: PrivateDatabase

  init() throws { database = try PrivateDatabase(copying: Self.template()) }

  /// Runs statements past all guards; `{here}` is the database's name.
  func plant(_ statements: String) throws {
    try Superuser.run(statements.replacing("{here}", with: database.name), in: database.name)
  }

  /// What the gate finds when the server connects as that role.
  func findings(as role: String = "samrad_app") throws -> [Finding] {
    let superuser = try #require(Superuser.uri)
    let address = try Superuser.address(superuser, database.name)
    let uri = "postgres://\(role)@\(address.split(separator: "@", maxSplits: 1)[1])"
    return try CatalogGate.findings(in: Store(.postgres(uri: uri)), Self.migrator)
  }

  private static let made = Mutex<PrivateDatabase?>(nil)

  private static func template() throws -> PrivateDatabase {
    try made.withLock { made in
      if let made { return made }
      let database = try PrivateDatabase()
      _ = try migrator.migrate(Store(database.owner), at: Scratch.now)
      made = database
      return database
    }
  }
}

/// Something a gate must find: what was done, and what it says.
struct Fault: Sendable, CustomTestStringConvertible {
  let statements: String
  let codes: [String]
  let object: String

  init(_ statements: String, _ code: String, _ object: String) {
    self.init(statements, [code], object)
  }

  init(_ statements: String, _ codes: [String], _ object: String) {
    self.statements = statements
    self.codes = codes
    self.object = object
  }

  var testDescription: String { statements }

  /// Expects these findings and no other, in sentences that name the object.
  func expect(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(findings.map(\.code) == codes, sourceLocation: sourceLocation)
    let first = findings.first
    #expect(
      first?.object.contains(object) == true, "\(findings.map(\.text))",
      sourceLocation: sourceLocation)
    for finding in findings {
      #expect(finding.text.contains(finding.object.split(separator: ": ").last ?? ""))
      #expect(finding.text.hasSuffix(".") || finding.text.hasSuffix("samrad migrate"))
    }
  }
}
