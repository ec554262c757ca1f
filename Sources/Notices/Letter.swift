import Database
import Kernel
import UseCases

/// A letter to one person: plain text, without anything that somebody else wrote.
package struct Letter: Sendable {
  let person: ID<Person>
  let address: String
  let language: Language
  let subject: String
  let body: String
  let uselessAt: Instant

  /// A letter in the kommune's language.
  ///
  /// After `uselessAt` it is not sent any more, because its link no longer works.
  package init(
    to person: ID<Person>, at address: String, from tenant: Tenant, _ subject: Text, _ body: Text,
    uselessAt: Instant
  ) {
    self.person = person
    self.address = address
    language = tenant.language
    self.subject = subject[tenant.language]
    self.body = body[tenant.language]
    self.uselessAt = uselessAt
  }
}

/// Where a letter stands.
enum LetterState: String, Storable {
  case waiting
  case sent
  case failed
}
