import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// R135: whoever sees to elections is reminded while there is time.
@Suite struct RemindOfTermsTests {
  @Test("R135: 120, 60 and 14 days before, and when it is over", arguments: Engine.available)
  func reminds(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let days = [
      "2028-04-01", "2028-04-02", "2028-04-03", "2028-06-01", "2028-06-02", "2028-07-16",
      "2028-07-17", "2028-07-31", "2028-08-01", "2028-08-02", "2029-01-01",
    ]
    let sent = try days.filter { day in try remind(council, on: day) > 0 }
    #expect(sent == ["2028-04-02", "2028-06-01", "2028-07-17", "2028-08-01"])
    let letters = try council.kommune.letters()
    #expect(letters.first?.subject == "Snart valg: Brukerrådet ved Solbakken skole")
    #expect(letters.first?.content?.address.text == "siri@example.org")
    #expect(letters.first?.content?.body.contains("mandag 31. juli 2028") == true)
    #expect(letters.first?.content?.body.contains("/rad/\(council.details.id)") == true)
    #expect(letters.last?.subject == "Brukerrådet ved Solbakken skole har ingen medlemmer")
  }

  @Test("R135: a late start reminds once, not three times", arguments: Engine.available)
  func remindsOnceWhenLate(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    #expect(try remind(council, on: "2028-07-25") == 1)
    #expect(try remind(council, on: "2028-07-25") == 0)
  }

  @Test("R094: nobody is reminded when the next term is filled", arguments: Engine.available)
  func restsWhenTheNextTermIsFilled(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.change(
      RenewCouncil.self,
      ["termStart": "2028-08-01", "seats": .list(SchoolCouncil.seats().map(Value.object))])
    #expect(try remind(council, on: "2028-07-25") == 0)
  }

  @Test("R094: one group that is chosen does not speak for the other", arguments: Engine.available)
  func groupsAreRemindedEach(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.change(
      RenewCouncil.self,
      ["termStart": "2028-08-01", "seats": .list(SchoolCouncil.seats().map(Value.object))])
    try council.kommune.sql(
      "DELETE FROM councils_seat WHERE group_code = 'elev' AND term_start = '2028-08-01'")
    #expect(try remind(council, on: "2028-07-25") == 1)
  }

  @Test("R027: the unit's leader is told too, once", arguments: Engine.available)
  func tellsTheUnitLeader(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    _ = try council.kommune.addPerson(
      "Rektor", "rektor@example.org", .unitLeader, in: council.details.unit.id)
    #expect(try remind(council, on: "2028-07-25") == 2)
  }

  /// How many letters it gave.
  private func remind(_ council: SeatedCouncil, on day: String) throws -> Int {
    council.kommune.now = try Instant(rfc3339: "\(day)T10:00:00Z").orNotFound()
    let before = try council.kommune.letters().count
    try council.kommune.work { try RemindOfTerms.job.perform(in: $0) }
    return try council.kommune.letters().count - before
  }
}
