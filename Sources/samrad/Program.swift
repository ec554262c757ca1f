import Database
import Glibc
import Kernel
import Transport

/// The command line: finds the command, runs it, and says in a sentence what went wrong.
enum Program {
  /// Every command, in the order `--help` lists them.
  static let commands: [Command] = [
    [.demo, .serve, .migrate, .doctor], Command.tenants, [.importUnits, .importCouncils],
    Command.users,
    Command.tokens, Command.logins,
    [.routes, .openAPI, .version],
  ].flatMap { $0 }

  /// Runs a command and gives its exit code: 0 done, 1 refused, 2 wrong usage.
  static func run(_ words: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    do {
      let (command, rest) = try find(words)
      guard !rest.contains("--help") else {
        Output.result(Help.text(for: command))
        return 0
      }
      try command.run(try Arguments(rest, of: command))
      return 0
    } catch {
      return report(error)
    }
  }

  private static func find(_ words: [String]) throws -> (Command, [String]) {
    guard let first = words.first else { throw UsageError("Say what to do.") }
    guard first != "--help", first != "help" else {
      Output.result(Help.overview(commands))
      exit(0)
    }
    let words = first == "--version" ? ["version"] + words.dropFirst() : words
    let matches = commands.filter { words.starts(with: $0.name) }
    if let command = matches.max(by: { $0.name.count < $1.name.count }) {
      return (command, Array(words.dropFirst(command.name.count)))
    }
    let group = commands.filter { $0.name.first == first }
    guard !group.isEmpty else { throw UsageError("There is no command «\(first)».") }
    if words.contains("--help") {
      Output.result(Help.overview(group))
      exit(0)
    }
    let known = group.map { $0.name.joined(separator: " ") }.joined(separator: ", ")
    throw UsageError("Say which: \(known).")
  }

  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let error as UsageError:
      Output.problem("\(error.text) See: samrad --help")
      return 2
    case let refusal as any Refusal:
      Output.problem(refusal.text.en)
      for field in refusal.fields { Output.line("  \(field.field): \(field.text.en)") }
    case let error as DatabaseError: Output.problem(sentence(error))
    case let error as TransportError: Output.problem("\(error)")
    default: Output.problem("\(error)")
    }
    return 1
  }

  private static func sentence(_ error: DatabaseError) -> String {
    switch error.kind {
    case .unreachable, .connectionLost:
      "The database cannot be reached: \(oneLine(error.message)). Check --database."
    case .notWritable: "The database cannot be written: \(error.message)."
    case .outcomeUnknown:
      "The connection broke while saving. Check whether it was saved before you try again."
    case .alreadyExists: "Somebody else did this at the same time. Nothing was changed."
    case .other where error.message.contains("(42501)"):
      "The database's role may not do this. Connect as the owner, samrad_owner."
    default: "The database refused: \(error.debugDescription)"
    }
  }

  /// libpq's own words are several lines, and end as they please.
  private static func oneLine(_ message: String) -> String {
    let line = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(line.reversed().drop { ".?! ".contains($0) }.reversed())
  }
}

/// The command was written wrongly.
struct UsageError: Error {
  let text: String

  init(_ text: String) { self.text = text }
}
