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
    let kommune = try work.tenant.name
    let nb = Moment.text(work.now, in: .bokmål)
    let nn = Moment.text(work.now, in: .nynorsk)
    return try .fromKommune(
      to: person, at: address,
      Text(nb: "Passordet ditt er endret", nn: "Passordet ditt er endra"),
      Text(
        nb: """
          Passordet ditt til Samråd i \(kommune) ble valgt \(nb).

          Var det ikke deg? Ta kontakt med kommunen med en gang.
          """,
        nn: """
          Passordet ditt til Samråd i \(kommune) vart valt \(nn).

          Var det ikkje deg? Ta kontakt med kommunen med ein gong.
          """), uselessAt: work.now.adding(days: 7), in: work)
  }
}
