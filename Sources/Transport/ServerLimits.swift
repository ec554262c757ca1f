/// How much of everything one server takes on, and for how long.
///
/// The defaults are the promises of the documentation; tests set smaller ones.
package struct ServerLimits: Sendable {
  /// Threads that run requests; each owns its database connections.
  package var workers = 8
  /// Threads that read and write sockets.
  package var ioThreads = 2
  /// Requests that may wait for a worker; one more is answered 503.
  package var queueLength = 256
  /// Connections open at once; more wait in the system's backlog.
  package var connections = 2000
  /// Connections the system may hold before they are accepted.
  package var backlog = 511
  /// Bytes of method, target and version.
  package var requestLineBytes = 8 * 1024
  /// Bytes of request line and header fields together.
  package var headerBytes = 16 * 1024
  /// Header fields of one request.
  package var headerFields = 100
  /// Bytes of a body.
  package var bodyBytes = 1024 * 1024
  /// Bytes of a body that holds a file: 20 MiB, and what a form puts around it.
  package var largeBodyBytes = 20 * 1024 * 1024 + 64 * 1024
  /// Bytes of such a body that are read and thrown away for the sake of a clear refusal.
  package var discardedBytes = 64 * 1024 * 1024
  /// Large bodies that may wait on disk at once; one more is answered 503.
  package var largeBodies = 16
  /// Large bodies that may be in memory at once; one more is answered 503.
  package var largeBodiesInMemory = 2
  /// Bytes a second that large bodies and answers must come and go with, on top of the deadlines.
  package var pace = 256 * 1024
  /// From the first byte, or the connection, to the end of the header.
  package var headerDeadline = Duration.seconds(10)
  /// From the end of the header to the end of the body.
  package var bodyDeadline = Duration.seconds(30)
  /// From the end of the request line to the last byte of the answer.
  package var requestDeadline = Duration.seconds(30)
  /// How long a connection may stay open without a request.
  package var idle = Duration.seconds(30)
  /// What `Retry-After` says when the queue is full.
  package var retryAfterSeconds = 1

  /// The limits of the documentation.
  package init() {}

  /// How much longer than usual so many bytes may take, in microseconds.
  func allowance(for bytes: Int) -> Int64 { Int64(bytes) * 1_000_000 / Int64(pace) }
}
