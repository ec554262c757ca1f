import Testing

@Suite struct RequirementTests {
  @Test func everyRowIsThere() throws {
    let numbers = (1...140).map { "R" + "00\($0)".suffix(3) }
    #expect(try Requirement.all().map { $0?.number ?? "unreadable" } == numbers)
  }

  @Test func testsNameRowsThatExist() throws {
    let known = try Set(Requirement.all().compactMap { $0?.number })
    let unknown = Coverage(Repository.tests).tests.filter { !known.contains($0.key) }
    #expect(unknown == [:])
  }

  @Test func theCoverageIsUpToDate() throws {
    let rows = try Requirement.all().compactMap { $0 }
    let tests = Coverage(Repository.tests).tests
    try Generated.expect("docs/requirements.md", Self.text(rows, tests))
  }

  @Test func aTestIsFoundByWhatItNames() {
    let row = "R" + "001"
    let text = """
      /// All of it (\(row)).
      @Suite struct ATests {
        /// The forum (\(row)).
        @Test func above() {
        }

        @Test func within() {
          #expect(true, "\(row)")
        }

        @Test func neither() {
        }
      }
      """
    let found = Coverage([SourceFile("Tests/ATests.swift", text)]).tests
    let names = ["ATests", "ATests.above", "ATests.within"]
    #expect(found == [row: names.map { "[\($0)](../Tests/ATests.swift)" }])
  }

  private static func text(_ rows: [Requirement], _ tests: [String: [String]]) -> String {
    """
    # Requirements

    What the texts of Ringebu, Bærum and Trondheim ask for, in our own words, and the tests that
    name each row. *Must* needs behaviour and a test; *may* can be switched on by a kommune;
    *context* is a word, a text or a value; *derived* follows from several rows. Modules: T Tenancy,
    C Councils, M Meetings, H Hearings, P PoliticalLiaison, I IndividualPlans, R Reporting, W pages,
    A command line.

    *Generated from [rows.tsv](requirements/rows.tsv); see [README.md](README.md).*

    \(totals(rows, tests))
    \(sections(rows, tests))
    """
  }

  private static func totals(_ rows: [Requirement], _ tests: [String: [String]]) -> String {
    func line(_ name: String, _ rows: [Requirement]) -> [String] {
      let tested = rows.filter { tests[$0.number] != nil }.count
      return [name, "\(rows.count)", "\(tested)", "\(rows.count - tested)"]
    }
    let strengths = Requirement.Strength.allCases.map { strength in
      line(strength.rawValue, rows.filter { $0.strength == strength })
    }
    return markdownTable(["", "rows", "with a test", "open"], strengths + [line("all", rows)])
  }

  private static func sections(_ rows: [Requirement], _ tests: [String: [String]]) -> String {
    let ends = [
      ("Ringebu", 24), ("Bærum", 52), ("Trondheim", 131), ("What follows from them", 140),
    ]
    var left = rows[...]
    return ends.map { title, end in
      let section = left.prefix { (Int($0.number.dropFirst()) ?? 0) <= end }
      left = left.dropFirst(section.count)
      let lines = section.map { row in
        [
          row.number, row.strength.rawValue, row.modules, row.gist,
          tests[row.number]?.sorted().joined(separator: ", ") ?? "open",
        ]
      }
      return "## \(title)\n\n"
        + markdownTable(["Row", "Strength", "Modules", "Gist", "Tests"], lines)
    }.joined(separator: "\n")
  }
}
