import Testing

/// Whatever other modules see has a comment whose first paragraph says what it is.
///
/// That is every `package` type, function, initialiser, static member and computed property. Free
/// of it are stored properties, whose record says what it is; what a documented protocol demands;
/// and paths, which say it themselves.
@Suite struct DocumentationTests {
  @Test func theFaçadeIsDocumented() {
    let demanded = Set(Repository.product.flatMap(Self.documentedDemands)).union(
      Self.demandedBySwift)
    #expect(Repository.product.flatMap { Self.complaints(in: $0, demanded: demanded) } == [])
  }

  @Test func aMissingCommentIsFound() {
    func complaints(_ text: String) -> Int {
      Self.complaints(in: SourceFile("A.swift", text), demanded: ["permission"]).count
    }
    #expect(complaints("package struct A {}") == 1)
    #expect(complaints("// Not a comment for readers.\npackage struct A {}") == 1)
    #expect(complaints("/// A thing\npackage struct A {}") == 1)
    #expect(complaints("/// A thing.\npackage struct A {}") == 0)
    #expect(complaints("/// A thing\n/// of ours.\n///\n/// More:\npackage struct A {}") == 0)
    #expect(complaints("/// A thing.\n@discardableResult\npackage func a() {}") == 0)
    #expect(complaints("/// A thing.\n\npackage func a() {}") == 1)
    #expect(complaints("  package let name: String") == 0)
    #expect(complaints("  package var name: String { \"\" }") == 1)
    #expect(complaints("  package static let longest = 3") == 1)
    #expect(complaints("  package static let front: Path = \"/\"") == 0)
    #expect(complaints("  package static let permission = Permission.vote") == 0)
    #expect(complaints("  package init() {}") == 1)
  }

  /// What protocols of Swift's own library and of Swift Testing demand.
  private static let demandedBySwift: Set<String> = [
    "description", "debugDescription", "testDescription", "<", "==", "hash", "next",
  ]

  private static func complaints(in file: SourceFile, demanded: Set<String>) -> [String] {
    file.code.indices.compactMap { index in
      guard let declaration = file.code[index].firstMatch(of: /^\s*(?:@\w+\s+)*package\s+(.+)/)
      else { return nil }
      guard needsComment(declaration.output.1, demanded) else { return nil }
      return complaint(above: index, in: file).map { "\(file.path):\(index + 1): \($0)" }
    }
  }

  private static func needsComment(_ declaration: Substring, _ demanded: Set<String>) -> Bool {
    let (modifiers, rest) = split(declaration)
    let isVariable = rest.hasPrefix("let ") || rest.hasPrefix("var ")
    let isStatic = modifiers.contains("static")
    if rest.hasPrefix("import ") || rest.hasPrefix("extension ") { return false }
    if isVariable && !isStatic && !rest.contains("{") { return false }
    if isStatic && rest.contains(/^let \w+: Path\b/) { return false }
    return !demanded.contains(name(of: rest))
  }

  private static func complaint(above index: Int, in file: SourceFile) -> String? {
    func line(_ index: Int) -> Substring {
      index < 0 ? "" : file.lines[index].trimmingPrefix(while: \.isWhitespace)
    }
    var last = index - 1
    while line(last).hasPrefix("@") { last -= 1 }
    guard line(last).hasPrefix("///") else { return "has no documentation comment" }
    var first = last
    while line(first - 1).hasPrefix("///") { first -= 1 }
    let summary = (first...last).prefix { line($0) != "///" }.map(line)
    return summary.last?.hasSuffix(".") == true ? nil : "the summary does not end with a full stop"
  }

  /// The names that protocols of this project demand, where the protocol says what they are.
  private static func documentedDemands(of file: SourceFile) -> [String] {
    var isInProtocol = false
    return file.code.indices.compactMap { index in
      let line = file.code[index]
      if line.contains(#/^(package )?protocol /#) { isInProtocol = true }
      if line == "}" { isInProtocol = false }
      guard isInProtocol, line.contains(/^  (static |mutating )*(var|func|init)/),
        complaint(above: index, in: file) == nil
      else { return nil }
      return name(of: split(line.trimmingPrefix(while: \.isWhitespace)).rest)
    }
  }

  private static func split(_ declaration: Substring) -> (modifiers: [Substring], rest: Substring) {
    let found = declaration.prefixMatch(
      of: /(?:(?:static|final|mutating|indirect|nonisolated|private\(set\))\s+)*/)
    guard let found else { return ([], declaration) }
    return (found.output.split(separator: " "), declaration[found.range.upperBound...])
  }

  /// `perform` of `func perform(…)`; of an initialiser its whole list of parameters.
  private static func name(of declaration: Substring) -> String {
    if let found = declaration.prefixMatch(of: /init\??\([^)]*\)/) { return String(found.output) }
    let words = declaration.split(separator: " ")
    guard words.count > 1 else { return String(declaration) }
    return String(words[1].prefix { !"(:<".contains($0) || words[1].hasPrefix("<") })
  }
}
