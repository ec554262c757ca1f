import Glibc
import TestKit
import Testing

/// A file that the program writes about itself.
///
/// Tests compare it; people read it. `SAMRAD_UPDATE=1 swift test --filter ArchitectureTests` writes them anew.
enum Generated {
  static let isUpdating = getenv("SAMRAD_UPDATE").map { String(cString: $0) } == "1"

  /// Expects that a file of the repository says just this.
  static func expect(
    _ path: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for folder in [Repository.root, "/tmp/", "/home/", "/root/"] {
      #expect(!text.contains(folder), "\(path) names a machine", sourceLocation: sourceLocation)
    }
    if isUpdating { try File.write(Array(text.utf8), to: "\(Repository.root)/\(path)") }
    let difference = difference(Repository.has(path) ? try Repository.text(of: path) : "", text)
    #expect(
      difference == nil,
      "\(path) is out of date: SAMRAD_UPDATE=1 swift test --filter ArchitectureTests",
      sourceLocation: sourceLocation)
  }

  /// The first line that differs, both ways.
  private static func difference(_ old: String, _ new: String) -> String? {
    guard old != new else { return nil }
    let olds = old.split(separator: "\n", omittingEmptySubsequences: false)
    let news = new.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(olds, news).prefix { $0 == $1 }.count
    func text(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(nothing)" }
    return "line \(line + 1) is: \(text(olds)); it should be: \(text(news))"
  }
}

/// A table in Markdown.
func markdownTable(_ head: [String], _ rows: [[String]]) -> String {
  let lines = [head, head.map { _ in "---" }] + rows
  return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n") + "\n"
}
