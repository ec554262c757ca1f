import HTML

/// The path of a route below the kommune, which it both parses and prints:
/// `/moter/{meeting}/referat`.
package struct Path: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The path as it stands in `samrad routes`.
  package let pattern: String
  package let segments: [Segment]

  /// A part of a path between slashes.
  package enum Segment: Sendable, Hashable {
    case word(String)
    case parameter(String)
  }

  /// A path of the source code; a name in braces stands for an id or a code.
  package init(stringLiteral pattern: StaticString) {
    self.pattern = pattern.description
    segments = self.pattern.split(separator: "/").map { part in
      part.hasPrefix("{") ? .parameter(String(part.dropFirst().dropLast())) : .word(String(part))
    }
  }

  /// The names of its parameters, left to right.
  package var parameters: [String] {
    segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
  }

  /// The path with its parameters filled in, left to right.
  package func callAsFunction(_ values: any LosslessStringConvertible...) -> Target {
    fill(values.map { percentEncoded($0.description) })
  }

  /// The path with the parameters of another one of the same names filled in.
  package func filled(from parameters: [String: Value]) -> Target {
    fill(
      segments.compactMap { segment in
        guard case .parameter(let name) = segment, case .text(let text) = parameters[name] else {
          return nil
        }
        return percentEncoded(text)
      })
  }

  private func fill(_ values: [String]) -> Target {
    var values = values[...]
    let parts = segments.map { segment in
      switch segment {
      case .word(let word): word
      case .parameter: values.popFirst() ?? "-"
      }
    }
    return Target(path: "/" + parts.joined(separator: "/"))
  }
}

/// A place below the kommune to link or redirect to.
package struct Target: Sendable, Hashable {
  /// The path, percent-encoded.
  package let path: String
  /// What follows the `?`, percent-encoded; empty when there is none.
  package let query: String

  init(path: String, query: String = "") {
    self.path = path
    self.query = query
  }

  /// The place that a path of this kommune names, as an earlier page sent it along.
  ///
  /// Nil for anything that could lead out of the kommune.
  package init?(returning text: String) {
    guard text.hasPrefix("/"), Link(path: text).text == text, !text.contains("//"),
      !text.contains("?"), !text.contains("#"), !text.contains("/.")
    else { return nil }
    self.init(path: text)
  }

  /// The same place, with one field in its query.
  package func asking(_ name: String, _ value: String) -> Target {
    let field = "\(name)=\(percentEncoded(value))"
    return Target(path: path, query: query.isEmpty ? field : "\(query)&\(field)")
  }

  var text: String { query.isEmpty ? path : "\(path)?\(query)" }
}
