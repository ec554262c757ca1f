import Database
import Kernel
import Notices
import UseCases
import Web

/// Somebody a module writes a letter to.
package struct Recipient: Sendable {
  package let id: ID<Person>
  let address: String
}

extension People {
  /// Who holds a role in any of some units and councils, or in the whole kommune, each once; disabled
  /// people do not.
  package static func recipients(
    holding role: Role, in scopes: [ID<Never>], _ work: borrowing Work
  ) throws -> [Recipient] {
    try work.rows(
      """
      SELECT DISTINCT p.id, p.email FROM identity_grant g
      JOIN identity_person p ON p.id = g.person_id
      WHERE g.role = \(role) AND (g.scope_id IS NULL OR g.scope_id IN (\(list: scopes)))
        AND p.status = \(PersonStatus.active)
      ORDER BY p.id
      """, as: Recipient.init)
  }

  /// Writes to somebody, with a link to the page it is about.
  package static func write(
    to recipient: Recipient, _ subject: Text, _ body: Text, page: Target, useless: Instant,
    in work: borrowing Work
  ) throws {
    let link = try work.instance.address(of: work.tenant) + page.path
    let letter = try Letter.fromKommune(
      to: recipient.id, at: recipient.address, subject,
      Text(nb: "\(body.nb)\n\n\(link)", nn: "\(body.nn)\n\n\(link)"), uselessAt: useless,
      in: work)
    try Letters.post(letter, in: work)
  }
}
