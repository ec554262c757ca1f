internal import Glibc

/// The thread that accepts connections and deals them out to the library's threads.
///
/// The library could listen by itself, but in 0.9.75 `MHD_quiesce_daemon` races with its own
/// threads for the listening socket and aborts the process now and then. Accepting here also
/// spreads connections evenly and lets a stop take in those that already wait.
struct Acceptor: Sendable {
  private let thread: PosixThread
  private let wakeUp: Int32

  init(
    _ listening: Int32, daemons: [Daemon], connections: ConnectionTable, limit: Int
  ) throws(TransportError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw .cannotStart(reason: SystemFailure.text(errno))
    }
    let (heard, wakeUp) = (ends[0], ends[1])
    self.wakeUp = wakeUp
    thread = try PosixThread.start {
      var turn = 0
      while Self.awaitConnection(listening, or: heard, isFull: connections.count >= limit) {
        Self.accept(listening, daemons, connections, limit, &turn)
      }
      Self.accept(listening, daemons, connections, limit, &turn)
      close(listening)
      close(heard)
    }
  }

  /// Takes in who already waits, then stops listening, so that the next to come are refused.
  func stop() {
    close(wakeUp)
    thread.join()
  }

  /// Waits for somebody to connect; false when it is time to stop.
  ///
  /// With every connection taken it only looks again a little later: who comes waits meanwhile.
  private static func awaitConnection(_ listening: Int32, or heard: Int32, isFull: Bool) -> Bool {
    var waiting = [
      pollfd(fd: heard, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isFull ? -1 : listening, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, 2, isFull ? 10 : -1)
    return waiting[0].revents == 0
  }

  private static func accept(
    _ listening: Int32, _ daemons: [Daemon], _ connections: ConnectionTable, _ limit: Int,
    _ turn: inout Int
  ) {
    while connections.count < limit {
      var address = sockaddr_storage()
      var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let isAccepted = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { peer in
          let socket = Glibc.accept(listening, peer, &length)
          guard socket >= 0 else { return false }
          connections.opened(socket, peer: ClientAddress.text(peer))
          if !daemons[turn % daemons.count].add(socket, peer, length) {
            connections.closed(socket)
          }
          return true
        }
      }
      guard isAccepted else {
        // NB: out of descriptors, who waits would wake us again at once and for nothing.
        if errno == EMFILE || errno == ENFILE { usleep(10_000) }
        return
      }
      turn &+= 1
    }
  }
}
