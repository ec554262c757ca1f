import UseCases
import Web

extension Command {
  static let verifyTenant = Command(
    "tenant verify", ["SLUG"], options: [.database, .json],
    does: "walks a kommune's event log and names the first event that does not fit"
  ) { arguments in
    let slug = arguments.positions[0]
    let verdict = try Instance(arguments).inKommune(slug, .read) { try EventLog.verify(in: $0) }
    if arguments.has("json") { Output.json(VerifiedLog(slug: slug, verdict: verdict)) }
    switch verdict {
    case .whole(let count):
      if !arguments.has("json") { Output.result("The event log is whole: \(count) events.") }
    case .brokenAt(let number): throw InstanceRefusal.eventLogIsBroken(slug: slug, at: number)
    }
  }
}

/// What `samrad tenant verify --json` prints.
private struct VerifiedLog: JSONRecord {
  let slug: String
  let verdict: EventLog.Verdict

  static let shape = Shape<VerifiedLog>(
    "VerifiedLog",
    [
      Field("slug", "The kommune.") { $0.slug },
      Field("events", "How many events it has; null when the log is broken.") { log -> Int? in
        if case .whole(let count) = log.verdict { count } else { nil }
      },
      Field("brokenAt", "The number of the first event that does not fit, or null.") {
        log -> Int? in
        if case .brokenAt(let number) = log.verdict { number } else { nil }
      },
    ])
}
