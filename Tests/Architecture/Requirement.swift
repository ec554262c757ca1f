/// One line of what the three kommuner's own texts ask for.
struct Requirement {
  /// `R` and three digits.
  let number: String
  let strength: Strength
  /// The letters of the modules, such as `C M`.
  let modules: String
  let gist: String

  enum Strength: String, CaseIterable {
    case must, may, context, derived
  }

  static let file = "docs/requirements/rows.tsv"

  /// Reads them all; nil for a line that cannot be read.
  static func all() throws -> [Requirement?] {
    try Repository.text(of: file).split(separator: "\n").dropFirst().map { Requirement($0) }
  }

  private init?(_ line: Substring) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 4, let strength = Strength(rawValue: cells[1]), cells[3].hasSuffix(".")
    else { return nil }
    (number, self.strength, modules, gist) = (cells[0], strength, cells[2], cells[3])
  }
}

/// Which tests name which requirement, in their code or in the comment above them.
struct Coverage {
  private(set) var tests: [String: [String]] = [:]

  init(_ files: [SourceFile]) {
    for file in files { read(file) }
  }

  private mutating func read(_ file: SourceFile) {
    var above: [String] = []
    var function: Substring?
    for line in file.lines {
      if let found = line.firstMatch(of: /\b(func|struct|class) (\w+)/) {
        function = found.output.1 == "func" ? found.output.2 : nil
        for number in above { add(number, function, file) }
        above = []
      }
      for number in line.matches(of: /\bR\d{3}\b/).map({ String($0.output) }) {
        if function == nil { above.append(number) } else { add(number, function, file) }
      }
      let isWhole = line.contains("func ") && line.hasSuffix("}")
      if isWhole || line == "  }" || line == "}" { function = nil }
    }
  }

  private mutating func add(_ number: String, _ function: Substring?, _ file: SourceFile) {
    let name = function.map { "\(file.name).\($0)" } ?? file.name
    let test = "[\(name)](../\(file.path))"
    if tests[number]?.contains(test) != true { tests[number, default: []].append(test) }
  }
}
