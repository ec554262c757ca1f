import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct SetInfoLinkTests {
  @Test("R045, R052: each type of council has the kommune's own page", arguments: Engine.available)
  func linksToTheKommune(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine, preset: "baerum")
    let client = TestClient(kommune)
    let care = client.api(.get, "/rule-sets/baerum-tjeneste/info-link").json("link")
    let school = client.api(.get, "/rule-sets/baerum-skole/info-link").json("link")
    #expect(care?.hasSuffix("/nedsatt-funksjonsevne/brukerradsarbeid/") == true)
    #expect(school?.hasSuffix("/skole/medvirkning---elever-og-foreldre/") == true)

    let link = "https://www.eksempel.kommune.no/råd?a=1&b=2"
    try kommune.expect(SetInfoLink.Refusal.linkIsNoAddress) { try set(link, in: kommune) }
    try set("https://www.eksempel.kommune.no/rad?a=1&b=2", in: kommune)
    let page = client.page("/regler/baerum-skole/lenke").text
    #expect(page.contains("href=\"https://www.eksempel.kommune.no/rad?a=1&amp;b=2\""))
    #expect(!page.contains("name=\"link\""))
    #expect(client.page("/regler/baerum-skole").text.contains("/regler/baerum-skole/lenke\""))

    try kommune.run(SetInfoLink.self, ["ruleSet": "baerum-skole"])
    #expect(client.page("/regler/baerum-skole/lenke").text.contains("Ingen lenke er lagt inn."))
  }

  @Test(arguments: Engine.available)
  func refusesOthersAndTheUnknown(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.addPerson("Siv Sekretær", "siv@eksempel.no", .secretary)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(SetInfoLink.self, as: secretary, ["ruleSet": "trondheim-skole"])
    }
    for action in ["SetInfoLink", "ReadInfoLink"] {
      try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
        let values: [String: Value] = ["ruleSet": "tull"]
        if action == "SetInfoLink" {
          try kommune.run(SetInfoLink.self, values)
        } else {
          try kommune.run(ReadInfoLink.self, values)
        }
      }
    }
    let error = #expect(throws: DatabaseError.self) {
      try kommune.sql(
        "INSERT INTO tenancy_info_link (rule_set, link) VALUES ('trondheim-skole', 'http://a.no')")
    }
    #expect(error?.kind == .checkFailed)
  }

  @Test(arguments: [
    "http://eksempel.no", "https://", "https:///rad", "https://eksempel", "https://127.0.0.1/a",
    "https://a@eksempel.no", "https://eksempel.no:80@ondt.no/", "https://eksempel.no/\"onclick=",
    "https://eksempel.no/<b>", "https://eksempel.no/a b", "https://eks\u{E9}mpel.no",
    "javascript:alert(1)//https://a.no", " https://eksempel.no", "https://.no", "https://-a.no",
    "https://a..no", "https://eksempel.no\\@ondt.no", "HTTPS://eksempel.no\n",
    "https://eksempel.no:8080/",
    "https://eksempel.no/" + String(repeating: "a", count: 500),
  ])
  func whatHidesWhereItLeadsIsNoLink(_ text: String) { #expect(WebLink(text) == nil) }

  @Test(arguments: [
    "https://eksempel.no", "https://www.xn--brum-qra.kommune.no/a/b?c=d&e=f#g",
    "https://eksempel.no?a", "https://eksempel.no/r%C3%A5d/~x/",
  ])
  func wholeAddressesAreLinks(_ text: String) { #expect(WebLink(text)?.text == text) }

  private func set(_ link: String, in kommune: TestKit.Kommune) throws {
    try kommune.run(SetInfoLink.self, ["ruleSet": "baerum-skole", "link": .text(link)])
  }
}
