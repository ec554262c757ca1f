import Database
import Kernel
import Notices
import UseCases
import Web

extension Letter {
  /// A letter between a greeting and the kommune's name.
  static func fromKommune(
    to person: ID<Person>, at address: String, _ subject: Text, _ body: Text, uselessAt: Instant,
    in work: borrowing Work
  ) throws -> Letter {
    let tenant = try work.tenant
    return Letter(
      to: person, at: address, from: tenant, subject,
      Text(
        nb: "Hei!\n\n\(body.nb)\n\nHilsen \(tenant.name)\n",
        nn: "Hei!\n\n\(body.nn)\n\nHelsing \(tenant.name)\n"), uselessAt: uselessAt)
  }

  /// A letter about a link that works once: what it is for, the link, and what to do otherwise.
  static func carrying(
    _ link: Target, until expiresAt: Instant, to person: ID<Person>, at address: String,
    _ subject: Text, purpose: Text, otherwise: Text, in work: borrowing Work
  ) throws -> Letter {
    let link = try work.instance.address(of: work.tenant) + link.path
    let nb = "Lenken virker én gang, til \(Moment.text(expiresAt, in: .bokmål))."
    let nn = "Lenkja verkar éin gong, til \(Moment.text(expiresAt, in: .nynorsk))."
    return try fromKommune(
      to: person, at: address, subject,
      Text(
        nb: "\(purpose.nb)\n\n\(link)\n\n\(nb)\n\n\(otherwise.nb)",
        nn: "\(purpose.nn)\n\n\(link)\n\n\(nn)\n\n\(otherwise.nn)"), uselessAt: expiresAt, in: work)
  }
}
