import Database
import Gateway
import Notices

extension Command {
  static let serve = Command(
    "serve",
    options: [
      .database, .publicURL, .secretFile, .smtpURL, .smtpCA, .mailFrom,
      Option("maskinporten-issuer", "URL", "whose tokens programs may come with besides ours"),
      Option("maskinporten-scope", "SCOPE", "the scope that lets them read, such as samrad:les"),
      Option("listen", "HOST:PORT", "where to listen (127.0.0.1:8080)"),
      Option("workers", "NUMBER", "how many requests are worked on at once (8)"),
      Option("trusted-proxy", "ADDRESS,…", "proxies whose X-Forwarded-For is believed"),
      Option("rate-limit", "NUMBER", "requests a second for each session or token (50); 0: none"),
    ], does: "serves the instance until it is told to stop with SIGTERM"
  ) { arguments in
    let instance = try Instance(arguments)
    try Instance.refuseUnlessApart(try instance.open())
    let (host, port) = try Listen.read(arguments["listen"] ?? "127.0.0.1:8080")
    guard let workers = Int(arguments["workers"] ?? "8"), (1...256).contains(workers) else {
      throw UsageError("The number of workers is 1 to 256.")
    }
    let mail = try Mail(arguments)
    let application = Application(
      Instance.composition, at: instance.location, settings: instance.settings,
      rateLimit: try rateLimit(arguments), log: { Output.line($0) })
    Signals.block()
    let proxies = (arguments["trusted-proxy"] ?? "").split(separator: ",").map(String.init)
    let server = try Server(
      application, host: host, port: port, workers: workers, trustedProxies: Set(proxies),
      mail: mail)
    Output.line("Serving on http://\(host):\(server.port)")
    Signals.wait()
    Output.line("Stopping.")
    server.stop()
  }

  private static func rateLimit(_ arguments: Arguments) throws -> RateLimit? {
    guard let number = Int(arguments["rate-limit"] ?? "50"), (0...1_000_000).contains(number) else {
      throw UsageError("The rate limit is a number of requests a second, 0 for none.")
    }
    return RateLimit(perSecond: number)
  }
}

extension Mail {
  /// Reads `--smtp-url` and `--mail-from`; nil where no mail is sent.
  ///
  /// - Throws: `UsageError` when one is missing or cannot be read.
  fileprivate init?(_ arguments: Arguments) throws {
    guard let server = try Instance.mailServer(arguments) else { return nil }
    guard let sender = MailAddress(try arguments.required("mail-from")) else {
      throw UsageError("The address letters are from is written as samrad@example.no.")
    }
    self.init(server: server, sender: sender)
  }
}

/// Where to listen.
enum Listen {
  /// Reads `HOST:PORT`.
  ///
  /// - Throws: `UsageError` when it is not that.
  static func read(_ text: String) throws -> (String, Int) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...])
    else { throw UsageError("Where to listen is written HOST:PORT, such as 127.0.0.1:8080.") }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    return (String(host), port)
  }
}
