import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// Two who do something about the same council at once.
@Suite struct ElectionRaceTests {
  private static func read<Action: UseCase & Readable>(
    _ action: Action.Type, _ values: [String: Value]
  ) -> Action {
    var input = Input(values)
    return Action(&input)
  }

  @Test("Of two who call the same election, one is told", arguments: Engine.available)
  func twoCall(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    let told = try play.kommune.overlap(
      (Self.read(CallElection.self, play.call("forelder")), play.secretary),
      (Self.read(CallElection.self, play.call("forelder")), play.administrator))
    #expect(told == "an-election-is-open")
  }

  @Test("Nobody calls an election for a first term that has begun", arguments: Engine.available)
  func callsWhileItIsConstituted(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.elect("Ida", "Jon", "Mia", to: "elev")
    try play.elect("Lars", to: "ansatt", deputies: false)
    let constitution = try play.constitution(ledBy: "Kari")
    let call = play.call("forelder", ["termStart": .null])
    let told = try play.kommune.overlap(
      (Self.read(ConstituteElectedCouncil.self, constitution), play.secretary),
      (Self.read(CallElection.self, call), play.administrator))
    #expect(told == "term-start-is-missing")
  }

  @Test("No council begins while an election to it is called", arguments: Engine.available)
  func constitutesWhileItIsCalled(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.elect("Ida", "Jon", "Mia", to: "elev")
    try play.elect("Lars", to: "ansatt", deputies: false)
    let constitution = try play.constitution(ledBy: "Kari")
    let call = play.call("forelder", ["termStart": .null])
    let told = try play.kommune.overlap(
      (Self.read(CallElection.self, call), play.secretary),
      (Self.read(ConstituteElectedCouncil.self, constitution), play.administrator))
    #expect(told == "elections-are-not-settled")
  }

  @Test("Nobody calls an election to a council that is dissolved", arguments: Engine.available)
  func callsWhileItIsDissolved(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council = try play.schoolCouncil()
    let told = try play.kommune.overlap(
      (
        Self.read(
          ChangeCouncilStatus.self,
          [
            "council": .text("\(council.id)"), "version": .number(council.version),
            "status": "dissolved", "reason": "Skolen er lagt ned.", "decidedBy": "Kommunestyret",
            "nobodyTakesOver": "Skolen finnes ikke lenger.",
          ]), play.secretary
      ),
      (Self.read(CallElection.self, play.call("forelder")), play.administrator))
    #expect(told == "council-is-not-at-work")
  }

  @Test("Of two who nominate one person to two groups, one is told", arguments: Engine.available)
  func oneStandsTwice(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    func nomination(_ group: String) throws -> NominateCandidate {
      Self.read(
        NominateCandidate.self,
        [
          "election": .text("\(try play.election(group).id)"), "name": "Kari",
          "email": "kari@example.org", "willing": true,
        ])
    }
    let told = try play.kommune.overlap(
      (nomination("forelder"), play.secretary), (nomination("elev"), play.administrator))
    #expect(told == "stands-for-another-place")
  }
}
