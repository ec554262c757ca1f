import Glibc

/// What was written behind a command.
struct Arguments {
  let positions: [String]
  private let values: [String: String]

  /// Reads options in any order, as `--name value` or `--name=value`.
  ///
  /// - Throws: `UsageError` for an unknown option, a missing value, or too few or many positions.
  init(_ words: [String], of command: Command) throws {
    var positions: [String] = []
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        positions.append(word)
        continue
      }
      let halves = word.dropFirst(2).split(separator: "=", maxSplits: 1)
      guard let name = halves.first, let option = command.options.first(where: { $0.name == name })
      else { throw UsageError("There is no option «\(word)» here.") }
      guard option.value != nil else {
        values[option.name] = "true"
        continue
      }
      guard let value = halves.count > 1 ? String(halves[1]) : rest.popFirst() else {
        throw UsageError("The option --\(name) needs a value.")
      }
      values[option.name] = value
    }
    guard positions.count == command.positions.count else {
      throw UsageError("Write: \(Help.line(for: command)).")
    }
    for option in command.options where values[option.name] == nil {
      values[option.name] = getenv(option.variable).map { String(cString: $0) }
    }
    self.positions = positions
    self.values = values
  }

  /// The value of an option, or nil.
  subscript(option: String) -> String? { values[option].flatMap { $0.isEmpty ? nil : $0 } }

  /// Whether a switch is on.
  func has(_ option: String) -> Bool { values[option] != nil }

  /// The value of an option that must be there.
  ///
  /// - Throws: `UsageError` when it is missing.
  func required(_ option: String) throws -> String {
    guard let value = self[option] else { throw UsageError("The option --\(option) is missing.") }
    return value
  }
}
