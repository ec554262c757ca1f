import UseCases

/// One request to one route: what was sent, and the page it came from.
package struct Call {
  /// Path parameters, the query, and the fields of the body, by name.
  package let values: [String: Value]
  /// What stands before every path of the kommune.
  package let base: String
  /// Where an answer for people is shown; known once who asks is.
  package let page: () throws -> Page
  /// Whether the values came as text, from a form or a query.
  package let isLenient: Bool
  /// What came of a slow use case's slow part.
  package let finding: (any Sendable)?

  /// A call; the gateway and the tests make them.
  package init(
    values: [String: Value], base: String, isLenient: Bool, finding: (any Sendable)? = nil,
    page: @escaping () throws -> Page
  ) {
    self.values = values
    self.base = base
    self.page = page
    self.isLenient = isLenient
    self.finding = finding
  }

  /// What was asked for; a broken id in the path is a record that does not exist.
  func read<Action: Readable>(_ action: Action.Type, at path: Set<String>) throws -> Action {
    var input = Input(values, lenient: isLenient)
    let action = Action(&input)
    guard !input.problems.contains(where: { path.contains($0.field) }) else {
      throw AccessRefusal.thereIsNoSuchRecord
    }
    try input.finish()
    return action
  }
}

/// What can be read from a request, a form or a test's literal.
package protocol Readable {
  /// Reads every field, noting what is wrong.
  init(_ input: inout Input)
}

/// A record whose version goes out as `ETag` and comes back as `If-Match`.
package protocol Versioned {
  /// Counts its changes, from 1.
  var version: Int { get }
}
