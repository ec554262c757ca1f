import Database
import Kernel
import Web

/// What is answered when it is not the caller's fault, or when no page can be shown.
enum Failure {
  static func response(
    _ error: any Error, to request: Request, log: @Sendable (String) -> Void
  ) -> Response {
    switch error {
    case let refusal as any Refusal: return refused(refusal, request)
    case let error as DatabaseError: return database(error, request, log)
    case is SpoolError:
      log("request \(request.id): no room for temporary files")
      return unavailable("try-again", tryAgain, request)
    default:
      log("request \(request.id): \(error)")
      return problem(500, "internal-error", unexpected, request)
    }
  }

  private static func refused(_ refusal: any Refusal, _ request: Request) -> Response {
    var response =
      wantsHTML(request)
      ? PlainPage.response(refusal.kind.rawValue, refusal.text)
      : Problem.response(refusal, in: Languages.ofAPI(request), requestID: request.id)
    response.tellWhenToRetry(refusal)
    return response
  }

  private static func database(
    _ error: DatabaseError, _ request: Request, _ log: @Sendable (String) -> Void
  ) -> Response {
    log("request \(request.id): \(error.debugDescription)")
    switch error.kind {
    case .alreadyExists, .missingReference, .checkFailed, .recordIsFrozen, .conflict:
      return problem(409, "does-not-fit", doesNotFit, request)
    case .outcomeUnknown: return unavailable("outcome-unknown", outcomeUnknown, request)
    case .unreachable, .connectionLost, .timeout, .notWritable:
      return unavailable("try-again", tryAgain, request)
    case .unexpectedValue, .other: return problem(500, "internal-error", unexpected, request)
    }
  }

  private static func unavailable(_ code: String, _ text: Text, _ request: Request) -> Response {
    var response = problem(503, code, text, request)
    response.headers.set("Retry-After", "5")
    return response
  }

  private static func problem(
    _ status: Int, _ code: String, _ text: Text, _ request: Request
  ) -> Response {
    wantsHTML(request)
      ? PlainPage.response(status, text)
      : Problem.response(
        status: status, code: code, title: text[Languages.ofAPI(request)],
        requestID: request.id)
  }

  private static func wantsHTML(_ request: Request) -> Bool {
    (request.headers["Accept"] ?? "").contains("text/html")
  }

  private static let unexpected = Text(
    nb: "Noe gikk galt hos oss. Ingenting er lagret. Prøv igjen om litt.",
    nn: "Noko gjekk gale hos oss. Ingenting er lagra. Prøv igjen om litt.",
    en: "Something went wrong on our side. Nothing was saved. Try again in a moment.")
  private static let doesNotFit = Text(
    nb: "Noen andre gjorde noe samtidig. Ingenting er lagret. Last siden på nytt og prøv igjen.",
    nn: "Nokon andre gjorde noko samstundes. Ingenting er lagra. Last sida på nytt og prøv igjen.",
    en: "This does not fit what is there now. Nothing was saved. Read again, then retry.")
  private static let outcomeUnknown = Text(
    nb: "Forbindelsen falt ut mens vi lagret. Se etter om det ble lagret før du prøver igjen.",
    nn: "Sambandet fall ut medan vi lagra. Sjå etter om det vart lagra før du prøver igjen.",
    en: "The connection broke while saving. Check whether it was saved before you retry.")
  private static let tryAgain = Text(
    nb: "Vi får ikke svart akkurat nå. Ingenting er lagret. Prøv igjen om litt.",
    nn: "Vi får ikkje svart akkurat no. Ingenting er lagra. Prøv igjen om litt.",
    en: "We cannot answer just now. Nothing was saved. Try again in a moment.")
}
