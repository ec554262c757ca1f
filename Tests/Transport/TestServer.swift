import Web

@testable import Transport

/// What the workers of a test server saw, in the order they saw it.
final class Witness: Sendable {
  private let seen = Monitor<[Request]>([])
  private let told = Monitor<[String]>([])
  private let accesses = Monitor<[AccessRecord]>([])

  func saw(_ request: Request) { seen.withLock { $0.append(request) } }

  func wasTold(_ sentence: String) { told.withLock { $0.append(sentence) } }

  func logged(_ record: AccessRecord) { accesses.withLock { $0.append(record) } }

  var requests: [Request] { seen.withLock { $0 } }
  var paths: [String] { requests.map(\.path) }
  var log: [String] { told.withLock { $0 } }
  var records: [AccessRecord] { accesses.withLock { $0 } }
}

/// A server on a free port of the loopback address for as long as `body` runs.
func withServer<Result>(
  configure: (inout ServerConfiguration) -> Void = { _ in },
  answer: @escaping @Sendable (Request) -> Response = { .text(200, "\($0.path)\n") },
  body: (MicroHTTPServer, Witness) throws -> Result
) throws -> Result {
  let witness = Witness()
  var configuration = ServerConfiguration()
  configuration.watchdog = nil
  configuration.limits.workers = 4
  configuration.log = { witness.wasTold($0) }
  configuration.onAccess = { witness.logged($0) }
  configure(&configuration)
  let server = try MicroHTTPServer.start(configuration) {
    { request in
      witness.saw(request)
      return answer(request)
    }
  }
  defer { server.stop(within: .seconds(1)) }
  return try body(server, witness)
}

/// Runs the closure on so many threads and waits for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) throws {
  let threads = try (0..<count).map { number in try PosixThread.start { body(number) } }
  threads.forEach { $0.join() }
}

/// A plain request.
func get(_ path: String, _ fields: String = "") -> String {
  "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
}
