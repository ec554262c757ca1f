internal import CMicroHTTPD
internal import Synchronization
internal import Web

/// One request on its way: read, suspended while a worker has it, answered.
///
/// `@unchecked Sendable`: `phase` is guarded by its own lock; the other variables are guarded by
/// the library, which never runs two callbacks of one connection at a time, and by the hand-over
/// to the queue, after which they are only read.
final class Exchange: @unchecked Sendable {
  private enum Phase {
    case reading
    case suspended(OpaquePointer)
    case answered(Response)
  }

  let id = RequestID.next()
  let started = Uptime.now
  let socket: Int32
  let peer: String
  /// The target as sent, and where it lay in the library's buffer.
  let target: [UInt8]
  let targetPlace: UInt

  var request: Request?
  var hasBegun = false
  var bytesReceived = 0
  /// The body, where it is a large one.
  var largeBody: LargeBody?
  /// Whether the disk would not have the body.
  var isLost = false
  /// How much longer than usual a large body may take, in microseconds.
  var allowance: Int64 = 0
  var sent: (status: Int, bytes: Int)?

  private let phase = Mutex<Phase>(.reading)

  init(socket: Int32, peer: String, target: [UInt8], targetPlace: UInt) {
    self.socket = socket
    self.peer = peer
    self.target = target
    self.targetPlace = targetPlace
  }

  /// The answer, when there is one.
  var answer: Response? {
    phase.withLock { phase in
      guard case .answered(let response) = phase else { return nil }
      return response
    }
  }

  /// Suspends the connection until `finish`; false when the answer is already there.
  func suspend(_ connection: OpaquePointer) -> Bool {
    let place = UInt(bitPattern: connection)
    return phase.withLock { phase in
      guard case .reading = phase, let connection = OpaquePointer(bitPattern: place) else {
        return false
      }
      phase = .suspended(connection)
      MHD_suspend_connection(connection)
      return true
    }
  }

  /// Stores the answer and resumes the connection; only the first call does anything.
  ///
  /// Resuming what is not suspended is undefined, and stopping the library with anything suspended
  /// aborts the process. So storing and resuming are one step under the lock: whoever calls this
  /// second, as `stop` does, knows that the first call has resumed.
  @discardableResult func finish(_ response: Response) -> Bool {
    phase.withLock { phase in
      switch phase {
      case .reading:
        phase = .answered(response)
        return true
      case .suspended(let connection):
        phase = .answered(response)
        MHD_resume_connection(connection)
        return true
      case .answered:
        return false
      }
    }
  }
}
