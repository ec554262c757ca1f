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
    let tenant = try work.tenant
    let link = work.instance.address(of: tenant) + link.path
    let nb = Moment.text(expiresAt, in: .bokmål)
    let nn = Moment.text(expiresAt, in: .nynorsk)
    return Letter(
      to: person, at: address, from: tenant,
      Text(
        nb: "Lenken din til Samråd i \(tenant.name)",
        nn: "Lenkja di til Samråd i \(tenant.name)"),
      Text(
        nb: """
          Hei!

          Du er invitert til Samråd, der brukerrådene i \(tenant.name) gjør arbeidet sitt.
          Velg et passord her:

          \(link)

          Lenken virker én gang, til \(nb).

          Har du ikke bedt om dette, og vet ikke hva det gjelder? Da trenger du ikke å gjøre noe.

          Hilsen \(tenant.name)

          """,
        nn: """
          Hei!

          Du er invitert til Samråd, der brukarråda i \(tenant.name) gjer arbeidet sitt.
          Vel eit passord her:

          \(link)

          Lenkja verkar éin gong, til \(nn).

          Har du ikkje bede om dette, og veit ikkje kva det gjeld? Då treng du ikkje å gjere noko.

          Helsing \(tenant.name)

          """), uselessAt: expiresAt)
  }
}
