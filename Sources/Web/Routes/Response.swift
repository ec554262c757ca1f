import Kernel

/// One answer.
package struct Response: Sendable {
  package var status: Int
  package var headers: Headers
  package var body: [UInt8]
  /// A body that waits on disk, instead of `body`.
  package var spool: Spool?

  /// An answer with a body of any kind.
  package init(_ status: Int, headers: Headers = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Plain text, for health checks and metrics.
  package static func text(_ status: Int, _ text: String) -> Response {
    Response(status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(text.utf8))
  }

  /// Says after how many seconds to try again, where that helps.
  package mutating func tellWhenToRetry(_ refusal: any Refusal) {
    if let seconds = refusal.retryAfter { headers.set("Retry-After", "\(seconds)") }
  }
}
