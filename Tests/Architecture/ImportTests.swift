import Testing

@Suite struct ImportTests {
  private static let manifest = Manifest((try? Repository.text(of: "Package.swift")) ?? "")

  /// What the domain modules may use of each other, and no more; a new arrow needs a decision.
  private static let arrows: [String: Set<String>] = [
    "Tenancy": [],
    "Councils": ["Tenancy"],
    "Meetings": ["Councils", "Tenancy"],
    "Hearings": ["Meetings", "Councils", "Tenancy"],
    "PoliticalLiaison": ["Meetings", "Councils", "Tenancy"],
    "IndividualPlans": ["Tenancy"],
    "Reporting": ["PoliticalLiaison", "Hearings", "Meetings", "Councils", "Tenancy"],
  ]

  /// What comes with Swift or with the C library, which the platform may use.
  private static let system: Set<String> = ["Glibc", "Synchronization", "Testing"]

  @Test func everyImportIsDeclared() {
    let files = Repository.product + Repository.tests.filter(\.isInModule)
    #expect(files.flatMap { Self.undeclaredImports(in: $0) } == [])
  }

  @Test func anUndeclaredImportIsFound() {
    func complaints(_ path: String, _ text: String) -> Int {
      Self.undeclaredImports(in: SourceFile(path, text)).count
    }
    #expect(complaints("Modules/Tenancy/Sources/A.swift", "import Meetings") == 1)
    #expect(complaints("Modules/Tenancy/Sources/A.swift", "@testable package import Gateway") == 1)
    #expect(complaints("Modules/Tenancy/Sources/A.swift", "import struct Transport.Job") == 1)
    #expect(complaints("Modules/Tenancy/Sources/A.swift", "import Glibc") == 1)
    #expect(complaints("Modules/Tenancy/Sources/A.swift", "// import Meetings") == 0)
    #expect(complaints("Sources/Kernel/A.swift", "import Database") == 1)
    #expect(complaints("Sources/Web/A.swift", "import Councils") == 1)
    #expect(
      complaints("Modules/Councils/Tests/ATests.swift", "import Tenancy\nimport TestKit") == 0)
    #expect(complaints("Modules/Councils/Tests/ATests.swift", "import Meetings") == 1)
  }

  @Test func modulesUseEachOtherAsTheDesignSays() {
    for module in Self.manifest.modules {
      #expect(Self.manifest.arrows(of: module).subtracting(Self.arrows[module] ?? []) == [])
    }
    #expect(Self.manifest.modules.subtracting(Self.arrows.keys) == [], "a module without a place")
  }

  @Test func thePlatformKnowsNoModule() {
    #expect(Self.manifest.platform.contains("Kernel"))
    for name in Self.manifest.platform {
      #expect(Self.manifest.arrows(of: name) == [], "\(name) is beneath the modules")
    }
  }

  @Test func modulesTouchNeitherCNorTransportNorGateway() {
    for module in Self.manifest.modules {
      let uses = Self.manifest.dependencies[module] ?? []
      let touches = uses.filter { $0.contains(/^C[A-Z]/) || ["Transport", "Gateway"].contains($0) }
      #expect(touches == [], "\(module)")
    }
  }

  @Test func noModuleReadsAnothersTables() {
    #expect(Repository.product.flatMap(Self.strangersTables) == [])
    func complaints(_ path: String, _ text: String) -> Int {
      Self.strangersTables(in: SourceFile(path, text)).count
    }
    #expect(complaints("Modules/Councils/Sources/A.swift", "SELECT id FROM tenancy_unit") == 1)
    #expect(complaints("Modules/Councils/Sources/A.swift", "JOIN meetings_meeting m") == 1)
    #expect(complaints("Sources/Web/A.swift", "UPDATE councils_seat SET") == 1)
    #expect(complaints("Modules/Councils/Sources/A.swift", "FROM councils_seat") == 0)
    #expect(complaints("Modules/Councils/Sources/A.swift", "JOIN identity_person p") == 0)
  }

  /// The tables of other modules that a file's SQL names; what a module shows it offers as a piece
  /// of SQL of its own.
  private static func strangersTables(in file: SourceFile) -> [String] {
    file.lines.enumerated().flatMap { index, line -> [String] in
      guard !line.contains("///") else { return [] }
      return line.matches(of: /\b(?:FROM|JOIN|INTO|UPDATE) (([a-z]+)_\w+)/).compactMap { found in
        let owner = manifest.modules.first { $0.lowercased() == found.output.2 }
        guard let owner, owner != file.target else { return nil }
        return "\(file.path):\(index + 1): \(found.output.1) belongs to \(owner)"
      }
    }
  }

  private static func undeclaredImports(in file: SourceFile) -> [String] {
    var allowed = manifest.dependencies[file.target] ?? []
    if !file.isInModule || file.isTest { allowed.formUnion(system) }
    if file.isInModule && file.isTest { allowed.formUnion([file.target, "TestKit"]) }
    return file.complaints { line in
      guard let name = imported(line), !allowed.contains(name) else { return nil }
      return "\(file.target) may not import \(name)"
    }
  }

  private static func imported(_ line: Substring) -> String? {
    let declaration =
      /^\s*(?:@\w+\s+)*(?:(?:package|internal|private|fileprivate|public)\s+)?import\s+/
    guard let found = line.prefixMatch(of: declaration) else { return nil }
    let words = line[found.range.upperBound...].split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
    return words.first { !kinds.contains($0) }.map(String.init)
  }
}
