import Crypto
import Database
import Identity
import Kernel
import OpenID
import TestKit
import UseCases
import Web

/// The issuer with whom the people of one kommune may sign in, and what the kommune knows of it.
struct IssuerOfKommune {
  private let mark: Mark
  /// Its name, and what stands before its addresses.
  var name: String { "http://127.0.0.1:7001/\(mark.address)" }
  /// What the login is called in addresses.
  var login: String { mark.address }
  /// The name of somebody's session there.
  var session: String { "\(mark.text)-okt" }

  init(_ mark: Mark) { self.mark = mark }

  /// Both issuers behind one directory, as the program has one for all kommuner.
  static let directory: IssuerDirectory? = {
    guard let key = try? SigningKey() else { return nil }
    return TestIssuer.directory(
      of: [Mark.a, .b].map { TestIssuer(IssuerOfKommune($0).name, key: key) })
  }()

  /// Adds the login, gives it to somebody, and signs them in with it.
  func add(to kommune: Kommune, for person: Actor) throws {
    let id = try person.member.orNotFound().id
    var input = Input([
      "profile": "oidc", "test": true, "name": .text(login), "issuer": .text(name),
      "client-id": .text("\(mark.text)-klient"), "label": .text("\(mark.text) porten"),
    ])
    let key = try Kommune.settings.key.orNotFound()
    let action = AddLogin(&input, secret: Array("kundens-hemmelighet".utf8), key: key)
    try input.finish()
    try kommune.run(action)
    let subject = "\(mark.text)-hos-dem"
    try kommune.sql(
      """
      INSERT INTO identity_external (issuer, subject, person_id, linked_at)
      VALUES (\(name), \(subject), \(id), \(Scenario.start))
      """)
    try kommune.sql(
      """
      UPDATE identity_session SET issuer = \(name), issuer_session = \(SHA256(session).hex)
      WHERE person_id = \(id)
      """)
    try kommune.sql(
      """
      INSERT INTO identity_login_answer (attempt_hash, forgotten_at)
      VALUES (\(mark.text), \(Scenario.start.adding(days: 1)))
      """)
    let number = mark == .a ? "942110464" : "935478715"
    try kommune.run(SetOrganisationNumber(try OrganisationNumber(number).orNotFound()))
  }
}
