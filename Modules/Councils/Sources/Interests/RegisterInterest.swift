import Database
import Identity
import Kernel
import UseCases
import Web

/// Says that one may want to take part in a council that looks for somebody (R064).
///
/// Nobody needs an account. Whoever does so gets a link with which it can be deleted again.
package struct RegisterInterest: UseCase, Readable {
  let council: ID<Council>
  let group: String
  let name: String
  let email: EmailAddress?
  let about: String?
  let hasConsented: Bool

  package static let permission = Permission.registerInterest

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    group = input.text("group", "The code of the group one could sit for.")
    name = input.text("name", "Your name.")
    email = input.email("email", "Where you can be reached.")
    about = input.optionalText("about", max: 500, "Why you want to take part.")
    hasConsented = input.flag(
      "consent", "Consents to being read by whoever holds the election, until it is settled.")
  }

  /// Whoever says so twice stands here twice: an address proves nothing, so nobody can replace what
  /// another has written, or learn that they did.
  ///
  /// - Throws: `.consentIsMissing`; `.nobodyIsLookedFor`; `Throttle.Refusal.tooManyTries`.
  package func perform(in work: borrowing Work) throws -> RegisteredInterest {
    let council = try Council.find(council, in: work)
    guard hasConsented, let email else { throw Refusal.consentIsMissing }
    try PublicForms.count("interest", in: work)
    let groups = try OpenPlaces.groups(of: council, under: council.rules(in: work), in: work)
    guard groups.contains(where: { $0.code == group }) else { throw Refusal.nobodyIsLookedFor }
    let secret = PublicForms.newSecret()
    let until = OsloTime(work.now).day.adding(days: Interest.daysKept)
    let id: ID<Interest> = work.newID()
    try work.run(
      """
      INSERT INTO councils_interest
        (id, council_id, group_code, name, email, about, secret_hash, consented_at, kept_until)
      VALUES (\(id), \(council.id), \(group), \(name), \(email.text), \(about), \(PublicForms.digest(of: secret)),
        \(work.now), \(until))
      """)
    try work.record("interest-registered", id, ["council": "\(council.id)"])
    return RegisteredInterest(secret: secret, keptUntil: until)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/interests", page: CouncilsPaths.interestForm,
    form: CouncilsPaths.interestForm, "Say that you may want to take part in a council.",
    done: Text(
      nb: "Takk! Ta vare på adressen til denne siden: med den kan du slette det du skrev.",
      nn: "Takk! Ta vare på adressa til denne sida: med ho kan du slette det du skreiv."),
    location: { _ in CouncilsPaths.withdrawalInAPI() },
    then: { CouncilsPaths.ownInterest($0.secret) })
}

/// What whoever wants to take part is told.
package struct RegisteredInterest: JSONRecord {
  package let secret: String
  package let keptUntil: Day

  package static let shape = Shape<RegisteredInterest>(
    "RegisteredInterest",
    [
      Field("secret", "With it you can have it deleted; it is shown this once.") { $0.secret },
      Field("keptUntil", "The day it is deleted anyway.") { $0.keptUntil },
    ])
}

extension RegisterInterest {
  /// Why it is not taken.
  package enum Refusal: Kernel.Refusal, Equatable {
    case consentIsMissing
    case nobodyIsLookedFor

    package var kind: RefusalKind { self == .consentIsMissing ? .invalid : .conflict }

    package var fields: [FieldProblem] {
      self == .consentIsMissing ? [FieldProblem("consent", text)] : []
    }

    package var text: Text {
      switch self {
      case .consentIsMissing:
        Text(
          nb: "Kryss av for at du samtykker. Uten det lagrer vi ingenting.",
          nn: "Kryss av for at du samtykkjer. Utan det lagrar vi ingenting.",
          en: "Send \"consent\": true. Without it nothing is kept.")
      case .nobodyIsLookedFor:
        Text(
          nb: "Rådet søker ikke folk til denne gruppen nå. Velg en annen, eller kom igjen senere.",
          nn: "Rådet søkjer ikkje folk til denne gruppa no. Vel ei anna, eller kom att seinare.",
          en: "The council looks for nobody to this group now. Choose another, or come back later.")
      }
    }
  }
}
