/// What `--help` prints.
enum Help {
  /// Every command on a line.
  static func overview(_ commands: [Command]) -> String {
    let width = commands.map { line(for: $0).count }.max() ?? 0
    let lines = commands.map { command in
      let line = line(for: command)
      return "  \(line)\(String(repeating: " ", count: width - line.count))  \(command.summary)"
    }
    return """
      Samråd: user councils of Norwegian kommuner, and those who must listen to them.

      \(lines.joined(separator: "\n"))

      Every option can be set in the environment: --database is SAMRAD_DATABASE.
      More on one command: samrad COMMAND --help
      """
  }

  /// One command with its options.
  static func text(for command: Command) -> String {
    let options = command.options.map { option in
      let name = "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
      return "  \(name)\(String(repeating: " ", count: max(1, 24 - name.count)))\(option.help)"
    }
    let tail = options.isEmpty ? "" : "\n\n" + options.joined(separator: "\n")
    return "\(line(for: command))\n\n\(command.summary).\(tail)"
  }

  /// How a command is written.
  static func line(for command: Command) -> String {
    (["samrad"] + command.name + command.positions).joined(separator: " ")
      + (command.options.isEmpty ? "" : " [options]")
  }
}
