package import Web

/// Makes one worker's way of answering; called once on each worker's own thread.
///
/// The closure it returns never leaves that thread, so it may own what must not be shared: that
/// worker's database connections and prepared statements.
package typealias WorkerFactory = @Sendable () -> (Request) -> Response

/// A running HTTP server, however it is made.
///
/// All that the rest of the platform knows of HTTP's transport is this protocol and `Request` and
/// `Response`, so another server can take the place of this one.
package protocol HTTPTransport: Sendable {
  /// Starts listening and answering.
  ///
  /// - Throws: `TransportError` when the address is wrong or taken, or threads cannot be made.
  static func start(
    _ configuration: ServerConfiguration, workers: @escaping WorkerFactory
  ) throws(TransportError) -> Self

  /// The port that is listened on; the one the system chose when the configuration said 0.
  var port: Int { get }

  /// Announces the stop without stopping: readiness fails and answers close their connections.
  func beginStopping()

  /// Stops: no new connections, requests under way get `grace` to finish, then 503.
  ///
  /// Calling it again changes nothing.
  @discardableResult func stop(within grace: Duration) -> StopReport
}

/// How a stop went.
package struct StopReport: Sendable, Equatable {
  /// Requests that were not done in time and got 503.
  package var abandoned = 0
  /// Workers still busy when the server gave up waiting for them.
  package var busyWorkers = 0
}
