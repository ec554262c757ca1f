import Gateway
import Glibc
import TestKit
import Testing

/// What belongs to no kommune and is told to everybody: the front page, health, metrics, the API's
/// description, and whatever else the program serves before it looks for a kommune.
@Suite struct InstanceSweepTests {
  @Test(arguments: Engine.available)
  func nothingOfAKommuneStandsOnTheInstancesOwnPages(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let server = try Server(
      two.application, host: "127.0.0.1", port: 0, workers: 1, logsRequests: false)
    defer { server.stop() }
    for good in try GoodRequests.of(engine).a where good.route.method.isSafe {
      _ = two.send(good.request(good.values, as: good.principal, to: two.a))
    }
    let urls = RouteMap.lines(two.routes).map(\.url).filter { !$0.hasPrefix("/{slug}") }
    var finders = [Finder(for: two.a), Finder(for: two.b)]
    for url in urls + ["/nowhere", "/nowhere/api/v1/units", "/api/v1/nothing"] {
      let answer = try get(url, server.port)
      #expect(answer.starts(with: "HTTP/1.1 ".utf8), "\(url)")
      for index in finders.indices {
        let neighbour = index == 0 ? two.a : two.b
        let found = finders[index].find(in: url == "/" ? try hidden(answer, neighbour) : answer)
        #expect(found == nil, "\(url)")
      }
    }
    #expect(urls.count >= 5)
    print("instance's own pages on \(engine): \(urls.count)")
  }

  /// The front page without what it is for: the name of each kommune and the way there.
  private func hidden(_ answer: [UInt8], _ neighbour: Neighbour) throws -> [UInt8] {
    let line = "<a href=\"/\(neighbour.tenant.slug)/\">\(neighbour.tenant.name)</a>"
    let text = String(decoding: answer.dropLast(), as: UTF8.self)
    #expect(text.contains(line))
    return Array(text.replacing(line, with: "").utf8) + [0]
  }

  /// The whole answer as it comes over the wire, with NUL behind it.
  private func get(_ url: String, _ port: Int) throws -> [UInt8] {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    let request = "GET \(url) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    _ = request.withCString { send(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      answer += buffer[..<count]
    }
    return answer + [0]
  }
}
