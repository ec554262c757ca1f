/// Why the server could not start, in a sentence for the operator.
package enum TransportError: Error, Equatable, CustomStringConvertible {
  /// The host is not a numeric address.
  case badAddress(String)
  /// The port is not between 0 and 65535.
  case badPort(Int)
  /// Something else listens there.
  case portInUse(host: String, port: Int)
  /// The system refuses this address or port.
  case cannotListen(host: String, port: Int, reason: String)
  /// The system refuses the server's threads or memory.
  case cannotStart(reason: String)

  package var description: String {
    switch self {
    case .badAddress(let host):
      "Cannot listen on “\(host)”: it is not an IP address. Use for example 127.0.0.1 or ::1."
    case .badPort(let port):
      "Cannot listen on port \(port): a port is a number from 0 to 65535."
    case .portInUse(let host, let port):
      "Cannot listen on \(host) port \(port): another program already does. Choose another port."
    case .cannotListen(let host, let port, let reason):
      "Cannot listen on \(host) port \(port): \(reason)."
    case .cannotStart(let reason):
      "Cannot start the HTTP server: \(reason)."
    }
  }
}
