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
}
