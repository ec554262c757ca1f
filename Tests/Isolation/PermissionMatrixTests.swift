import Gateway
import Kernel
import TestKit
import Testing
import UseCases
import Web

/// The printed matrix, `docs/permissions.md`, is what really happens: every route as every role.
@Suite struct PermissionMatrixTests {
  @Test(arguments: Engine.available)
  func everyRouteLetsInWhomTheMatrixNamesAndNobodyElse(_ engine: Engine) throws {
    let matrix = try PrintedMatrix()
    let two = try TwoKommuner(on: engine)
    var calls = 0
    for good in try GoodRequests.of(engine).a {
      for principal in two.a.cast.principals {
        guard let roles = principal.roles else { continue }
        let response = two.send(good.request(good.values, as: principal, to: two.a))
        if good.route.mayHaveChanged(response) { try two.restore(two.a) }
        calls += 1
        let hasDeadToken = principal.kind == .lockedOut && good.route.door == .api
        let may = try matrix.allows(good.route.permission, principal, roles) && !hasDeadToken
        #expect(
          turnsAway(response, good.route) != may,
          """
          \(good.name) answers \(response.status) to \(principal.name), and the matrix says \
          \(may ? "yes" : "no")
          """)
      }
    }
    print("permission matrix on \(engine): \(calls) calls, \(two.routes.count) routes")
  }

  @Test(arguments: Engine.available)
  func aProgramMayNothingThatItsRoleMayNot(_ engine: Engine) throws {
    let matrix = try PrintedMatrix()
    let two = try TwoKommuner(on: engine)
    for good in try GoodRequests.of(engine).a where good.route.door == .api {
      for principal in two.a.cast.principals {
        guard case .program(let role) = principal.kind,
          try !matrix.allows(good.route.permission, principal, [role])
        else { continue }
        let response = two.send(good.request(good.values, as: principal, to: two.a))
        #expect(
          turnsAway(response, good.route),
          "\(good.name) answers \(response.status) to \(principal.name)")
      }
    }
  }

  /// Whether somebody is sent away for who they are.
  ///
  /// Other refusals with the same status are about the record: whoever hears that they were not at
  /// a meeting may approve the minutes of another one.
  private func turnsAway(_ response: Response, _ route: Route) -> Bool {
    let location = response.headers["Location"] ?? ""
    if response.status == 303 { return !route.changes && location.contains("/logg-inn") }
    guard response.status == 401 || response.status == 403 else { return false }
    let text = response.text
    let aboutTheRecord = [
      "you-are-not-there", "ikke ført som til stede", "you-were-not-there", "var ikke på møtet",
      "password-comes-first", "lenge siden du skrev passordet",
      "somebody-else-added-it", "Noen andre la ved dette",
    ]
    return !aboutTheRecord.contains { text.contains($0) }
  }
}

/// `docs/permissions.md` as people read it.
private struct PrintedMatrix {
  private let roles: [String]
  private let rows: [String: [String]]

  init() throws {
    let root = #filePath.dropLast("/Tests/Isolation/PermissionMatrixTests.swift".count)
    let text = String(decoding: try File.read("\(root)/docs/permissions.md"), as: UTF8.self)
    let table = text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
      line.dropFirst().dropLast().split(separator: "|").map(Self.words)
    }
    roles = Array(table.first?.dropFirst() ?? [])
    rows = Dictionary(table.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
  }

  /// Whether the matrix lets somebody in.
  ///
  /// What it gives to every role but the visitor's, it gives to whoever is signed in.
  func allows(_ permission: Permission, _ principal: Principal, _ held: Set<Role>) throws -> Bool {
    let row = try #require(rows["`\(permission.rawValue)`"], "\(permission) is not in the matrix")
    let named = zip(roles, row).filter { $0.1 == "yes" }.map(\.0)
    if principal.isSignedIn && named.count == roles.count - 1 && !named.contains("visitor") {
      return true
    }
    return try held.contains { role in
      let name = role.rawValue.split(separator: "_").joined(separator: " ")
      try #require(roles.contains(name), "\(name) is not in the matrix")
      return named.contains(name)
    }
  }

  /// A cell without the spaces at its ends.
  private static func words(_ cell: Substring) -> String {
    cell.split(separator: " ").joined(separator: " ")
  }
}
