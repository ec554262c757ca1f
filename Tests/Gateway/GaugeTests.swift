import Testing
import Web

@testable import Gateway

/// What is answered past the application, when every worker may be busy.
@Suite struct GaugeTests {
  @Test(arguments: ["/healthz", "/metrics"])
  func theWatchersAnswersAreGuardedToo(_ path: String) throws {
    let headers = try #require(Gauge(isSecure: true).answer(Request(.get, path))).headers

    #expect(headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
    #expect(headers["X-Content-Type-Options"] == "nosniff")
    #expect(headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains")
    #expect(headers["Cache-Control"] == "no-store")
  }

  @Test func otherAddressesAreNotItsOwn() {
    #expect(Gauge(isSecure: true).answer(Request(.get, "/readyz")) == nil)
  }
}
