import Testing

/// docs/security.md has a line for each requirement, and names nothing that is not there.
@Suite struct SecurityDocumentTests {
  private static let document = "docs/security.md"
  private static let known = TestNames(Repository.tests)

  @Test func everyRequirementHasOneLine() throws {
    let ids = try Repository.text(of: "Tests/Architecture/asvs-ids.txt").split(separator: "\n")
    let lines = try SecurityLine.all(in: Repository.text(of: Self.document))
    #expect(ids.count == 246)
    #expect(lines.map(\.id) == ids, "in the standard's order, each once")
  }

  @Test func everyLineIsWholeAndNamesWhatIsThere() throws {
    let lines = try SecurityLine.all(in: Repository.text(of: Self.document))
    #expect(lines.flatMap { $0.complaints(Self.known) } == [])
  }

  @Test func theTotalsAreRight() throws {
    let text = try Repository.text(of: Self.document)
    let totals = SecurityLine.totals(SecurityLine.all(in: text))
    print(totals)
    let isThere = text.contains("\n\(totals)\n")
    #expect(isThere, "write: \(totals)")
  }

  @Test(arguments: [
    ("1.1.1 | asks | does | `SecurityDocumentTests.theTotalsAreRight`", 0),
    ("1.1.1 | asks | does | `SecurityDocumentTests.thisIsNoTest`", 1),
    ("1.1.1 | asks | see `NoSuchTests.theTotalsAreRight` | `Package.swift`", 1),
    ("1.1.1 | asks | does | `apart.py: check_doctor`, `docs/README.md`", 0),
    ("1.1.1 | asks | does | `apart.py: check_nothing`", 1), ("1.1.1 | asks | does | `docs/x`", 1),
    ("1.1.1 | asks | does |  ", 1), ("1.1.1 | asks | does | it is so", 1),
    ("1.1.1 |  | does | `docs/README.md`", 1), ("1.1.1 | asks |  | `docs/README.md`", 1),
    ("1.1.1 | asks |  | host: the proxy", 0), ("1.1.1 | asks |  | n/a: ", 1),
    ("1.1.1 | asks | does | open: `NoSuchTests.a` is missing", 1),
    ("1.1.1 | asks | does", 1),
  ])
  func aBrokenLineIsFound(_ line: String, _ complaints: Int) throws {
    let lines = SecurityLine.all(in: "| \(line) |\n|---|\n| not a requirement | a |\n")
    #expect(lines.flatMap { $0.complaints(Self.known) }.count == complaints)
    #expect(lines.count == 1)
  }
}

/// One line of the tables: a requirement, what it asks for, what is done, and the proof.
private struct SecurityLine {
  let id: Substring
  private let cells: [Substring]

  enum Kind: String, CaseIterable {
    case test = "proven by a test"
    case source = "to be read in a source"
    case host = "left to the host"
    case notApplicable = "without use here"
    case open = "open"
  }

  static func all(in text: String) -> [SecurityLine] {
    text.split(separator: "\n").compactMap { line in
      guard line.contains(/^\| \d+\.\d+\.\d+ \|/) else { return nil }
      let cells = line.dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false
      )
      .map { $0.trimmingPrefix(while: \.isWhitespace) }
      return SecurityLine(id: cells[0].prefix { $0 != " " }, cells: cells)
    }
  }

  static func totals(_ lines: [SecurityLine]) -> String {
    let counts = Kind.allCases.map { kind in
      "\(lines.count { $0.kind == kind }) \(kind.rawValue)"
    }
    return "*\(lines.count) lines: \(counts.joined(separator: ", ")).*"
  }

  private var proof: Substring { cells.count == 4 ? cells[3] : "" }

  private var kind: Kind {
    if proof.hasPrefix("host:") { return .host }
    if proof.hasPrefix("n/a:") { return .notApplicable }
    if proof.hasPrefix("open:") { return .open }
    return Self.names(in: proof).contains { TestNames.isTest($0) } ? .test : .source
  }

  func complaints(_ known: TestNames) -> [String] {
    guard cells.count == 4 else { return ["\(id): has not four cells"] }
    // Where it is no proof, code may be anything; what looks like a test must be one.
    let isProven = kind == .test || kind == .source
    let names = Self.names(in: proof).filter { isProven || TestNames.isTest($0) }
    let others = Self.names(in: cells[2]).filter(TestNames.isTest)
    var complaints = known.missing(in: names + others)
    if cells[1].isEmpty { complaints.append("does not say what is asked") }
    switch kind {
    case .test, .source:
      if cells[2].isEmpty { complaints.append("does not say what is done") }
      if names.isEmpty { complaints.append("has no proof") }
    case .host, .notApplicable, .open:
      if proof.split(separator: " ").count < 2 { complaints.append("does not say why") }
    }
    return complaints.map { "\(id): \($0)" }
  }

  /// What stands as code.
  private static func names(in cell: Substring) -> [Substring] {
    cell.matches(of: /`([^`]+)`/).map(\.output.1)
  }
}
