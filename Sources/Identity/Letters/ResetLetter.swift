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
    let kommune = try work.tenant.name
    return try .carrying(
      link, until: expiresAt, to: person, at: address,
      Text(nb: "Nytt passord til Samråd i \(kommune)", nn: "Nytt passord til Samråd i \(kommune)"),
      purpose: Text(
        nb: """
          Noen, trolig du, har bedt om et nytt passord til Samråd i \(kommune).
          Velg det her:
          """,
        nn: """
          Nokon, truleg du, har bede om eit nytt passord til Samråd i \(kommune).
          Vel det her:
          """),
      otherwise: Text(
        nb: "Har du ikke bedt om dette? Da trenger du ikke å gjøre noe: passordet ditt er som før.",
        nn: "Har du ikkje bede om dette? Då treng du ikkje å gjere noko: passordet ditt er som før."
      ), in: work)
  }
}
