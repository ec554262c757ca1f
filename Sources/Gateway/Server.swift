import Database
import Kernel
import Notices
import Synchronization
import Transport
import Web

/// The running server: the application behind the transport.
package final class Server: Sendable {
  private let transport: MicroHTTPServer
  private let mailClock: MailClock?
  private let jobClock: JobClock

  /// Starts serving, doing what happens by itself, and sending letters where there is a mail server.
  ///
  /// - Throws: `TransportError` when the address is wrong or taken.
  package init(
    _ application: Application, host: String, port: Int, workers: Int = 8,
    trustedProxies: Set<String> = [], logsRequests: Bool = true, mail: Mail? = nil
  ) throws {
    let gauge = Gauge(isSecure: application.publicURL.isSecure)
    var configuration = ServerConfiguration()
    configuration.host = host
    configuration.port = port
    configuration.limits.workers = workers
    configuration.immediate = { gauge.answer($0) }
    configuration.trustedProxies = trustedProxies
    let router = application.composition.router
    configuration.methods = { router.methods(at: $0) }
    let large = LargeBodies(router: router)
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
    do {
      mailClock = try mail.map { try MailClock(application, $0) }
      jobClock = try JobClock(application)
    } catch {
      transport.stop(within: .zero)
      throw error
    }
    gauge.watch(transport, mailClock)
  }

  /// The port that is listened on.
  package var port: Int { transport.port }

  /// Stops: what is under way is answered first, for at most 20 seconds, and a letter under way is
  /// handed over.
  package func stop() {
    mailClock?.beginStopping()
    transport.stop(within: .seconds(20))
    jobClock.stop()
    mailClock?.stop()
  }
}

/// Answers what must be answered even when every worker is busy.
final class Gauge: Sendable {
  private let server = Mutex<(MicroHTTPServer, MailClock?)?>(nil)
  private let isSecure: Bool

  init(isSecure: Bool) { self.isSecure = isSecure }

  func watch(_ transport: MicroHTTPServer, _ mailClock: MailClock?) {
    server.withLock { $0 = (transport, mailClock) }
  }

  func answer(_ request: Request) -> Response? {
    var response: Response
    switch request.path {
    case "/healthz": response = .text(200, "ok\n")
    case "/metrics": response = .text(200, metrics())
    default: return nil
    }
    SecurityHeaders.add(to: &response, isSecure: isSecure)
    return response
  }

  private func metrics() -> String {
    guard let (transport, mailClock) = server.withLock({ $0 }) else { return "" }
    return metrics(transport.load) + (mailClock.map { metrics($0.standing) } ?? "")
  }

  private func metrics(_ letters: LetterStanding) -> String {
    """
    # TYPE samrad_letters_waiting gauge
    samrad_letters_waiting \(letters.waiting)
    # TYPE samrad_letters_failed gauge
    samrad_letters_failed \(letters.failed)

    """
  }

  private func metrics(_ load: ServerLoad) -> String {
    """
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
