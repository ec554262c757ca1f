internal import CMicroHTTPD
internal import Glibc
internal import Synchronization
internal import Web

/// The HTTP server on libmicrohttpd.
///
/// The library moves bytes on its own threads. A request that the guard lets through is suspended,
/// waits in a bounded queue, is answered by a worker and resumed.
package final class MicroHTTPServer: HTTPTransport {
  package let port: Int

  private struct Parts: Sendable {
    var daemons: [Daemon]
    var acceptor: Acceptor
    var workers: WorkerPool
    var reaper: Ticker
    var watch: Ticker?
  }

  private let handler: RequestHandler
  private let watchdog: Watchdog?
  private let parts: Mutex<Parts?>

  /// Starts listening and answering.
  ///
  /// - Throws: `TransportError` when the address is wrong or taken, or threads cannot be made.
  package static func start(
    _ configuration: ServerConfiguration, workers: @escaping WorkerFactory
  ) throws(TransportError) -> MicroHTTPServer {
    try MicroHTTPServer(configuration, workers: workers)
  }

  private init(
    _ configuration: ServerConfiguration, workers: @escaping WorkerFactory
  ) throws(TransportError) {
    samrad_return_large_buffers()
    let limits = configuration.limits
    let socket = try ListenSocket.open(
      host: configuration.host, port: configuration.port, backlog: limits.backlog)
    let handler = RequestHandler(configuration)
    if !WireLayout.isKnown {
      configuration.log("This libmicrohttpd is not 0.9.75: hidden line ends pass unnoticed.")
    }
    let connections = handler.connections
    self.handler = handler
    port = socket.port
    watchdog = configuration.watchdog.map { settings in
      Watchdog(settings, at: (socket.loopback, socket.port), stopping: configuration.stopping) {
        connections.count >= limits.connections
      }
    }
    parts = Mutex(nil)
    do throws(TransportError) {
      let running = try Self.run(handler, watchdog, on: socket, workers: workers)
      parts.withLock { $0 = running }
    } catch {
      close(socket.descriptor)
      throw error
    }
  }

  private static func run(
    _ handler: RequestHandler, _ watchdog: Watchdog?, on socket: ListenSocket,
    workers: @escaping WorkerFactory
  ) throws(TransportError) -> Parts {
    let limits = handler.configuration.limits
    let connections = handler.connections
    let reaper = try Ticker(every: limits.reaperPeriod) { connections.cutExpired() }
    do throws(TransportError) {
      let watch = try watchdog.map { watchdog throws(TransportError) in
        try Ticker(every: watchdog.period) { watchdog.look() }
      }
      let pool = try WorkerPool(
        count: limits.workers, handler: handler, factory: workers)
      var daemons: [Daemon] = []
      do throws(TransportError) {
        for _ in 0..<max(1, limits.ioThreads) { daemons.append(try Daemon.start(handler)) }
        let acceptor = try Acceptor(
          socket.descriptor, daemons: daemons, connections: connections, limit: limits.connections)
        return Parts(
          daemons: daemons, acceptor: acceptor, workers: pool, reaper: reaper, watch: watch)
      } catch {
        daemons.forEach { $0.stop() }
        throw error
      }
    } catch {
      handler.queue.close()
      handler.configuration.stopping.raise()
      reaper.stop()
      throw error
    }
  }

  /// Announces the stop without stopping: readiness fails and answers close their connections.
  package func beginStopping() { handler.configuration.stopping.raise() }

  /// Stops: no new connections, requests under way get `grace` to finish, then 503.
  @discardableResult package func stop(within grace: Duration) -> StopReport {
    beginStopping()
    let taken = parts.withLock { parts in
      defer { parts = nil }
      return parts
    }
    guard let parts = taken else { return StopReport() }
    parts.acceptor.stop()
    let connections = handler.connections
    waitUntilIdle(atMost: grace)
    // NB: from here on nothing can be suspended, so what is suspended now is all there is.
    handler.queue.close()
    let abandoned = connections.underWay.count { $0.finish(handler.busy()) }
    waitUntilIdle(atMost: .seconds(2))
    parts.daemons.forEach { $0.stop() }
    parts.reaper.stop()
    parts.watch?.stop()
    let busy = parts.workers.join(atMost: .seconds(2))
    return StopReport(abandoned: abandoned, busyWorkers: busy)
  }

  private func waitUntilIdle(atMost time: Duration) {
    let end = Uptime.now + time.microseconds
    while !handler.connections.underWay.isEmpty && Uptime.now < end { usleep(2000) }
  }

  /// How much the server has to do, for the metrics.
  package var load: ServerLoad {
    ServerLoad(
      connections: handler.connections.count, queued: handler.queue.count,
      underWay: handler.connections.underWay.count, stalls: watchdog?.stalls ?? 0)
  }
}

/// How much a server has to do at one moment.
package struct ServerLoad: Sendable, Equatable {
  /// Open connections.
  package var connections: Int
  /// Requests that wait for a worker.
  package var queued: Int
  /// Requests whose header was read and whose answer is not yet sent.
  package var underWay: Int
  /// Times the server did not answer its own watchdog.
  package var stalls: Int
}

extension ServerLimits {
  /// Often enough to hold the shortest deadline to a tenth.
  fileprivate var reaperPeriod: Duration {
    let shortest = min(headerDeadline, bodyDeadline, requestDeadline, idle)
    return min(.milliseconds(500), max(.milliseconds(10), shortest / 10))
  }
}
