package import Web

/// Everything a server is told before it starts.
package struct ServerConfiguration: Sendable {
  /// The numeric address to listen on; `localhost` stands for 127.0.0.1.
  package var host = "127.0.0.1"
  /// The port to listen on; 0 lets the system choose.
  package var port = 0
  package var limits = ServerLimits()
  /// Whether a `Host` (lower-case, without port) is served here; anything else gets 421.
  package var acceptsHost: @Sendable (String) -> Bool = { _ in true }
  /// Proxies whose `X-Forwarded-For` is believed, as numeric addresses.
  package var trustedProxies: Set<String> = []
  /// Whether a request may send a large body.
  ///
  /// Asked when its header is in, on the thread that reads sockets, so it must not block.
  package var mayBeLarge: @Sendable (Request) -> Bool = { _ in false }
  /// The methods that a path takes, for `Allow`; empty when there is no such path.
  ///
  /// Asked on the thread that reads sockets, so it must not block.
  package var methods: @Sendable (String) -> [Method] = { _ in Method.allCases }
  /// Answers without a worker, or nil; asked first, on the thread that reads sockets.
  ///
  /// For health checks, so that a full queue does not look like a dead server. It must not block.
  package var immediate: @Sendable (Request) -> Response? = { _ in nil }
  /// Makes the answer to a request that is refused before any worker sees it.
  package var refusalResponse: @Sendable (Int, String) -> Response = Problem.response
  /// Hears of every request when its answer is sent.
  package var onAccess: (@Sendable (AccessRecord) -> Void)?
  /// Hears of what an operator should know, a sentence at a time.
  package var log: @Sendable (String) -> Void = Log.toStandardError
  /// Whether the server is on its way down; readiness checks read it.
  package var stopping = StopSignal()
  /// Asks the server about itself; nil turns it off.
  package var watchdog: WatchdogSettings? = WatchdogSettings()

  /// The defaults: a free port on the loopback address.
  package init() {}
}
