import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// K3: a council at work comes to deviate, deviates otherwise, and follows its rules again.
@Suite struct ChangeDeviationsTests {
  @Test(
    "R092: a school that finds two pupils goes on with two, decided with a reason",
    arguments: Engine.available)
  func comesToDeviate(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    try council.losePupil()
    #expect(try council.overview.details.faults.count == 2)

    let deviating = try council.deviate(DeviatingCouncil.twoPupils)

    #expect(deviating.details.faults == [])
    #expect(deviating.details.rules.size == .oneOf([4]))
    let decision = try #require(deviating.history.decisions.first)
    #expect(decision.field == "groups.elev" && decision.value == "2")
    #expect(decision.validFrom == day(2026, 8, 17) && decision.decidedOn == day(2026, 8, 10))
    #expect(decision.decidedBy == "rektor og FAU")
  }

  @Test("R134: one more than the rule says is a place to fill", arguments: Engine.available)
  func upwards(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    let deviating = try council.deviate(DeviatingCouncil.fourPupils)
    #expect(deviating.details.faults.allSatisfy(\.isLack) && deviating.details.faults.count == 2)
    let pupil = SchoolCouncil.seat("elev", 3).merging(
      [
        "council": .text("\(council.id)"), "version": .number(deviating.version),
        "firstDay": "2026-08-17",
      ]) { $1 }
    let filled = try council.kommune.run(FillSeat.self, as: council.secretary, pupil)
    #expect(filled.faults == [])
  }

  @Test("R134: nobody who sits there is put out by a deviation", arguments: Engine.available)
  func nobodyIsPutOut(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    try council.kommune.expectRefusal {
      try council.deviate(DeviatingCouncil.twoPupils)
    } check: {
      #expect($0.code == "council-would-not-fit")
      #expect($0.text.nb.contains("Det skal være 2 i gruppen «elev»; nå er det 3."))
      #expect($0.fields.map(\.field) == ["validFrom"])
    }
    let later = try council.deviate(DeviatingCouncil.twoPupils, from: "2027-01-01")
    #expect(later.details.faults == [] && later.details.rules.size == .oneOf([5]))
    #expect(later.coming.map(\.field) == ["groups.elev", "size"])
    #expect(later.faultsToCome.count == 2)
    council.kommune.now = Instant(day(2027, 1, 1), hour: 8)
    #expect(try council.overview.details.rules.size == .oneOf([4]))
    #expect(try council.overview.details.faults.count == 2)
  }

  @Test("What ended can still be read: who decided what, when and why", arguments: Engine.available)
  func ends(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    try council.losePupil()
    try council.deviate(DeviatingCouncil.twoPupils)
    council.kommune.now = Instant(day(2026, 10, 1), hour: 8)
    let more: [String: Value] = [
      "reason": "En elev til vil være med.", "decidedBy": "FAU", "decidedOn": "2026-09-30",
    ]

    let ended = try council.deviate([:], from: "2026-10-01", more)

    #expect(!ended.details.hasDeviations)
    #expect(ended.details.rules.size == .oneOf([5]))
    #expect(ended.history.decisions.map(\.value) == ["2", "4", nil, nil])
    let page = TestClient(council.kommune).page("/rad/\(council.id)/avvik").text
    for words in [
      "Antall i gruppen «elev»: 2", "Elevrådet har bare to som kan.",
      "rektor og FAU, mandag 10. august 2026", "Følger igjen antallet i gruppen «elev»",
      "En elev til vil være med.", "FAU, onsdag 30. september 2026",
      "Rådet følger reglene for typen sin.",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test("A later decision takes the place of what was to come", arguments: Engine.available)
  func replaces(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    try council.deviate(["noticeDays": "21"], from: "2028-08-01")
    let sooner = try council.deviate(["noticeDays": "21"], from: "2026-09-01")
    #expect(sooner.coming.map(\.validFrom) == [day(2026, 9, 1)])
    let otherwise = try council.deviate(["noticeDays": "7"], from: "2026-08-20")
    #expect(otherwise.coming.map(\.value) == ["7"])
    try council.kommune.expect(ChangeDeviations.Refusal.nothingIsChanged) {
      try council.deviate(["noticeDays": "7"], from: "2026-09-01")
    }
    council.kommune.now = Instant(day(2028, 6, 1), hour: 8)
    #expect(try council.overview.details.rules.noticeDays == 7)
  }

  @Test(
    "What makes no sense is refused, and nothing changes", arguments: Engine.available,
    [
      (["noticeDays": "21"], ["validFrom": "2028-08-18"], "day-is-far-from-today"),
      (["noticeDays": "21"], ["validFrom": "2026-05-18"], "day-is-far-from-today"),
      (["noticeDays": "21"], ["reason": "fordi"], "give-a-reason"),
      (["noticeDays": "21"], ["decidedOn": "2026-08-18"], "decision-is-still-to-come"),
      (["size": "5"], [:], "rule-says-so-already"),
      (["advises": "body"], [:], "rule-cannot-be-set-aside"),
      (["quorum": "number", "quorumNumber": "60"], [:], "rules-would-not-hold-together"),
      (["groups.elev": "=elev"], [:], "rules-would-not-hold-together"),
      ([:], [:], "nothing-is-changed"),
    ] as [([String: String], [String: Value], String)])
  func refuses(
    _ engine: Engine, _ odd: ([String: String], [String: Value], String)
  ) throws {
    let council = try DeviatingCouncil(engine)
    try council.kommune.expect(code: odd.2) { try council.deviate(odd.0, odd.1) }
  }

  @Test(
    "Whoever constitutes councils decides, and a dissolved one is left", arguments: Engine.available
  )
  func whoMay(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    let leader = try council.kommune.addPerson("Rita", "rita@example.org", .unitLeader)
    for actor in [leader, .visitor] {
      #expect(throws: AccessRefusal.self) {
        try council.deviate(["noticeDays": "21"], as: actor)
      }
      #expect(throws: AccessRefusal.self) {
        try council.kommune.run(
          PrepareDeviations.self, as: actor, ["council": .text("\(council.id)")])
      }
    }
    try council.kommune.dissolve(council.id)
    try council.kommune.expect(AtWorkRefusal.councilIsDissolved) {
      try council.deviate(["noticeDays": "21"])
    }
  }

