import Database
import Gateway
import Testing

/// A step that has landed stays as it is: somebody's database has it already.
@Suite struct LandedMigrationTests {
  private static let file = "Tests/Architecture/landed-migrations.txt"

  @Test func landedStepsAreUnchanged() throws {
    let landed = try Repository.text(of: Self.file).split(separator: "\n").map(String.init)
    let steps = Composition().migrator.all.map { "\($0.label) \($0.checksum)" }
    let broken = Self.broken(landed, steps)
    #expect(
      broken == [],
      """
      A landed step is missing, changed, or comes after a new one. Put it back as it was and write \
      the next step. (A step that was never merged may change: delete its line in \(Self.file).)
      """)
    if broken == [] { try Generated.expect(Self.file, steps.map { "\($0)\n" }.joined()) }
  }

  @Test func aBrokenPromiseIsFound() {
    let landed = ["a/1 x", "a/2 y", "b/1 z"]
    #expect(Self.broken(landed, landed) == [])
    #expect(Self.broken(landed, ["a/1 x", "a/2 y", "a/3 n", "b/1 z", "b/2 n"]) == [])
    #expect(Self.broken(landed, ["a/1 x", "b/1 z"]) == ["a/2 y"])
    #expect(Self.broken(landed, ["a/1 x", "a/2 changed", "b/1 z"]) == ["a/2 y"])
    #expect(Self.broken(landed, ["a/2 y", "a/1 x", "b/1 z"]) == ["a/1 x", "a/2 y"])
    #expect(Self.broken(landed, ["a/1 x", "a/3 n", "a/2 y", "b/1 z"]) == ["a/2 y"])
  }

  /// The landed steps that are not what and where they were: each module's must come first in the
  /// module, in their order.
  private static func broken(_ landed: [String], _ steps: [String]) -> [String] {
    func module(_ step: String) -> Substring { step.prefix { $0 != "/" } }
    let modules = Dictionary(grouping: steps, by: module)
    let places = Dictionary(grouping: landed, by: module)
    return landed.filter { step in
      guard let place = places[module(step)]?.firstIndex(of: step) else { return true }
      let now = modules[module(step)] ?? []
      return place >= now.count || now[place] != step
    }
  }
}
