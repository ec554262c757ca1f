import Testing

@testable import HTTPClient

@Suite struct WebAddressTests {
  @Test(arguments: [
    "https://idporten.no", "https://maskinporten.no/", "https://login.eksempel.no:8443/a/b?c=d",
    "http://127.0.0.1:9000", "http://localhost/x", "http://[::1]:80/", "https://[2001:db8::1]/",
  ])
  func addressesOfIssuersAreRead(_ text: String) {
    #expect(WebAddress(text)?.text == text)
  }

  @Test(arguments: [
    "", "https://", "https:///a", "idporten.no", "//idporten.no", "ftp://idporten.no",
    "file:///etc/passwd", "http://idporten.no", "http://127.0.0.1.eksempel.no", "http://10.0.0.1",
    "HTTPS://idporten.no", "https://Idporten.no", "https://kari@idporten.no",
    "https://idporten.no@eksempel.no", "https://idporten.no#a", "https://idporten.no\\@a.no",
    "https://idporten.no:0", "https://idporten.no:99999", "https://idporten.no:a",
    "https://idporten.no/a b", "https://idporten.no/\n", "https://idpørten.no", "https://[::1",
    "https://[a.no]/", "https://a%2eno", "http://127.0.0.1@eksempel.no", "https://a://b@c",
  ])
  func anythingElseIsNone(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func onlyThisMachineIsThisMachine() {
    #expect(WebAddress("http://127.0.0.1:1")?.isOnThisMachine == true)
    #expect(WebAddress("https://localhost")?.isOnThisMachine == true)
    #expect(WebAddress("https://127.0.0.1.eksempel.no")?.isOnThisMachine == false)
  }
}
