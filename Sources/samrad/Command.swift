/// One command: its words, what it takes, and what it does.
struct Command: Sendable {
  /// The words it starts with: `tenant add`.
  let name: [String]
  /// The names of what must follow, in order.
  let positions: [String]
  let options: [Option]
  let summary: String
  let run: @Sendable (Arguments) throws -> Void

  init(
    _ name: String, _ positions: [String] = [], options: [Option] = [], does summary: String,
    run: @escaping @Sendable (Arguments) throws -> Void
  ) {
    self.name = name.split(separator: " ").map(String.init)
    self.positions = positions
    self.options = options
    self.summary = summary
    self.run = run
  }
}

/// One option of a command, which an environment variable may set too.
struct Option: Sendable {
  let name: String
  /// What stands for its value in the help; nil for a switch.
  let value: String?
  let help: String

  init(_ name: String, _ value: String?, _ help: String) {
    self.name = name
    self.value = value
    self.help = help
  }

  /// `--public-url` is also `SAMRAD_PUBLIC_URL`.
  var variable: String {
    "SAMRAD_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  static let database = Option(
    "database", "URL", "sqlite:FOLDER or postgres://…, where the instance keeps its data")
  static let publicURL = Option(
    "public-url", "URL", "where people reach the instance (http://127.0.0.1:8080)")
  static let secretFile = Option(
    "secret-file", "FILE", "32 secret bytes that seal what must be read again")
  static let smtpURL = Option(
    "smtp-url", "URL", "smtp://[user:password@]host[:port] or smtps://…, which takes our letters")
  static let smtpCA = Option(
    "smtp-ca", "FILE", "certificates to check the mail server's with, instead of the system's")
  static let mailFrom = Option("mail-from", "EMAIL", "the address letters are from")
  static let noMail = Option("no-mail", nil, "send no letter")
  /// What a command takes that posts letters; the server sends them.
  static let posting = [publicURL, secretFile, smtpURL, noMail]
  static let json = Option("json", nil, "print JSON")
  static let email = Option("email", "EMAIL", "the address the person signs in with")
}
