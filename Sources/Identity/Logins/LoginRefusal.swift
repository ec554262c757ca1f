import Kernel
import OpenID

/// Why nobody is let in by an issuer, in words for people who only wanted to sign in.
///
/// What stands in parentheses is for whoever set the login up; it holds nothing secret.
package enum LoginRefusal: Refusal, Equatable {
  case instanceHasNoKey
  case issuerDoesNotAnswer
  case issuerIsNotWhoItShouldBe
  case loginWasCalledOff
  case answerFitsNoQuestion
  case answerCameTooLate
  case answerIsNotBelieved(String)
  case levelIsTooLow
  case nobodyHasThisLogin
  case loginBelongsToSomebodyElse
  case personHasAnotherSuchLogin
  case onlyWayInStays

  package var kind: RefusalKind {
    switch self {
    case .instanceHasNoKey, .issuerDoesNotAnswer, .issuerIsNotWhoItShouldBe: .unavailable
    case .loginWasCalledOff, .answerFitsNoQuestion, .answerCameTooLate,
      .loginBelongsToSomebodyElse, .personHasAnotherSuchLogin, .onlyWayInStays:
      .conflict
    case .answerIsNotBelieved, .levelIsTooLow, .nobodyHasThisLogin: .forbidden
    }
  }

  package var retryAfter: Int? { self == .issuerDoesNotAnswer ? 10 : nil }

  /// Runs the slow part, and tells what the issuer did in the words above.
  static func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch TokenProblem.levelIsTooLow {
      throw levelIsTooLow
    } catch let problem as TokenProblem {
      throw answerIsNotBelieved("\(problem)")
    } catch is ExchangeRefused {
      throw answerIsNotBelieved("codeIsRefused")
    } catch IssuerProblem.isNotWhoItShouldBe {
      throw issuerIsNotWhoItShouldBe
    } catch is IssuerProblem {
      throw issuerDoesNotAnswer
    }
  }

  package var text: Text {
    switch self {
    case .instanceHasNoKey:
      Text(
        nb: "Denne innloggingen er ikke satt opp ferdig. Bruk passord, eller spør kommunen.",
        nn: "Denne innlogginga er ikkje sett opp ferdig. Bruk passord, eller spør kommunen.",
        en: "This login is not set up: the instance has no --secret-file.")
    case .issuerDoesNotAnswer:
      Text(
        nb: "Innloggingstjenesten svarer ikke akkurat nå. Vent litt og prøv igjen.",
        nn: "Innloggingstenesta svarer ikkje akkurat no. Vent litt og prøv igjen.",
        en: "The login service does not answer just now. Wait a moment, then try again.")
    case .issuerIsNotWhoItShouldBe:
      Text(
        nb: "Innloggingstjenesten er satt opp feil. Si fra til kommunen.",
        nn: "Innloggingstenesta er sett opp feil. Sei frå til kommunen.",
        en: "The login service calls itself something else. Check the issuer of the login.")
    case .loginWasCalledOff:
      Text(
        nb: "Innloggingen ble avbrutt. Prøv igjen når du vil.",
        nn: "Innlogginga vart avbroten. Prøv igjen når du vil.",
        en: "The login was called off. Try again whenever you like.")
    case .answerFitsNoQuestion:
      Text(
        nb: "Vi kjenner ikke igjen denne innloggingen. Begynn på nytt fra innloggingssiden.",
        nn: "Vi kjenner ikkje att denne innlogginga. Byrj på nytt frå innloggingssida.",
        en: "This answer fits no login that began in this browser. Start again.")
    case .answerCameTooLate:
      Text(
        nb: "Det gikk mer enn ti minutter. Begynn på nytt fra innloggingssiden.",
        nn: "Det gjekk meir enn ti minutt. Byrj på nytt frå innloggingssida.",
        en: "The login took more than ten minutes. Start again.")
    case .answerIsNotBelieved(let why):
      Text(
        nb: "Vi kunne ikke bekrefte innloggingen (\(why)). Begynn på nytt fra innloggingssiden.",
        nn: "Vi kunne ikkje stadfeste innlogginga (\(why)). Byrj på nytt frå innloggingssida.",
        en: "The login could not be confirmed (\(why)). Start again.")
    case .levelIsTooLow:
      Text(
        nb: "Innloggingen er ikke sikker nok her. Prøv igjen med en sikrere, for eksempel BankID.",
        nn: "Innlogginga er ikkje sikker nok her. Prøv igjen med ei sikrare, til dømes BankID.",
        en: "The login's level of assurance is too low. Choose a stronger one.")
    case .nobodyHasThisLogin:
      Text(
        nb: "Kommunen har ingen bruker med denne innloggingen. Åpne lenken i invitasjonen din og "
          + "velg innloggingen der, eller logg inn med passord og knytt den til på Min side.",
        nn: "Kommunen har ingen brukar med denne innlogginga. Opne lenkja i invitasjonen din og "
          + "vel innlogginga der, eller logg inn med passord og knyt ho til på Mi side.",
        en: "Nobody here has this login. Open your invitation and choose the login there.")
    case .loginBelongsToSomebodyElse:
      Text(
        nb: "Denne innloggingen er knyttet til en annen bruker i kommunen. Spør kommunen.",
        nn: "Denne innlogginga er knytt til ein annan brukar i kommunen. Spør kommunen.",
        en: "This login belongs to somebody else here. Ask the kommune.")
    case .personHasAnotherSuchLogin:
      Text(
        nb: "Du har alt en annen innlogging herfra. Fjern den først på Min side.",
        nn: "Du har alt ei anna innlogging herifrå. Fjern ho først på Mi side.",
        en: "You have another login of this kind. Remove that one first.")
    case .onlyWayInStays:
      Text(
        nb: "Dette er den eneste måten du kan logge inn på. Be kommunen om en lenke for å velge "
          + "passord før du fjerner den.",
        nn: "Dette er den einaste måten du kan logge inn på. Be kommunen om ei lenkje for å velje "
          + "passord før du fjernar ho.",
        en: "This is your only way in. Choose a password first.")
    }
  }
}
