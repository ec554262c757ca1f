import Testing

@Suite struct HouseStyleTests {
  private static let longest = 300

  @Test func nothingIsPublic() {
    #expect(complaints(in: Repository.product, Self.isPublic) == [])
    #expect(Self.isPublic("  public func vote() {}") != nil)
    #expect(Self.isPublic("@discardableResult open class A {}") != nil)
    #expect(Self.isPublic("  static public let a = 1") != nil)
    #expect(Self.isPublic("  case open(Access)") == nil)
    #expect(Self.isPublic("  open(path)") == nil)
  }

  @Test func nothingImportsFoundation() {
    #expect(complaints(in: Repository.product, Self.importsFoundation) == [])
    #expect(Self.importsFoundation("package import FoundationEssentials") != nil)
    #expect(Self.importsFoundation("let foundation = 1") == nil)
  }

  @Test func theCompilersGuardsStayOn() {
    #expect(complaints(in: Repository.product, Self.switchesAGuardOff) == [])
    #expect(Self.switchesAGuardOff("nonisolated(unsafe) var a = 1") != nil)
    #expect(Self.switchesAGuardOff("try! work.run(sql)") != nil)
  }

  @Test func uncheckedSendableIsForTheTransportAndSaysWhy() {
    #expect(Repository.product.flatMap(Self.uncheckedSendable) == [])
    let bare = "final class Queue: @unchecked Sendable {}"
    #expect(Self.uncheckedSendable(SourceFile("Sources/Transport/A.swift", bare)).count == 1)
    let guarded = "/// Guarded by `lock`.\n" + bare
    #expect(Self.uncheckedSendable(SourceFile("Sources/Transport/A.swift", guarded)) == [])
    #expect(Self.uncheckedSendable(SourceFile("Sources/Web/A.swift", guarded)).count == 1)
  }

  @Test func nothingIsLeftToDo() {
    let unfinished = (Repository.product + Repository.tests).flatMap(Self.unfinished)
    #expect(unfinished == [])
    #expect(Self.unfinished(SourceFile("A.swift", "// TO" + "DO: later")).count == 1)
  }

  @Test func modulesNeitherTrapNorWait() {
    let modules = Repository.product.filter(\.isInModule)
    #expect(complaints(in: modules, Self.trapsOrWaits) == [])
    #expect(Self.trapsOrWaits("  guard isThere else { fatalError() }") != nil)
    #expect(Self.trapsOrWaits("  func perform() async throws {}") != nil)
    #expect(Self.trapsOrWaits("actor Queue {}") != nil)
    #expect(Self.trapsOrWaits("  let member = work.actor.member") == nil)
  }

  @Test func filesAreShort() {
    let files = Repository.product + Repository.tests
    let tooLong = files.filter { $0.lines.count > Self.longest + 1 }
    #expect(tooLong.map { "\($0.path) has \($0.lines.count - 1) lines" } == [])
    let lengths = Repository.product.map { $0.lines.count - 1 }.sorted()
    print("\(lengths.count) files of the product, median \(lengths[lengths.count / 2]) lines")
  }

  private func complaints(in files: [SourceFile], _ rule: (Substring) -> String?) -> [String] {
    files.flatMap { $0.complaints(rule) }
  }

  private static func isPublic(_ line: Substring) -> String? {
    let modifiers = /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:final\s+|static\s+|override\s+)*/
    let rest = line.prefixMatch(of: modifiers).map { line[$0.range.upperBound...] } ?? line
    return rest.prefixMatch(of: /(public|open)[\s(]+(\w+ )+/) == nil ? nil : "package is enough"
  }

  private static func importsFoundation(_ line: Substring) -> String? {
    line.contains(/\bimport\s+(\w+\s+)?Foundation/) ? "Foundation is too slow and too large" : nil
  }

  private static func switchesAGuardOff(_ line: Substring) -> String? {
    line.contains(/nonisolated\(unsafe\)|\btry!/) ? "let the compiler check it" : nil
  }

  private static func trapsOrWaits(_ line: Substring) -> String? {
    line.contains(/\bfatalError\b|\basync\b|\bawait\b|^\s*(package )?actor \w/)
      ? "a module refuses instead of trapping, and is synchronous" : nil
  }

  private static func uncheckedSendable(_ file: SourceFile) -> [String] {
    file.code.indices.filter { file.code[$0].contains("@unchecked Sendable") }.compactMap { index in
      let above = file.lines[max(0, index - 5)..<index].joined(separator: "\n").lowercased()
      let isFine = file.path.hasPrefix("Sources/Transport/") && above.contains(/guard(ed|s)/)
      return isFine
        ? nil : "\(file.path):\(index + 1): say what it is guarded by, in Transport only"
    }
  }

  private static func unfinished(_ file: SourceFile) -> [String] {
    file.lines.enumerated().compactMap { index, line in
      let word = ["TO" + "DO", "FIX" + "ME"].first { line.contains($0) }
      return word.map { "\(file.path):\(index + 1): \($0)" }
    }
  }
}
