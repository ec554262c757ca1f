import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// R005, R053: whoever is new is bidden welcome, trained, and promises what the kommune asks.
@Suite struct OnboardingTests {
  @Test("R053: every kommune has a welcome, and writes its own", arguments: Engine.available)
  func welcomes(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let page = TestClient(kommune).page("/velkommen")
    #expect(
      page.text.contains(
        "<p>Velkommen til en oppgave som kan få betydning for mange mennesker!</p>"))

    try kommune.run(ChangeWelcome.self, ["body": "Hei!\n\nBra du er her.", "version": .number(0)])

    let read = try kommune.run(ReadWelcome.self, as: .visitor)
    #expect(read.version == 1)
    #expect(TestClient(kommune).page("/velkommen").text.contains("<p>Bra du er her.</p>"))
    try kommune.expect(VersionRefusal.recordHasChanged) {
      try kommune.run(ChangeWelcome.self, ["body": "Hallo", "version": .number(0)])
    }
    let secretary = try kommune.secretary()
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(
        ChangeWelcome.self, as: secretary, ["body": "Hallo", "version": .number(1)])
    }
  }

  @Test("R005: who has been trained, in what and when", arguments: Engine.available)
  func trains(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let (pupil, parent) = (try council.seat("elev 0"), try council.seat("forelder 0"))
    let deputy = try #require(pupil.deputy)

    let list = try train([pupil.person, deputy], of: council)

    #expect(list.people.count == 11)
    let trained = list.people.filter { !$0.trainings.isEmpty }.map(\.person)
    #expect(Set(trained) == [pupil.person, deputy])
    _ = try train([pupil.person, parent.person], of: council)
    let own = try council.kommune.run(ReadOwnOnboarding.self, as: pupil.actor)
    #expect(own.trainings.map(\.kind) == [.roleAndDuties])
    #expect(own.trainings.map(\.heldOn) == [day(2026, 9, 30)])
    let again = try council.kommune.run(
      ListTraining.self, as: council.secretary, ["council": .text("\(council.details.id)")])
    #expect(again.people.count { !$0.trainings.isEmpty } == 3)
  }

  @Test("R005: bad days, strangers and nobody", arguments: Engine.available)
  func refusesTraining(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let pupil = try council.seat("elev 0")
    try council.kommune.expect(RecordTraining.Refusal.chooseSomebody) {
      _ = try train([], of: council)
    }
    try council.kommune.expect(RecordTraining.Refusal.dayHasNotCome) {
      _ = try train([pupil.person], of: council, on: "2026-10-02")
    }
    let stranger = try council.kommune.schoolsWithCouncils(1)[0].seats[0].person
    try council.kommune.expect(RecordTraining.Refusal.personIsNotOfTheCouncil) {
      _ = try train([pupil.person, stranger], of: council)
    }
    try council.kommune.expect(AccessRefusal.youMayNotDoThis) {
      _ = try train([pupil.person], of: council, by: pupil.actor)
    }
  }

  @Test("A new text is signed anew, each once", arguments: Engine.available)
  func signs(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let kommune = council.kommune
    let pupil = try council.seat("elev 0").actor
    try kommune.expect(SignDeclaration.Refusal.nothingIsDemanded) { try sign(1, pupil, kommune) }
    try demand(0, kommune)
    #expect(try sign(1, pupil, kommune).signedOn == day(2026, 10, 1))
    #expect(try signers(of: council) == [pupil.member?.id])
    try kommune.expect(SignDeclaration.Refusal.youHaveSigned) { try sign(1, pupil, kommune) }
    try demand(1, kommune)
    #expect(try signers(of: council) == [])
    try kommune.expect(SignDeclaration.Refusal.textHasChanged) { try sign(1, pupil, kommune) }
    #expect(try sign(2, pupil, kommune).signedOn != nil)
    try kommune.expect(VersionRefusal.recordHasChanged) { try demand(1, kommune) }
  }

  private func demand(_ version: Int, _ kommune: TestKit.Kommune) throws {
    try kommune.run(
      DemandConfidentiality.self,
      ["body": "Jeg lover å tie.", "decidedBy": "bystyret", "version": .number(version)])
  }

  @discardableResult
  private func sign(
    _ version: Int, _ actor: Actor, _ kommune: TestKit.Kommune
  ) throws -> OwnOnboarding {
    try kommune.run(SignDeclaration.self, as: actor, ["textVersion": .number(version)])
  }

  private func signers(of council: SeatedCouncil) throws -> [ID<Person>?] {
    try council.kommune.run(
      ListTraining.self, as: council.secretary, ["council": .text("\(council.details.id)")]
    ).people.filter { $0.hasSigned == true }.map(\.person)
  }

  private func train(
    _ people: [ID<Person>], of council: SeatedCouncil, on day: String = "2026-09-30",
    by actor: Actor? = nil
  ) throws -> TrainingList {
    try council.kommune.run(
      RecordTraining.self, as: actor ?? council.secretary,
      [
        "council": .text("\(council.details.id)"), "kind": "role_and_duties",
        "heldOn": .text(day), "people": .list(people.map { .text("\($0)") }),
      ])
  }
}
