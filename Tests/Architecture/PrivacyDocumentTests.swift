@testable import Database
import Gateway
import Testing

/// docs/privacy.md says of every column what it holds, and of every cookie what it is for.
@Suite struct PrivacyDocumentTests {
  private static let document = "docs/privacy.md"

  /// Nobody adds a table or a column without a line that says about whom it is.
  @Test func everyTableStandsInOnePlace() throws {
    let tables = RenderedTable.all(Composition().migrator.all, on: .sqlite)
    let text = try Repository.text(of: Self.document)
    #expect(
      Self.complaints(text, tables.map { ($0.name, $0.columns.map { String($0.name) }) }) == [])
  }

  @Test func everyCookieIsNamed() throws {
    let cookies = Repository.product.flatMap { file in
      file.code.compactMap { $0.firstMatch(of: /\w*[cC]ookie\w* = "([\w-]+)"/)?.output.1 }
    }
    let named = Self.rows(try Repository.text(of: Self.document)).map { $0[0] }
    #expect(cookies.count > 4)
    #expect(cookies.filter { !named.contains([String($0)]) } == [])
  }

  @Test func itsProofsAreThere() throws {
    let names = try Self.rows(Repository.text(of: Self.document)).flatMap { $0.flatMap(\.self) }
      .map { $0[...] }.filter(TestNames.isTest)
    #expect(names.count > 10)
    #expect(TestNames(Repository.tests).missing(in: names) == [])
  }

  @Test func whatIsMissingIsFound() {
    let line = "| `a_person` | `id`, `name` | who |\n"
    func count(_ text: String, _ columns: [String] = ["id", "name"]) -> Int {
      Self.complaints(text, [("a_person", columns)]).count
    }
    #expect(count(line) == 0)
    #expect(count("") == 1)
    #expect(count(line + line) == 1)
    #expect(count(line, ["id"]) == 1)
    #expect(count(line, ["id", "name", "email"]) == 1)
    #expect(count("| `a_person` | `id`, `name` |\n") == 1)
    #expect(count(line + "| `a_ghost` | `id` | who |\n") == 1)
  }

  private static func complaints(
    _ text: String, _ tables: [(name: String, columns: [String])]
  ) -> [String] {
    let rows = rows(text).filter {
      $0[0].first?.contains(/^(catalog\.)?[a-z]+_\w+$|^catalog\./) == true
    }
    let known = tables.map(\.name)
    let ghosts = rows.compactMap(\.[0].first).filter { !known.contains($0) }
    return ghosts.map { "there is no table \($0)" }
      + tables.compactMap { name, columns in
        let mine = rows.filter { $0[0] == [name] }
        guard mine.count == 1 else { return "\(name) stands in \(mine.count) lines" }
        guard mine[0].count > 2 else { return "\(name) has no words" }
        return mine[0][1].sorted() == columns.sorted() ? nil : "\(name): \(columns)"
      }
  }

  /// The tables' rows, each cell as what stands in it as code.
  private static func rows(_ text: String) -> [[[String]]] {
    text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
        cell in
        cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      }
    }
  }
}
