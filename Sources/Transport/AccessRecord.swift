/// One request and what came of it, for the access log and the metrics.
package struct AccessRecord: Sendable, Equatable {
  /// The method, or `-` when the request was too malformed to have one.
  package var method: String
  /// The path as sent, without the query, which may carry what people typed.
  package var path: String
  /// The status sent, or 0 when the connection ended without an answer.
  package var status: Int
  /// Bytes of the answer's body.
  package var bytes: Int
  /// From the request line to the last byte of the answer.
  package var microseconds: Int64
  package var requestID: String
  /// The client's address, as in `Request.address`.
  package var address: String
}
