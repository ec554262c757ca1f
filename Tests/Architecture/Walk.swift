import Councils
import Database
import Demo
import Gateway
import Identity
import Kernel
import Notices
import Tenancy
import TestKit
import UseCases
import Web

@testable import struct Database.SQL
import class TestKit.Kommune

/// Uses everything a kommune offers, so that every statement of the program has run once.
///
/// What changes something is done step by step; whatever reads has an address, and all of those are
/// visited, by a visitor and by somebody signed in.
func walkEverything(_ kommune: Kommune) throws {
  try DemoData.play(in: kommune.tenant, Store(kommune.location, log: kommune.statements))
  try kommune.addUnits(
    "skole,Solbakken skole,Østbyen,,skole", "barnehage,Epleslang,Vest,,barnehage")
  try walkThroughRules(kommune)
  try ElectionWalk(kommune).walk()
  let units = try kommune.run(ListUnits.self, as: .visitor, ["limit": .number(1)])
  let client = try walkThroughIdentity(kommune)
  let visitor = TestClient(kommune)
  for route in Composition().routes where route.method == .get {
    let path = try route.path.filled(kommune.firstID)
    for client in [visitor, client] {
      for query in ["", units.next.map { "?limit=1&cursor=\($0)" } ?? ""] {
        switch route.door {
        case .page: _ = client.page(path + query)
        case .api: _ = client.api(.get, path + query)
        }
      }
    }
  }
}

/// Rules are taken from another kommune, looked at with a change, and changed, with councils at work.
private func walkThroughRules(_ kommune: Kommune) throws {
  try kommune.run(
    AddRuleSet.self,
    ["library": "hadsel-brukerutvalg", "code": "brukerutvalg", "decidedBy": "bystyret"])
  // A deputy in common for each council, for statistics as a kommune would have them.
  try kommune.sql(
    """
    INSERT INTO councils_deputy
      (id, council_id, group_code, number, person_id, term_start, term_end)
    SELECT id, council_id, group_code, 90, person_id, term_start, term_end
    FROM councils_seat WHERE is_leader
    """)
  // And somebody who wants to take part in each.
  try kommune.sql(
    """
    INSERT INTO councils_interest
      (id, council_id, group_code, name, email, secret_hash, consented_at, kept_until)
    SELECT id, council_id, group_code, 'Kari', 'kari@eksempel.no', CAST(id AS text),
      \(kommune.now), term_end
    FROM councils_seat WHERE is_leader
    """)
  for rules in try kommune.run(ListRuleSets.self) {
    let today = OsloTime(kommune.now).day
    let request = try rules.request(from: "\(today)", ["meetingsPerYear": .number(6)])
    try kommune.run(PrepareRuleChange.self, ["ruleSet": .text(rules.code)])
    try kommune.run(PreviewRuleChange.self, request)
    try kommune.run(ChangeRuleSet.self, request)
  }
}

/// People come, sign in, lose their link, get tokens and leave.
private func walkThroughIdentity(_ kommune: Kommune) throws -> TestClient {
  let email = Value.text("ada@eksempel.no")
  try kommune.run(
    AddPerson.self,
    ["name": .text("Ada Admin"), "email": email, "role": .text("kommune_administrator")])
  _ = TestClient(kommune).api(.post, "/password-resets", #"{"email":"ada@eksempel.no"}"#)
  let invitation = try kommune.run(InvitePerson.self, ["email": email])
  try sendLetters(of: kommune)
  let client = TestClient(kommune)
  let words = "fire vanlige ord på rad"
  _ = client.page(IdentityPaths.invitation.filled { _ in invitation.secret })
  _ = client.api(.post, "/invitations/\(invitation.secret)", #"{"password":"\#(words)"}"#)
  _ = client.api(.post, "/sessions", #"{"email":"ada@eksempel.no","password":"\#(words)"}"#)
  client.token = try kommune.run(
    SignIn.self, as: .visitor, ["email": email, "password": .text(words)]
  ).token

  // Programs with a token that works, for statistics as a kommune would have them.
  for number in 1...20 {
    try kommune.run(
      CreateToken.self, ["name": .text("Program \(number)"), "role": .text("visitor")])
  }
  let program = Value.text("Skjema")
  let token = try kommune.run(
    CreateToken.self, ["name": program, "role": .text("secretary"), "expires": .number(9)])
  let service = TestClient(kommune)
  service.token = token.secret
  _ = service.api(.get, "/account")
  _ = service.api(.post, "/sessions", "{}", headers: ["Idempotency-Key": "en-to-tre-fire"])
  try kommune.run(ListTokens.self)
  try kommune.run(RevokeToken.self, ["name": program])
  try kommune.run(ListPeople.self)
  try kommune.addPerson("Ola Sluttet", "ola@eksempel.no")
  try kommune.run(DisablePerson.self, ["email": .text("ola@eksempel.no")])
  _ = try kommune.verdict()
  try readEveryEvent(kommune)
  return client
}

/// An auditor reads the log, each filter by itself and all of them at once.
private func readEveryEvent(_ kommune: Kommune) throws {
  let auditor = try kommune.addPerson("Rune Revisor", "rune@eksempel.no", .auditor)
  let today = Value.text("\(OsloTime(kommune.now).day)")
  let ada = try kommune.person("ada@eksempel.no").id.orNotFound()
  let filters: [String: Value] = [
    "person": .text("\(ada)"), "event": "signed-in", "record": .text("\(try kommune.anyRecord)"),
    "from": today, "to": today,
  ]
  for filter in [[:], filters] + filters.map({ [$0.key: $0.value] }) {
    try kommune.run(ListEvents.self, as: auditor, filter.merging(["limit": 1]) { $1 })
    try kommune.run(ExportEvents.self, as: auditor, filter.merging(["format": "csv"]) { $1 })
  }
  let first = try kommune.run(ListEvents.self, as: auditor, ["limit": 1])
  let next = first.page.next.map { Value.text($0) } ?? .null
  try kommune.run(ListEvents.self, as: auditor, ["cursor": next])
}

/// Every way a letter can go.
private func sendLetters(of kommune: Kommune) throws {
  for delivery in [Delivery.later("now"), .delivered] {
    kommune.now = kommune.now.adding(seconds: 60)
    try kommune.postman { _ in delivery }.sendDue(of: kommune.tenant.id)
  }
  _ = try Store(kommune.location, log: kommune.statements).transaction(
    of: kommune.tenant.id, .read
  ) { try LetterStanding(in: $0) }
}

extension Path {
  /// The path with its parameters filled in; what has no value leads to nothing.
  fileprivate func filled(_ value: (String) throws -> String?) rethrows -> String {
    let parts = try segments.map { segment in
      switch segment {
      case .word(let word): word
      case .parameter(let name): try value(name) ?? "-"
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension Kommune {
  fileprivate var anyRecord: ID<Never> {
    get throws { try value("SELECT record_id FROM events_event WHERE number = 1").orNotFound() }
  }

  private static let tables = RenderedTable.all(Composition().migrator.all, on: .sqlite)

  /// The id of the first row of the table that is named after a path's parameter.
  fileprivate func firstID(of parameter: String) throws -> String? {
    let table = Self.tables.first { table in
      table.name.hasSuffix("_\(parameter)") && table.columns.contains { $0.name == "id" }
    }
    guard let table else { return nil }
    let id: ID<Never>? = try value(SQL(text: "SELECT id FROM \(table.name) ORDER BY id LIMIT 1"))
    return id.map { "\($0)" }
  }
}
