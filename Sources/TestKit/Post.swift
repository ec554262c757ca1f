import Database
import Kernel
import Notices
import UseCases

/// A letter in a kommune's outbox, opened with the tests' key.
package struct PostedLetter: Sendable {
  package let id: ID<Letter>
  package let state: String
  package let tries: Int
  package let subject: String
  /// Nil once it is sent or given up.
  package let content: Letters.Content?

  /// The secret of the link in it.
  package var secret: String? {
    content?.body.split(whereSeparator: { "/ \n".contains($0) }).first { $0.hasPrefix("ski_") }
      .map(String.init)
  }
}

extension Kommune {
  /// Every letter in the outbox, in the order they were posted.
  package func letters() throws -> [PostedLetter] {
    try work(as: .host, .read) { work in
      try work.rows(
        "SELECT id, state, tries, subject, sealed FROM notices_letter ORDER BY created_at, id",
        as: { (id: ID<Letter>, state, tries, subject, sealed: String?) in
          let content = sealed.flatMap { sealed in
            Self.settings.key.flatMap { Letters.open(sealed, id, of: tenant.id, with: $0) }
          }
          return PostedLetter(
            id: id, state: state, tries: tries, subject: subject, content: content)
        })
    }
  }

  /// Somebody who sends the letters of this instance, by the test's clock.
  package func postman(
    log: @escaping @Sendable (String) -> Void = { _ in }, deliver: @escaping Postman.Delivering
  ) throws -> Postman {
    guard let sender = MailAddress("samrad@eksempel.no") else {
      throw AccessRefusal.thereIsNoSuchRecord
    }
    return Postman(
      at: location, of: settings, from: sender, clock: clock, statements: statements,
      log: log, deliver: deliver)
  }
}
