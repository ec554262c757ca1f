/// One Swift file, line by line.
struct SourceFile: Sendable {
  /// From the project's root: `Modules/Meetings/Sources/Minutes/ApproveMinutes.swift`.
  let path: String
  let lines: [Substring]
  /// The same lines without comments and without texts of several lines.
  let code: [Substring]

  init(_ path: String, _ text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    code = Self.code(of: lines)
  }

  /// `Meetings` of `Modules/Meetings/Sources/…`, `Kernel` of `Sources/Kernel/…`.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// The file's name without `.swift`.
  var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

  var isInModule: Bool { path.hasPrefix("Modules/") }
  var isTest: Bool { path.hasPrefix("Tests/") || isInModule && path.contains("/Tests/") }

  /// What a rule says about each line of code, with where it stands.
  func complaints(_ rule: (Substring) -> String?) -> [String] {
    code.enumerated().compactMap { index, line in rule(line).map { "\(path):\(index + 1): \($0)" } }
  }

  private static func code(of lines: [Substring]) -> [Substring] {
    var isInText = false
    return lines.map { line in
      let quotes = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
      defer { if quotes % 2 == 1 { isInText.toggle() } }
      guard !isInText else { return "" }
      return withoutComment(line)
    }
  }

  private static func withoutComment(_ line: Substring) -> Substring {
    if line.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") { return "" }
    return line.firstRange(of: " //").map { line[..<$0.lowerBound] } ?? line
  }
}
