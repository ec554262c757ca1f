internal import Glibc
internal import Synchronization

/// Asks the server through its own socket whether it still answers.
final class Watchdog: Sendable {
  private let settings: WatchdogSettings
  private let stopping: StopSignal
  private let isFull: @Sendable () -> Bool
  private let address: (host: String, port: Int)
  private let counted = Atomic(0)

  /// `isFull` tells whether all connections are taken: then silence is overload and no stall.
  init(
    _ settings: WatchdogSettings, at address: (host: String, port: Int), stopping: StopSignal,
    isFull: @escaping @Sendable () -> Bool
  ) {
    self.settings = settings
    self.address = address
    self.stopping = stopping
    self.isFull = isFull
  }

  var period: Duration { settings.period }

  var stalls: Int { counted.load(ordering: .relaxed) }

  func look() {
    let wasFull = isFull()
    if stopping.isRaised || isAnswered() || stopping.isRaised || wasFull || isFull() { return }
    let count = counted.add(1, ordering: .relaxed).newValue
    settings.onStall(
      "The HTTP server has not answered its own request for \(settings.patience) (stall \(count)).")
  }

  /// Whether anything came back; a refusal is a sign of life too.
  private func isAnswered() -> Bool {
    guard let socket = connected() else { return false }
    defer { close(socket) }
    let request =
      "GET \(settings.path) HTTP/1.1\r\nHost: \(settings.host)\r\nConnection: close\r\n\r\n"
    let bytes = Array(request.utf8)
    guard send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      return false
    }
    var first: UInt8 = 0
    return recv(socket, &first, 1, 0) == 1
  }

  private func connected() -> Int32? {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address.host, String(address.port), &hints, &found) == 0, let found else {
      return nil
    }
    defer { freeaddrinfo(found) }
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let socket = Glibc.socket(found.pointee.ai_family, type, 0)
    guard socket >= 0 else { return nil }
    var patience = timeval()
    patience.tv_sec = Int(settings.patience.components.seconds)
    patience.tv_usec = Int(settings.patience.components.attoseconds / 1_000_000_000_000)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    if connect(socket, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0 { return socket }
    close(socket)
    return nil
  }
}
