import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// Rules change while somebody is being seated under them: whoever comes second sees what the first did.
@Suite struct RulesAtOnceTests {
  @Test("A council that is being constituted holds the rules up", arguments: Engine.available)
  func theCouncilIsFirst(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try Self.council(at: kommune.school())
    let change = try Self.threeVote()
    let told = try kommune.overlap((council, .host), (change, .host))
    #expect(told == "councils-would-not-fit")
    #expect(try Self.faults(in: kommune).isEmpty)
  }

  @Test("Rules that are being changed hold a new council up", arguments: Engine.available)
  func theRulesAreFirst(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try Self.council(at: kommune.school())
    let change = try Self.threeVote()
    let told = try kommune.overlap((change, .host), (council, .host))
    #expect(told == "composition-breaks-the-rule")
    #expect(try Self.faults(in: kommune).isEmpty)
  }

  @Test("A form from before the rules changed is read again", arguments: Engine.available)
  func formsAreReadAgain(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let council = try kommune.run(Self.council(at: kommune.school()))
    try kommune.run(Self.change { $0.answerDays = 14 })
    let leader = try council.seats.last(where: \.votes).orNotFound()
    #expect(throws: VersionRefusal.self) {
      try kommune.run(
        ChooseLeaders.self,
        [
          "council": .text("\(council.id)"), "leader": .text("\(leader.id)"),
          "version": .number(council.version),
        ])
    }
  }

  private static func council(at school: ServiceUnit) throws -> ConstituteCouncil {
    try made(from: SchoolCouncil.request(school, SchoolCouncil.seats()))
  }

  private static func threeVote() throws -> ChangeRuleSet {
    try change {
      $0.groups[1] = $0.groups[1].with(.range(1...1))
      $0.size = .oneOf([3])
    }
  }

  private static func change(_ set: (inout RuleSet) -> Void) throws -> ChangeRuleSet {
    var rules = RuleSet.trondheimSchool
    set(&rules)
    return try made(from: rules.request(reading: 1, from: "2026-08-17", [:]))
  }

  private static func made<Action: Readable>(from values: [String: Value]) throws -> Action {
    var input = Input(values)
    let action = Action(&input)
    try input.finish()
    return action
  }

  /// What is wrong with any of the kommune's councils.
  private static func faults(in kommune: TestKit.Kommune) throws -> [CompositionFault] {
    try kommune.run(ListCouncils.self, as: .visitor).data.flatMap { council in
      try kommune.run(ReadCouncil.self, as: .host, ["council": .text("\(council.id)")]).faults
    }
  }
}
