import Testing

@Suite struct UseCaseTests {
  @Test func everyUseCaseHasAFileOfItsName() {
    #expect(Repository.product.flatMap(Self.strangers) == [])
    let hidden = SourceFile("Modules/A/Sources/Things.swift", "package struct Vote: UseCase {}")
    #expect(Self.strangers(in: hidden).count == 1)
  }

  @Test func everyUseCaseOfAModuleIsTested() {
    let untested = Repository.product.filter(\.isInModule).flatMap { file in
      Self.useCases(in: file).filter { !Self.isTested($0, in: file.target) }
        .map { "\(file.path): no test of \(file.target) names \($0)" }
    }
    #expect(untested == [])
    #expect(!Self.isTested("ThisUseCaseDoesNotExist", in: "Tenancy"))
  }

  @Test func thereAreUseCases() {
    #expect(Repository.product.flatMap(Self.useCases).contains("ImportUnits"))
  }

  /// The types of a file that conform to `UseCase`, whether at once or in an extension.
  private static func useCases(in file: SourceFile) -> [String] {
    file.code.compactMap { line in
      line.firstMatch(of: /\b(?:struct|enum|class|extension) (\w+): (?:.*[ ,])?UseCase\b/)
        .map { String($0.output.1) }
    }
  }

  private static func strangers(in file: SourceFile) -> [String] {
    useCases(in: file).filter { $0 != file.name }.map { "\(file.path): \($0) needs its own file" }
  }

  private static func isTested(_ useCase: String, in module: String) -> Bool {
    Repository.tests.contains { file in
      file.isInModule && file.target == module
        && (file.name == "\(useCase)Tests" || file.lines.contains { $0.mentions(useCase) })
    }
  }
}

extension Substring {
  /// Whether a word stands in the text, and not only as a part of a longer one.
  func mentions(_ word: String) -> Bool {
    split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == word }
  }
}
