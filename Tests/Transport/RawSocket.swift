import Glibc

/// A TCP client that sends exactly the bytes it is told and knows nothing of HTTP.
final class RawSocket {
  private let descriptor: Int32

  /// Connects to the loopback address; nil when nobody listens.
  init?(port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var on: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    if code != 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Sends everything; false when the other side has closed.
  @discardableResult func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// What arrives next; nil at the end of the connection, empty when the time runs out.
  func read(within milliseconds: Int) -> [UInt8]? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(max(0, milliseconds))) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  /// Everything up to the end of the connection, and whether it ended in time.
  func readUntilClose(within milliseconds: Int) -> (text: String, isClosed: Bool) {
    read(within: milliseconds, quiet: milliseconds)
  }

  /// Everything until the connection ends or, once something came, is quiet for a while.
  func read(within milliseconds: Int, quiet: Int) -> (text: String, isClosed: Bool) {
    let end = Self.now + milliseconds
    var bytes: [UInt8] = []
    while Self.now < end {
      let patience = bytes.isEmpty ? end - Self.now : min(quiet, end - Self.now)
      guard let piece = read(within: patience) else { return (Self.text(bytes), true) }
      if piece.isEmpty { break }
      bytes += piece
    }
    return (Self.text(bytes), false)
  }

  /// Exactly one answer with a `Content-Length`, leaving nothing of it unread.
  func readAnswer(within milliseconds: Int = 5000, hasBody: Bool = true) -> Answer? {
    let end = Self.now + milliseconds
    var bytes = leftover
    while Self.now < end {
      if let (answer, length) = Answer.parse(Self.text(bytes), hasBody: hasBody) {
        leftover = Array(bytes.dropFirst(length))
        return answer
      }
      guard let piece = read(within: end - Self.now) else { return nil }
      bytes += piece
    }
    return nil
  }

  private var leftover: [UInt8] = []

  private static func text(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Milliseconds on a clock that only goes forward.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}

/// One answer, taken apart.
struct Answer {
  var status: Int
  var header: String
  var body: String

  /// The value of a header field.
  func field(_ name: String) -> String? {
    let lines = header.split(separator: "\r\n").dropFirst()
    let line = lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
    return line.map { $0.drop { $0 != ":" }.dropFirst().drop { $0 == " " } }.map(String.init)
  }

  /// The first answer in the text and how many bytes of it that was; nil when it is incomplete.
  static func parse(_ text: String, hasBody: Bool = true) -> (Answer, Int)? {
    let scalars = Array(text.unicodeScalars)
    let gap = scalars.indices.first { index in
      index + 3 < scalars.count && scalars[index] == "\r" && scalars[index + 1] == "\n"
        && scalars[index + 2] == "\r" && scalars[index + 3] == "\n"
    }
    guard let gap else { return nil }
    let header = String(String.UnicodeScalarView(scalars[..<gap]))
    guard header.hasPrefix("HTTP/1.1 "), let status = Int(header.dropFirst(9).prefix(3)) else {
      return nil
    }
    var answer = Answer(status: status, header: header, body: "")
    let length = hasBody ? answer.field("Content-Length").flatMap { Int($0) } ?? 0 : 0
    guard scalars.count >= gap + 4 + length else { return nil }
    answer.body = String(String.UnicodeScalarView(scalars[(gap + 4)..<(gap + 4 + length)]))
    return (answer, gap + 4 + length)
  }
}
