import Gateway
import Kernel
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Web

/// A good request for every route of both kommuner, found once for all tests.
struct GoodRequests: Sendable {
  let a: [GoodRequest]
  let b: [GoodRequest]

  private static let found = Mutex<[Engine: GoodRequests]>([:])

  static func of(_ engine: Engine) throws -> GoodRequests {
    try found.withLock { found in
      if let good = found[engine] { return good }
      let two = try TwoKommuner(on: engine)
      let good = GoodRequests(
        a: try Search(two: two, neighbour: two.a).all(),
        b: try Search(two: two, neighbour: two.b).all())
      found[engine] = good
      return good
    }
  }
}

/// Finds good requests by trying what a kommune has, as a patient visitor would.
private struct Search {
  let two: TwoKommuner
  let neighbour: Neighbour

  /// A good request for every route; a route without one is a fault of the sweep, and said so.
  func all() throws -> [GoodRequest] {
    try two.routes.compactMap { route in
      let found = try find(route)
      if found == nil {
        Issue.record(
          """
          The sweep finds no good request for \(route.label), so it would not be swept. Let \
          Scenario.swift make what it needs, or name its fields in SpecialFields.swift: \
          \(route.input.map(\.name).joined(separator: ", ")).
          """)
      }
      return found
    }
  }

  private func find(_ route: Route) throws -> GoodRequest? {
    let combinations = combinations(of: route)
    for principal in candidates(for: route) {
      for values in combinations {
        let knock = Knock(route: route, values: values)
        let response = two.send(knock.request(as: principal, to: neighbour))
        if route.mayHaveChanged(response) { try two.restore(neighbour) }
        guard route.isGood(response) else { continue }
        return GoodRequest(route: route, values: values, principal: principal)
      }
    }
    guard Self.refusedToAll[route.name] != nil, let values = combinations.first,
      let principal = candidates(for: route).first
    else { return nil }
    return GoodRequest(route: route, values: values, principal: principal)
  }

  /// Routes to which no request can be good that the sweep could make, and why; they are swept with
  /// requests that are refused.
  private static let refusedToAll = [
    "finishLogin": "an issuer must have signed an answer to this very browser; see LoginTests"
  ]

  /// Who may, by the table of permissions, the weakest first.
  private func candidates(for route: Route) -> [Principal] {
    neighbour.cast.principals.filter { principal in
      guard let roles = principal.roles, principal.kind != .lockedOut else { return false }
      return !route.permission.roles.isDisjoint(with: roles)
    }
  }

  /// Every way to fill the fields that must be filled, then with those that may be.
  private func combinations(of route: Route) -> [[String: Value]] {
    let inPath = Set(route.path.parameters)
    let needed = route.fields.filter { $0.isRequired || inPath.contains($0.name) }
    let optional = route.fields.filter { field in
      !field.isRequired && !inPath.contains(field.name) && !Self.isPaging(field)
    }
    let sparse = fill(needed, of: route)
    return optional.isEmpty ? sparse : sparse + fill(needed + optional, of: route)
  }

  private static func isPaging(_ field: FieldDescription) -> Bool {
    field.name == "limit" || field.name == "cursor"
  }

  private func fill(_ fields: [FieldDescription], of route: Route) -> [[String: Value]] {
    let filler = FieldFiller(neighbour: neighbour)
    var filled: [[String: Value]] = [[:]]
    for field in fields where field.kind != .version {
      let candidates = filler.candidates(for: field, of: route)
      filled = filled.flatMap { values in
        candidates.map { values.merging([field.name: $0]) { $1 } }
      }
    }
    guard fields.contains(where: { $0.kind == .version }) else { return filled }
    let inPath = Set(route.path.parameters)
    return filled.flatMap { values in
      let ids = values.filter { inPath.contains($0.key) }.values.compactMap {
        if case .text(let id) = $0 { id } else { nil }
      }
      return filler.versions(around: ids).map { version in
        values.merging(["version": version]) { $1 }
      }
    }
  }
}

extension Route {
  /// What it reads, and the parts of its path that only its form's page reads.
  var fields: [FieldDescription] {
    let read = Set(input.map(\.name))
    return input
      + path.parameters.filter { !read.contains($0) }.map {
        FieldDescription(name: $0, kind: .id, about: "", isRequired: true)
      }
  }

  /// Whether a request may have left something behind: what is tried too often is counted when it
  /// fails, too, and a wrong code or password stays in the event log.
  func mayHaveChanged(_ response: Response) -> Bool {
    changes && (ask != nil || isGood(response) || [422, 429].contains(response.status))
  }

  /// Whether an answer says that what was asked for was done.
  func isGood(_ response: Response) -> Bool {
    switch response.status {
    case 200, 201: true
    case 303: door == .page && (changes || response.leadsToIssuer)
    default: false
    }
  }
}

extension Response {
  /// Whether it sends a browser to an issuer of logins.
  var leadsToIssuer: Bool {
    [Mark.a, .b].contains { mark in
      headers["Location"]?.hasPrefix("\(IssuerOfKommune(mark).name)/") == true
    }
  }
}
