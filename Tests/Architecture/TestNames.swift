/// What a document may name as proof: tests, end-to-end checks, and files.
struct TestNames: Sendable {
  private let tests: Set<String>

  /// Knows the tests of these files, as `Suite.function`.
  init(_ files: [SourceFile]) {
    tests = Set(files.flatMap(Self.tests))
  }

  /// Whether a name is meant as a test or a check, there or not.
  static func isTest(_ name: Substring) -> Bool {
    name.contains(/^\w+Tests\.\w+$/) || name.contains(".py: ")
  }

  /// What is wrong with names that stand as proof.
  func missing(in names: [Substring]) -> [String] {
    names.compactMap { name in
      if name.contains(".py: ") {
        return Self.isCheck(name) ? nil : "there is no check \(name)"
      }
      if Self.isTest(name) {
        return tests.contains(String(name)) ? nil : "there is no test \(name)"
      }
      return Repository.has(String(name)) ? nil : "there is no file \(name)"
    }
  }

  private static func tests(of file: SourceFile) -> [String] {
    var suite: Substring = ""
    var isTest = false
    return file.code.compactMap { line in
      if let found = line.prefixMatch(of: /(?:\S.*?\b)?(?:struct|class) (\w+)/) {
        suite = found.output.1
      }
      isTest = isTest || line.contains("@Test")
      guard isTest, let found = line.firstMatch(of: /\bfunc (\w+)/) else { return nil }
      isTest = false
      return "\(suite).\(found.output.1)"
    }
  }

  /// `apart.py: check_doctor` is the function of that name in that file of the end-to-end checks.
  private static func isCheck(_ name: Substring) -> Bool {
    let parts = name.split(separator: ": ", maxSplits: 1)
    guard parts.count == 2, let text = try? Repository.text(of: "Tests/EndToEnd/\(parts[0])") else {
      return false
    }
    return text.contains("\ndef \(parts[1])(")
  }
}
