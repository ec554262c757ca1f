import Database
import Kernel
import Notices
import UseCases
import Web

extension Letter {
  /// That a password was chosen, so that nobody's is without their noticing; it has no link.
  static func passwordWasChosen(
    to person: ID<Person>, at address: String, in work: borrowing Work
  ) throws -> Letter {
    let tenant = try work.tenant
    let nb = Moment.text(work.now, in: .bokmål)
    let nn = Moment.text(work.now, in: .nynorsk)
    return Letter(
      to: person, at: address, from: tenant,
      Text(
        nb: "Passordet ditt er endret",
        nn: "Passordet ditt er endra"),
      Text(
        nb: """
          Hei!

          Passordet ditt til Samråd i \(tenant.name) ble valgt \(nb).

          Var det ikke deg? Ta kontakt med kommunen med en gang.

          Hilsen \(tenant.name)

          """,
        nn: """
          Hei!

          Passordet ditt til Samråd i \(tenant.name) vart valt \(nn).

          Var det ikkje deg? Ta kontakt med kommunen med ein gong.

          Helsing \(tenant.name)

          """), uselessAt: work.now.adding(days: 7))
  }
}
