import Kernel

/// Why somebody is turned away before the matter itself is looked at.
package enum AccessRefusal: Refusal {
  case youMustSignIn
  case youMayNotDoThis
  case oneTimeCodeComesFirst
  case thereIsNoSuchRecord

  package var kind: RefusalKind {
    switch self {
    case .youMustSignIn: .notSignedIn
    case .youMayNotDoThis, .oneTimeCodeComesFirst: .forbidden
    case .thereIsNoSuchRecord: .notFound
    }
  }

  package var text: Text {
    switch self {
    case .youMustSignIn:
      Text(
        nb: "Du må logge inn for å gjøre dette.", nn: "Du må logge inn for å gjere dette.",
        en: "You must sign in to do this.")
    case .youMayNotDoThis:
      Text(
        nb:
          "Du har ikke tilgang til å gjøre dette her. Spør administratoren hvis du mener det er feil.",
        nn:
          "Du har ikkje tilgang til å gjere dette her. Spør administratoren om du meiner det er feil.",
        en: "You may not do this here. Ask the administrator if you think this is wrong.")
    case .oneTimeCodeComesFirst:
      Text(
        nb: "Kommunen krever engangskode av deg. Sett den opp før du gjør noe annet.",
        nn: "Kommunen krev eingongskode av deg. Set han opp før du gjer noko anna.",
        en: "The kommune demands one-time codes of you: set them up at /account/one-time-code.")
    case .thereIsNoSuchRecord:
      Text(
        nb: "Vi finner ikke det du ser etter. Kanskje er adressen skrevet feil.",
        nn: "Vi finn ikkje det du ser etter. Kanskje er adressa skriven feil.",
        en: "There is no such record here. Check the address.")
    }
  }
}

extension Optional {
  /// The value, or the refusal that says there is no such record in this kommune.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, the same whether the record belongs to another
  ///   kommune or does not exist at all.
  package func orNotFound() throws -> Wrapped {
    guard let self else { throw AccessRefusal.thereIsNoSuchRecord }
    return self
  }
}
