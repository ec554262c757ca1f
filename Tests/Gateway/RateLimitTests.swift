import Kernel
import TestKit
import Testing
import Web

@testable import Gateway

@Suite struct RateLimitTests {
  private static let start = Instant(day(2026, 8, 17))

  private static func limiter(_ perSecond: Int) throws -> RateLimiter {
    RateLimiter(try #require(RateLimit(perSecond: perSecond)))
  }

  /// How many of some requests are let in at one instant.
  private static func admitted(
    _ count: Int, _ limiter: RateLimiter, _ request: Request, at now: Instant = start
  ) -> Int {
    (0..<count).count { _ in (try? limiter.admit(request, at: now)) != nil }
  }

  @Test("A token may send ten seconds' worth at once, and then evenly")
  func aTokenIsCounted() throws {
    let limiter = try Self.limiter(5)
    let request = Request(.get, "/", headers: ["Authorization": "Bearer skt_1"])
    #expect(Self.admitted(80, limiter, request) == 50)
    #expect(Self.admitted(80, limiter, request, at: Self.start.adding(seconds: 2)) == 10)
    let other = Request(.get, "/", headers: ["Authorization": "Bearer skt_2"])
    #expect(Self.admitted(10, limiter, other, at: Self.start.adding(seconds: 2)) == 10)
  }

  @Test("An address is counted too, so new made-up tokens gain nothing")
  func anAddressIsCounted() throws {
    let limiter = try Self.limiter(5)
    let admitted = (0..<500).count { number in
      let headers: Headers = ["Authorization": "Bearer \(number)"]
      let request = Request(.get, "/", headers: headers, address: "192.0.2.1")
      return (try? limiter.admit(request, at: Self.start)) != nil
    }
    #expect(admitted == 200)
    #expect(Self.admitted(9, limiter, Request(.get, "/", address: "192.0.2.2")) == 9)
  }

  @Test("Who sends too much is told when to come back, by page and by API")
  func tellsWhenToComeBack() throws {
    let house = try House(on: .sqlite)
    let application = Application(
      at: house.kommune.location, settings: Kommune.settings, clock: .fixed(Self.start),
      rateLimit: RateLimit(perSecond: 1), log: { _ in })
    let answer = application.worker()
    let call = House.request(.get, "\(house.api)/units", house.bearer)
    let answers = (0..<11).map { _ in answer(call) }
    #expect(answers.map(\.status) == Array(repeating: 200, count: 10) + [429])
    #expect(answers[10].problem == "too-many-requests")
    #expect(answers[10].headers["Retry-After"] == "1")
    let page = answer(House.request(.get, house.base, house.cookie.with("Authorization", "")))
    #expect(page.status == 200, "another credential")
    #expect(answer(House.request(.get, "/readyz", house.bearer)).status == 200, "never counted")
  }

  @Test func noughtSetsNoLimit() { #expect(RateLimit(perSecond: 0) == nil) }
}
