import Kernel

/// Why a request is refused before any use case sees it.
package enum RequestRefusal: Refusal {
  case bodyIsNotJSON
  case bodyIsNotAForm
  case bodyIsTooLarge
  case queryIsNotReadable
  case contentTypeIsUnknown
  case formIsNotFromHere
  case idempotencyKeyIsNotReadable
  case idempotencyKeyWasUsedForSomethingElse

  package var kind: RefusalKind {
    switch self {
    case .bodyIsNotJSON, .bodyIsNotAForm, .contentTypeIsUnknown, .queryIsNotReadable,
      .idempotencyKeyIsNotReadable:
      .malformed
    case .bodyIsTooLarge: .tooLarge
    case .formIsNotFromHere: .forbidden
    case .idempotencyKeyWasUsedForSomethingElse: .invalid
    }
  }

  package var text: Text {
    switch self {
    case .bodyIsNotJSON:
      Text(
        nb: "Vi kan ikke lese det som ble sendt.", nn: "Vi kan ikkje lese det som vart sendt.",
        en: "The body is not a JSON object in UTF-8 without duplicate keys or fractions.")
    case .bodyIsNotAForm:
      Text(
        nb: "Vi kan ikke lese skjemaet. Last siden på nytt og prøv igjen.",
        nn: "Vi kan ikkje lese skjemaet. Last sida på nytt og prøv igjen.",
        en: "The body is not a form in UTF-8 with each field once.")
    case .bodyIsTooLarge:
      Text(
        nb: "Filen er for stor: høyst 20 MB. Gjør den mindre, eller del den.",
        nn: "Fila er for stor: høgst 20 MB. Gjer ho mindre, eller del ho.",
        en: "The file is too large: at most 20 MiB. Make it smaller, or divide it.")
    case .contentTypeIsUnknown:
      Text(
        nb: "Vi kan ikke lese det som ble sendt.", nn: "Vi kan ikkje lese det som vart sendt.",
        en: "Send the body as application/json.")
    case .queryIsNotReadable:
      Text(
        nb: "Vi kan ikke lese adressen. Gå tilbake og prøv igjen.",
        nn: "Vi kan ikkje lese adressa. Gå tilbake og prøv igjen.",
        en: "The query is not percent-encoded UTF-8 with each field once.")
    case .formIsNotFromHere:
      Text(
        nb:
          "Skjemaet er for gammelt, eller kom fra et annet nettsted. Last siden på nytt og send igjen.",
        nn:
          "Skjemaet er for gammalt, eller kom frå ein annan nettstad. Last sida på nytt og send igjen.",
        en: "The form is too old or came from another site. Load the page again and resend it.")
    case .idempotencyKeyIsNotReadable:
      Text(
        nb: "Last siden på nytt og prøv igjen.", nn: "Last sida på nytt og prøv igjen.",
        en: "An Idempotency-Key has 8 to 100 letters, digits or -._~.")
    case .idempotencyKeyWasUsedForSomethingElse:
      Text(
        nb: "Dette skjemaet er allerede sendt med noe annet. Last siden på nytt og prøv igjen.",
        nn: "Dette skjemaet er alt sendt med noko anna. Last sida på nytt og prøv igjen.",
        en: "This Idempotency-Key was used for another request. Use a new key.")
    }
  }
}
