import Database
import Kernel
import Notices
import UseCases
import Web

extension Letter {
  /// The link with which somebody chooses a password because the kommune invites them.
  static func invitation(
    _ link: Target, until expiresAt: Instant, to person: ID<Person>, at address: String,
    in work: borrowing Work
  ) throws -> Letter {
    let kommune = try work.tenant.name
    return try .carrying(
      link, until: expiresAt, to: person, at: address,
      Text(nb: "Lenken din til Samråd i \(kommune)", nn: "Lenkja di til Samråd i \(kommune)"),
      purpose: Text(
        nb: """
          Du er invitert til Samråd, der brukerrådene i \(kommune) gjør arbeidet sitt.
          Velg et passord her:
          """,
        nn: """
          Du er invitert til Samråd, der brukarråda i \(kommune) gjer arbeidet sitt.
          Vel eit passord her:
          """),
      otherwise: Text(
        nb: """
          Har du ikke bedt om dette, og vet ikke hva det gjelder?
          Da trenger du ikke å gjøre noe.
          """,
        nn: """
          Har du ikkje bede om dette, og veit ikkje kva det gjeld?
          Då treng du ikkje å gjere noko.
          """), in: work)
  }
}
