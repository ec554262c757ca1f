import Testing

@testable import SMTPClient

@Suite struct SMTPServerTests {
  @Test func anAddressIsRead() throws {
    let server = try #require(SMTPServer(url: "smtp://kari%40x:p%3Aw%25@Post.Eksempel.no:2525"))
    #expect(server.host == "post.eksempel.no")
    #expect(server.port == 2525)
    #expect(server.user == "kari@x")
    #expect(server.password == "p:w%")
    #expect(SMTPServer(url: "smtp://post.eksempel.no")?.port == 587)
    #expect(SMTPServer(url: "smtps://post.eksempel.no/")?.port == 465)
    #expect(SMTPServer(url: "smtp://[::1]:25")?.host == "[::1]")
  }

  @Test(arguments: [
    "", "smtp://", "http://x.no", "post.eksempel.no", "smtp://x.no:0", "smtp://x.no:99999",
    "smtp://x.no:a", "smtp://a@x.no", "smtp://:b@x.no", "smtp://a:b@c@x.no", "smtp://a:b:c@x.no",
    "smtp://x.no/path", "smtp://x.no?q", "smtp://[::1", "smtp://x y.no", "smtp://a%0d%0a:b@x.no",
    "smtp://a%+1:b@x.no", "smtp://a%4:b@x.no", "smtp://x.no\r\nDATA",
  ])
  func whatIsNoAddressIsRefused(_ text: String) {
    #expect(SMTPServer(url: text) == nil)
  }

  @Test("TLS is left out only on this machine, and never with a password")
  func tlsIsNeeded() {
    #expect(SMTPServer(url: "smtp://post.eksempel.no")?.needsTLS == true)
    #expect(SMTPServer(url: "smtp://localhost:25")?.needsTLS == false)
    #expect(SMTPServer(url: "smtp://127.0.0.1:25")?.needsTLS == false)
    #expect(SMTPServer(url: "smtp://a:b@localhost:25")?.needsTLS == true)
    #expect(SMTPServer(url: "smtp://localhost.eksempel.no")?.needsTLS == true)
  }

  @Test func itsTextDoesNotTellThePassword() throws {
    let server = try #require(SMTPServer(url: "smtp://kari:hemmelig@post.eksempel.no"))
    #expect("\(server)" == "smtp://post.eksempel.no:587")
  }

  @Test func nobodyListeningIsSaidSo() throws {
    let server = try #require(SMTPServer(url: "smtp://127.0.0.1:1"))
    #expect(throws: SMTPClient.Failure.cannotBeReached) {
      try SMTPClient.send([], from: "a@x.no", to: "b@x.no", through: server, greeting: "x.no")
    }
  }
}
