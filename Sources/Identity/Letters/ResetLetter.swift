import Database
import Kernel
import Notices
import UseCases
import Web

extension Letter {
  /// The link for whoever says that they forgot their password.
  static func passwordReset(
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
        nb: "Nytt passord til Samråd i \(tenant.name)",
        nn: "Nytt passord til Samråd i \(tenant.name)"),
      Text(
        nb: """
          Hei!

          Noen, trolig du, har bedt om et nytt passord til Samråd i \(tenant.name).
          Velg det her:

          \(link)

          Lenken virker én gang, til \(nb).

          Har du ikke bedt om dette? Da trenger du ikke å gjøre noe: passordet ditt er som før.

          Hilsen \(tenant.name)

          """,
        nn: """
          Hei!

          Nokon, truleg du, har bede om eit nytt passord til Samråd i \(tenant.name).
          Vel det her:

          \(link)

          Lenkja verkar éin gong, til \(nn).

          Har du ikkje bede om dette? Då treng du ikkje å gjere noko: passordet ditt er som før.

          Helsing \(tenant.name)

          """), uselessAt: expiresAt)
  }
}