  @Test("Of two who decide at once, one is told", arguments: Engine.available)
  func twoAtOnce(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    let (one, other) = (
      try council.action(["noticeDays": "21"], from: "2026-08-17"),
      try council.action(["noticeDays": "7"], from: "2026-08-17")
    )
    #expect(
      try council.kommune.overlap((one, council.secretary), (other, council.secretary))
        == "record-has-changed")
  }

  @Test("By program: read, and send back all of it", arguments: Engine.available)
  func theAPI(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    let client = try council.kommune.client(of: council.secretary)
    let path = "/councils/\(council.id)/deviations"
    let body = """
      {"validFrom":"2026-08-17","reason":"Møtene er langt fram.","decidedBy":"rektor",
      "deviations":[{"field":"noticeDays","value":"21"}]}
      """
    #expect(client.api(.put, path, body).status == 428)
    let tag = try #require(client.api(.get, path).headers["ETag"])
    let saved = client.api(.put, path, body, headers: ["If-Match": tag])
    #expect(saved.status == 200)
    #expect(saved.text.contains("\"validFrom\":\"2026-08-17\""))
    #expect(client.api(.get, "/councils/\(council.id)").text.contains("\"noticeDays\""))
  }

  @Test("By page: an answer is written, and an emptied one ends", arguments: Engine.available)
  func thePage(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    let client = try council.kommune.client(of: council.secretary)
    let path = "/rad/\(council.id)/avvik/endring"
    #expect(client.page("/rad/\(council.id)/avvik").text.contains("\(path)\""))
    func fill(_ answers: [String: String]) throws -> FilledForm {
      var form = FilledForm(client.page(path).text, to: path)
      for (field, value) in answers {
        let row = try #require(form.fields.first { $0.value == field }).name
          .dropLast(".field".count)
        form["\(row).value"] = value
      }
      form["reason"] = "Slik har vi det hos oss."
      form["decidedBy"] = "rektor"
      return form
    }
    #expect(client.submit(path, try fill(["quorum": "number"]).body).status == 422)
    let answers = ["quorum": "number", "quorumNumber": "3", "viceChair": "members"]
    #expect(client.submit(path, try fill(answers).body).status == 303)
    #expect(try council.overview.details.rules.quorumNumber == 3)
    #expect(FilledForm(client.page(path).text, to: path).fields.contains { $0.value == "number" })
    let ended = client.submit(path, try fill(["quorum": "", "quorumNumber": ""]).body)
    #expect(ended.status == 303)
    #expect(try council.overview.details.followed.deviations.map(\.field) == ["viceChair"])
  }

  @Test("The number of statements does not grow with the decisions", arguments: Engine.available)
  func statements(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    try council.deviate(["noticeDays": "21"])
    func count() throws -> Int {
      try council.kommune.countStatements { _ = try council.overview }
    }
    let one = try count()
    for days in 2..<6 {
      try council.deviate(["noticeDays": "\(days)", "meetingsPerYear": "\(days)"])
    }
    #expect(try count() == one)
  }

  @Test("The database keeps what was decided", arguments: Engine.available)
  func theDatabaseGuards(_ engine: Engine) throws {
    let council = try DeviatingCouncil(engine)
    try council.deviate(["noticeDays": "21"])
    func insert(_ reason: String, _ decidedBy: String) -> SQL {
      """
      INSERT INTO councils_deviation_decision
        (council_id, field, version, reason, decided_by, recorded_at, valid_from, value)
      VALUES (\(council.id), 'quorum', 9, \(reason), \(decidedBy), 1, '2026-08-01', 'none')
      """
    }
    for odd in [
      insert("    ", "noen"), insert("En grunn som er lang nok", " "),
      """
      INSERT INTO councils_deviation_decision
        (council_id, field, version, reason, decided_by, recorded_at)
      VALUES (\(council.id), 'quorum', 9, 'En grunn som er lang nok', 'noen', 1)
      """,
      "UPDATE councils_deviation_decision SET reason = 'en helt annen grunn'",
      "DELETE FROM councils_deviation_decision",
    ] as [SQL] {
      #expect(throws: DatabaseError.self) { try council.kommune.sql(odd) }
    }
  }
}
