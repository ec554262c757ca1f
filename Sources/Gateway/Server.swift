import Database
import Kernel
import Synchronization
import Transport
import Web

/// The running server: the application behind the transport.
package final class Server: Sendable {
  private let transport: MicroHTTPServer

  /// Starts serving.
  ///
  /// - Throws: `TransportError` when the address is wrong or taken.
  package init(
    _ application: Application, host: String, port: Int, workers: Int = 8,
    trustedProxies: Set<String> = [], logsRequests: Bool = true
  ) throws {
    let gauge = Gauge()
    var configuration = ServerConfiguration()
    configuration.host = host
    configuration.port = port
    configuration.limits.workers = workers
    configuration.immediate = { gauge.answer($0) }
    configuration.trustedProxies = trustedProxies
    let large = LargeBodies(router: application.composition.router)
    configuration.mayBeLarge = { large.mayBeLarge($0) }
    configuration.refusalResponse = { status, title in
      var response = Problem.response(
        status: status, code: "refused", title: title, requestID: "-")
      SecurityHeaders.add(to: &response, isSecure: application.publicURL.isSecure)
      return response
    }
    if logsRequests {
      let log = AccessLog()
      configuration.onAccess = { record in
        var record = record
        record.path = LogPath.redacted(record.path)
        log.record(record)
      }
    }
    transport = try MicroHTTPServer.start(configuration) { application.worker() }
    gauge.watch(transport)
  }

  /// The port that is listened on.
  package var port: Int { transport.port }

  /// Stops: what is under way is answered first, for at most 20 seconds.
  package func stop() { transport.stop(within: .seconds(20)) }
}

/// Answers what must be answered even when every worker is busy.
private final class Gauge: Sendable {
  private let server = Mutex<MicroHTTPServer?>(nil)

  func watch(_ transport: MicroHTTPServer) { server.withLock { $0 = transport } }

  func answer(_ request: Request) -> Response? {
    switch request.path {
    case "/healthz": .text(200, "ok\n")
    case "/metrics": .text(200, metrics())
    default: nil
    }
  }

  private func metrics() -> String {
    guard let load = server.withLock({ $0?.load }) else { return "" }
    return """
      # TYPE samrad_connections gauge
      samrad_connections \(load.connections)
      # TYPE samrad_requests_queued gauge
      samrad_requests_queued \(load.queued)
      # TYPE samrad_requests_under_way gauge
      samrad_requests_under_way \(load.underWay)
      # TYPE samrad_transport_stalls_total counter
      samrad_transport_stalls_total \(load.stalls)

      """
  }
}
