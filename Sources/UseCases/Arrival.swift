import Database

/// A kommune as it stands now, and who came to it.
package struct Arrival: Sendable {
  package let tenant: Tenant
  package let actor: Actor
  /// Whether the session has a password behind it and still waits for a one-time code: nobody yet.
  package let isHalfway: Bool
  /// Whether one-time codes are demanded of them that they have not set up: they do nothing else first.
  package let owesCode: Bool
  /// Whether the session or token should be noted as used now; it is a minute since it last was.
  package let isUnnoted: Bool

  /// Somebody in a kommune.
  package init(
    tenant: Tenant, actor: Actor, isHalfway: Bool = false, owesCode: Bool = false,
    isUnnoted: Bool = false
  ) {
    self.tenant = tenant
    self.actor = actor
    self.isHalfway = isHalfway
    self.owesCode = owesCode
    self.isUnnoted = isUnnoted
  }
}

/// Who came, once the database has said so.
///
/// A request's first question, who this is, travels together with the first query of what was asked,
/// to save a round trip. Until the answer is there nobody has come; and when it says that nobody may,
/// what the query found is thrown away with the transaction.
final class Doorway {
  private let ask: () throws -> Arrival
  private var answer: Result<Arrival, any Error>?

  init(_ ask: @escaping () throws -> Arrival) { self.ask = ask }

  /// Who came.
  ///
  /// - Throws: why nobody is let in; the same each time.
  func arrival() throws -> Arrival {
    let answer = answer ?? Result { try ask() }
    self.answer = answer
    return try answer.get()
  }
}
