import Glibc
import Testing

@testable import HTTPClient

@Suite struct HTTPClientTests {
  @Test func anAnswerComesWhole() throws {
    let server = try OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    let answer = try HTTPClient.ask(server.address())
    #expect(answer.status == 200)
    #expect(answer.body == Array("hi".utf8))
  }

  @Test func nobodyIsFollowedElsewhere() throws {
    let server = try OneAnswer(
      "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
    #expect(try HTTPClient.ask(server.address()).status == 302)
  }

  @Test func moreThanAMegabyteIsTooMuch() throws {
    let much = String(repeating: "a", count: 1_048_577)
    let server = try OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n\(much)")
    #expect(throws: HTTPClient.Failure.saidTooMuch) { try HTTPClient.ask(server.address()) }
  }

  @Test func aServerThatNeverAnswersIsLeftAfterFiveSeconds() throws {
    let server = try OneAnswer(nil)
    let clock = ContinuousClock()
    let began = clock.now
    #expect(throws: HTTPClient.Failure.tookTooLong) { try HTTPClient.ask(server.address()) }
    #expect(clock.now - began < .seconds(15))
  }

  @Test func whereNobodyListensThereIsNoAnswer() throws {
    let address = try #require(WebAddress("http://127.0.0.1:1/"))
    #expect(throws: HTTPClient.Failure.cannotBeReached) { try HTTPClient.ask(address) }
  }

  /// An address as the internet writes it, which leads into our own walls.
  @Test(arguments: [
    "https://10.0.0.1/", "https://169.254.169.254/latest", "https://[::ffff:10.0.0.1]/",
    "https://[fe80::1]/", "https://0.0.0.0/", "https://2130706433/", "https://127.1/",
  ])
  func noNameLeadsInsideOurWalls(_ text: String) throws {
    let address = try #require(WebAddress(text))
    #expect(throws: HTTPClient.Failure.isInsideOurWalls) { try HTTPClient.ask(address) }
  }
}

/// A server on this machine that gives one answer, or none.
private final class OneAnswer: Sendable {
  private let listener: Int32
  private let port: UInt16

  init(_ text: String?) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 1) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    try #require(bound)
    self.listener = listener
    port = UInt16(bigEndian: place.sin_port)
    guard let text else { return }
    let box = Box(listener: listener, bytes: Array(text.utf8))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        let box = Unmanaged<Box>.fromOpaque(context.unsafelyUnwrapped).takeRetainedValue()
        let connection = accept(box.listener, nil, nil)
        var head = [UInt8](repeating: 0, count: 4096)
        _ = read(connection, &head, head.count)
        _ = send(connection, box.bytes, box.bytes.count, Int32(MSG_NOSIGNAL))
        close(connection)
        return nil
      }, Unmanaged.passRetained(box).toOpaque())
    pthread_detach(thread)
  }

  deinit { close(listener) }

  func address() throws -> WebAddress { try #require(WebAddress("http://127.0.0.1:\(port)/")) }

  private final class Box {
    let listener: Int32
    let bytes: [UInt8]

    init(listener: Int32, bytes: [UInt8]) {
      self.listener = listener
      self.bytes = bytes
    }
  }
}
