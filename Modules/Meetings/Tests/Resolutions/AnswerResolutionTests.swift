import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct AnswerResolutionTests {
  @Test("R077, R105: with reasons, and weighty ones when not followed", arguments: Engine.available)
  func answers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let followed = try year.answer(year.adopt(), "followed")
    #expect(followed.state == .followed)
    let partly = try year.answer(
      year.adopt(), "partly_followed", ["reasons": "Det er penger til én huske i år."])
    #expect(partly.answer?.weightyReason == nil)
    let weighty = try year.answer(
      year.adopt(), "partly_followed",
      ["reasons": "Det er penger til én huske i år.", "weightyReason": "economy"])
    #expect(weighty.answer?.weightyReason == .economy)
    let not = try year.answer(
      year.adopt(), "not_followed",
      ["reasons": "Brannvesenet sier nei til bygget.", "weightyReason": "safety"])
    #expect(not.answer?.reasons == "Brannvesenet sier nei til bygget.")
    #expect(not.answer?.weightyReason == .safety)
    #expect(not.answer?.answeredBy == "Reidun Rektor")
  }

  @Test("R077: never without reasons", arguments: Engine.available)
  func refusesWithoutReasons(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let resolution = try year.adopt()
    for outcome in ["partly_followed", "not_followed"] {
      for reasons: Value in [.null, "", "   \n         ", "Nei.", "..............."] {
        try year.kommune.expect(AnswerResolution.Refusal.giveReasons) {
          try year.answer(resolution, outcome, ["reasons": reasons, "weightyReason": "law"])
        }
      }
    }
    try year.kommune.expect(AnswerResolution.Refusal.chooseAWeightyReason) {
      try year.answer(resolution, "not_followed", ["reasons": "Vi har ikke råd til det."])
    }
  }

  @Test("The answer stands, and is the unit leader's", arguments: Engine.available)
  func refusesTwiceAndOthers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let resolution = try year.adopt()
    for actor in [year.leader, year.staff, year.secretary, year.stranger] {
      try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
        try year.kommune.run(
          AnswerResolution.self, as: actor,
          ["resolution": .text("\(resolution.id)"), "outcome": "followed"])
      }
    }
    try year.answer(resolution, "followed")
    try year.kommune.expect(AnswerResolution.Refusal.resolutionIsAnswered) {
      try year.answer(resolution, "partly_followed", ["reasons": "Vi ombestemte oss."])
    }
  }
}
