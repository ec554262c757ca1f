/// `Package.swift` as this test reads it: what each target may import.
///
/// It knows the manifest's own words, `module(…)`, `platform(…)` and `.target(name: …)`. A target
/// that is written otherwise is not found, and then its files have no right to any import.
struct Manifest {
  /// The targets that each target of the product names.
  let dependencies: [String: Set<String>]
  /// The names of the domain modules.
  let modules: Set<String>
  /// The names of what lies beneath them.
  let platform: Set<String>

  init(_ text: String) {
    let given = text.firstMatch(of: /let platform: \[Target\.Dependency\] = \[([^\]]*)\]/)
    let base = given.map { Self.names($0.output.1) } ?? []
    var dependencies: [String: Set<String>] = [:]
    var named: [Substring: Set<String>] = [:]
    let target = /\.(?:t|executableT)arget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/
    for found in text.matches(of: target) {
      dependencies[String(found.output.1)] = Self.names(found.output.2)
    }
    let call = /\b(module|platform)\(\s*"(\w+)"(?:,\s*uses:\s*\[([^\]]*)\])?/
    for found in text.matches(of: call) {
      let name = String(found.output.2)
      let uses = found.output.3.map(Self.names) ?? []
      dependencies[name] = found.output.1 == "module" ? base.union(uses) : uses
      named[found.output.1, default: []].insert(name)
    }
    self.dependencies = dependencies
    modules = named["module"] ?? []
    platform = named["platform"] ?? []
  }

  /// The modules that a module uses.
  func arrows(of module: String) -> Set<String> {
    (dependencies[module] ?? []).intersection(modules)
  }

  private static func names(_ list: Substring) -> Set<String> {
    Set(list.matches(of: /"(\w+)"/).map { String($0.output.1) })
  }
}
