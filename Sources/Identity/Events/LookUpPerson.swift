import HTML
import Kernel
import UseCases
import Web

/// Finds the id by which the event log knows whoever has an e-mail address.
///
/// The address is sent and stands in no address on the net, no history and no log (ASVS 14.2.1); the
/// id may. Looking somebody up is an event (decision 22).
package struct LookUpPerson: UseCase, Readable {
  let email: EmailAddress?

  package static let permission = Permission.readEventLog
  package static let changes = false
  package static let leavesTrace = true

  package init(_ input: inout Input) {
    email = input.email("email", "The address they sign in with.")
  }

  package func perform(in work: borrowing Work) throws -> [FoundPerson] {
    try work.require(Self.permission)
    let found = try work.rows(
      "SELECT id, name FROM identity_person WHERE email = \(email?.text ?? "")",
      as: FoundPerson.init)
    let who = found.first.map { "\($0.id)" } ?? "unknown"
    try work.recordOnceAnHour("person-looked-up", work.newID() as ID<Never>, ["person": who])
    return found
  }

  static let routes = Route.asking(
    Self.self, api: "/events/person", page: IdentityPaths.personInEvents,
    "The id of whoever has an e-mail address, to filter the event log by; asking is an event too."
  ) { found, page in
    guard let person = found.first else {
      let nobody = page.say(
        nb: "Ingen i kommunen har denne adressen.", nn: "Ingen i kommunen har denne adressa.")
      return page.personLookUp("<p>\(nobody)</p>")
    }
    let link = page.link(IdentityPaths.events().asking("person", "\(person.id)"))
    let text = page.say(
      nb: "Vis det \(person.name) har gjort", nn: "Vis det \(person.name) har gjort")
    return page.personLookUp("<p><a href=\"\(link)\">\(text)</a></p>")
  }
}

/// Somebody the event log may know.
package struct FoundPerson: JSONRecord {
  package let id: ID<Person>
  package let name: String

  package static let shape = Shape<FoundPerson>(
    "FoundPerson",
    [Field("id", "The person's id.") { $0.id }, Field("name", "Their name.") { $0.name }])
}
