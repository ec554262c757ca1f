import TestKit
import Testing

@testable import Tenancy

@Suite struct ListRuleSetsTests {
  @Test("Every preset's rule sets are read back as they were written", arguments: Engine.available)
  func readsWhatThePresetWrote(_ engine: Engine) throws {
    for preset in Preset.all {
      let kommune = try Kommune(on: engine, preset: preset.code)
      let rules = try kommune.run(ListRuleSets.self, as: .visitor)

      #expect(rules.map(\.code) == preset.ruleSets.map(\.code).sorted())
      for wanted in preset.ruleSets {
        #expect(rules.first { $0.code == wanted.code } == wanted)
      }
    }
  }
}
