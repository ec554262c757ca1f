import Web

/// The host a request was sent to.
enum HostName {
  /// In lower case and without the port.
  static func of(_ request: Request) -> String {
    let value = (request.headers["Host"] ?? "").lowercased()
    guard !value.hasPrefix("[") else { return String(value.prefix { $0 != "]" }) + "]" }
    return String(value.prefix { $0 != ":" })
  }

  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "127.0.0.1" || host == "[::1]"
  }
}
