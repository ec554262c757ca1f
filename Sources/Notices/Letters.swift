import Crypto
import Database
import Kernel
import UseCases

/// The outbox of a kommune: letters are posted in the transaction of what they tell of, so nothing
/// is lost between saved and told, and nothing is told that was not saved.
package enum Letters {
  /// Posts a letter; where the host sends no mail, or no mail can be sent to the address, nothing
  /// happens.
  ///
  /// - Returns: the posted letter's id.
  @discardableResult
  package static func post(_ letter: Letter, in work: borrowing Work) throws -> ID<Letter>? {
    guard work.instance.sendsLetters, let key = work.instance.key,
      let address = MailAddress(letter.address)
    else { return nil }
    let id: ID<Letter> = work.newID()
    let content = Content(address: address, body: letter.body)
    let sealed = key.seal(content.bytes, label(id, try work.tenant.id))
    try work.run(
      """
      INSERT INTO notices_letter (id, person_id, language, subject, sealed, created_at, useless_at,
        next_try_at, tries, state)
      VALUES (\(id), \(letter.person), \(letter.language), \(letter.subject), \(sealed),
        \(work.now), \(letter.uselessAt), \(work.now), 0, \(LetterState.waiting))
      """)
    return id
  }

  /// Takes a letter back in the transaction that posted it, when it turns out to be to nobody.
  ///
  /// The statement runs in any case, so that the time does not tell.
  package static func withdraw(
    _ id: ID<Letter>?, if isToNobody: Bool, in work: borrowing Work
  ) throws {
    try work.run("DELETE FROM notices_letter WHERE id = \(id) AND \(isToNobody)")
  }

  /// What a waiting letter says and to whom; nil without the key it was sealed with.
  package static func open(
    _ sealed: String, _ id: ID<Letter>, of tenant: TenantID, with key: InstanceKey
  ) -> Content? {
    key.open(sealed, label(id, tenant)).flatMap(Content.init(bytes:))
  }

  /// What is sealed of a letter.
  package struct Content: Sendable {
    package let address: MailAddress
    package let body: String

    init(address: MailAddress, body: String) {
      self.address = address
      self.body = body
    }

    /// The address stands on the first line.
    init?(bytes: [UInt8]) {
      let text = String(decoding: bytes, as: UTF8.self)
      let halves = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let address = MailAddress(String(halves[0])) else { return nil }
      self.init(address: address, body: String(halves[1]))
    }

    var bytes: [UInt8] { Array("\(address.text)\n\(body)".utf8) }
  }

  /// A kommune's letter opens for that kommune and that letter only.
  private static func label(_ id: ID<Letter>, _ tenant: TenantID) -> InstanceKey.Label {
    InstanceKey.Label("letter", kommune: tenant.number, record: "\(id)")
  }
}
