import Database
import Kernel
import OpenID
import UseCases

/// Who holds which login: an issuer's name for somebody belongs to one person here, by their own act.
///
/// Never by their e-mail address: an issuer that lets people write it themselves would let anybody
/// be anybody.
enum LoginHolder {
  /// The person with that login.
  ///
  /// - Throws: `LoginRefusal.nobodyHasThisLogin`, also for somebody who was disabled.
  static func person(with subject: SignedInSubject, in work: borrowing Work) throws -> ID<Person> {
    let person: ID<Person>? = try work.value(
      """
      SELECT p.id FROM identity_external e JOIN identity_person p ON p.id = e.person_id
      WHERE e.issuer = \(subject.issuer) AND e.subject = \(subject.subject)
        AND p.status = \(PersonStatus.active)
      """)
    guard let person else { throw LoginRefusal.nobodyHasThisLogin }
    return person
  }

  /// Uses up an invitation, and gives the login to whom it invites.
  ///
  /// - Throws: `AcceptInvitation.Refusal.linkIsUsedOrTooOld`; as `give`.
  static func accept(
    _ invitation: String, with subject: SignedInSubject, login: String, in work: borrowing Work
  ) throws -> ID<Person> {
    let person: ID<Person>? = try work.value(
      """
      UPDATE identity_invitation SET used_at = \(work.now)
      WHERE token_hash = \(invitation) AND used_at IS NULL AND expires_at > \(work.now)
        AND person_id IN
          (SELECT id FROM identity_person WHERE status = \(PersonStatus.active))
      RETURNING person_id
      """)
    guard let person else { throw LoginRefusal.answerFitsNoQuestion }
    try Invitation.endLinks(of: person, in: work)
    try work.run("DELETE FROM identity_session WHERE person_id = \(person)")
    try work.run("DELETE FROM identity_device WHERE person_id = \(person)")
    try give(subject, to: person, login: login, in: work)
    return person
  }

  /// Gives the login to whoever is signed in, if they are who asked for it.
  ///
  /// - Throws: `LoginRefusal.answerFitsNoQuestion`; as `give`.
  static func link(
    _ subject: SignedInSubject, to person: ID<Person>, login: String, in work: borrowing Work
  ) throws -> ID<Person> {
    guard work.actor.member?.id == person else { throw LoginRefusal.answerFitsNoQuestion }
    try give(subject, to: person, login: login, in: work)
    return person
  }

  /// - Throws: `LoginRefusal.loginBelongsToSomebodyElse`, `.personHasAnotherSuchLogin`.
  private static func give(
    _ subject: SignedInSubject, to person: ID<Person>, login: String, in work: borrowing Work
  ) throws {
    try work.run(
      """
      INSERT INTO identity_external (issuer, subject, person_id, linked_at)
      VALUES (\(subject.issuer), \(subject.subject), \(person), \(work.now))
      ON CONFLICT DO NOTHING
      """)
    let holder: ID<Person>? = try work.value(
      """
      SELECT person_id FROM identity_external
      WHERE issuer = \(subject.issuer) AND subject = \(subject.subject)
      """)
    guard let holder else { throw LoginRefusal.personHasAnotherSuchLogin }
    guard holder == person else { throw LoginRefusal.loginBelongsToSomebodyElse }
    try work.record("login-linked", person, ["login": login])
  }
}
