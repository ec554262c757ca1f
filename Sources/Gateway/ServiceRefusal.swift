import Kernel

/// Why the service as a whole does not answer.
enum ServiceRefusal: Refusal, Hashable {
  case kommuneIsSuspended
  case hostIsNotServedHere
  case methodNotAllowed
  case tooManyRequests(seconds: Int)

  var kind: RefusalKind {
    switch self {
    case .kommuneIsSuspended: .notFound
    case .hostIsNotServedHere: .misdirected
    case .methodNotAllowed: .methodNotAllowed
    case .tooManyRequests: .tooMany
    }
  }

  var retryAfter: Int? { if case .tooManyRequests(let seconds) = self { seconds } else { nil } }

  var text: Text {
    switch self {
    case .kommuneIsSuspended:
      Text(
        nb: "Denne kommunens brukerråd er ikke i drift her nå.",
        nn: "Brukarråda i denne kommunen er ikkje i drift her no.",
        en: "This kommune is suspended on this instance.")
    case .hostIsNotServedHere:
      Text(
        nb: "Denne adressen hører ikke til her. Se etter om den er skrevet feil.",
        nn: "Denne adressa høyrer ikkje til her. Sjå etter om ho er skriven feil.",
        en: "This host is not served here. Check the address.")
    case .methodNotAllowed:
      Text(
        nb: "Dette kan ikke gjøres på denne adressen. Gå tilbake og prøv igjen.",
        nn: "Dette kan ikkje gjerast på denne adressa. Gå tilbake og prøv igjen.",
        en: "Use another method here.")
    case .tooManyRequests(let seconds):
      Text(
        nb: "Det kom for mange forespørsler på en gang. Vent \(seconds) sekunder og prøv igjen.",
        nn: "Det kom for mange førespurnader på ein gong. Vent \(seconds) sekund og prøv igjen.",
        en: "Too many requests. Wait \(seconds) seconds, then try again.")
    }
  }
}
