import Kernel

/// Why the service as a whole does not answer.
enum ServiceRefusal: Refusal {
  case kommuneIsSuspended

  var kind: RefusalKind { .notFound }
  var text: Text {
    Text(
      nb: "Denne kommunens brukerråd er ikke i drift her nå.",
      nn: "Brukarråda i denne kommunen er ikkje i drift her no.",
      en: "This kommune is suspended on this instance.")
  }
}
