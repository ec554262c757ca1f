import Kernel
import Web

/// The host a request was sent to.
enum HostName {
  /// In lower case and without the port.
  static func of(_ request: Request) -> String {
    let value = (request.headers["Host"] ?? "").lowercased()
    guard !value.hasPrefix("[") else { return String(value.prefix { $0 != "]" }) + "]" }
    return String(value.prefix { $0 != ":" })
  }

  /// Whether it is the instance's own; one that is reached on this machine has several names.
  static func isOf(_ host: String, _ url: PublicURL) -> Bool {
    host == url.host || isLoopback(host) && isLoopback(url.host)
  }

  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "127.0.0.1" || host == "[::1]"
  }
}
