import Kernel
import TestKit
import Testing
import Web

/// What was done is said once, by a cookie; no address can claim it.
@Suite struct FlashTests {
  @Test(arguments: Engine.available)
  func whatWasDoneIsSaidOnce(_ engine: Engine) throws {
    let house = try House(on: engine)
    let changed = house.send(
      .post, "\(house.base)/note", house.cookie, body: house.form("text=nytt&version=1"))
    let mark = try #require(changed.headers["Set-Cookie"]).prefix { $0 != ";" }
    let session = try #require(house.cookie["Cookie"])

    let next = house.send(
      .get, "\(house.base)/note", house.cookie.with("Cookie", "\(session); \(mark)"))
    let after = house.send(.get, "\(house.base)/note", house.cookie)

    #expect(mark == "samrad-gjort=changeNote")
    #expect(next.text.contains("role=\"status\">Lagret.</p>"))
    #expect(next.headers["Set-Cookie"]?.hasPrefix("samrad-gjort=; ") == true)
    #expect(next.headers["Set-Cookie"]?.contains("Max-Age=0") == true)
    #expect(!after.text.contains("Lagret."))
  }

  @Test func anAddressCannotClaimThatSomethingWasDone() throws {
    let house = try House(on: .sqlite)
    let page = house.send(.get, "\(house.base)/note?gjort=changeNote", house.cookie)
    #expect(page.status == 200)
    #expect(!page.text.contains("Lagret."))
  }

  @Test("The language chosen at the foot of a page stays chosen")
  func theLanguageStays() throws {
    let house = try House(on: .sqlite)
    let chosen = house.send(.get, "\(house.base)/?sprak=nn")
    let cookie = try #require(chosen.headers["Set-Cookie"])
    #expect(cookie.hasPrefix("sprak=nn; Path=\(house.base); Max-Age=31536000"))
    let later = house.send(.get, "\(house.base)/enheter", ["Cookie": "sprak=nn"])
    #expect(later.text.contains("<html lang=\"nn\">"))
  }

  @Test("Whoever must sign in first comes back to the page they asked for")
  func comesBack() throws {
    let house = try House(on: .sqlite)
    let asked = house.send(.get, "\(house.base)/min-side")
    #expect(asked.headers["Location"] == "\(house.base)/logg-inn?til=%2Fmin-side")
    let page = house.send(.get, "\(house.base)/logg-inn?til=%2Fmin-side")
    #expect(page.text.contains("name=\"til\" value=\"/min-side\""))
    let form = "email=kari%40eksempel.no&password=riktig+hest+batteri+stift"

    let back = house.visit("/logg-inn", "til=%2Fenheter&\(form)")
    #expect(back.headers["Location"] == "\(house.base)/enheter")
  }

  @Test(
    "Nobody is led elsewhere after signing in",
    arguments: [
      "https://example.com", "//example.com", "/\\example.com", "/a//b", "javascript:alert(1)",
      "/../annen", "/enheter?gjort=x", "/%0d%0aX: y", "example.com",
    ])
  func noOpenRedirect(_ target: String) throws {
    let house = try House(on: .sqlite)
    let form = "email=kari%40eksempel.no&password=riktig+hest+batteri+stift"
    let answer = house.visit("/logg-inn", "til=\(percentEncoded(target))&\(form)")
    let location = try #require(answer.headers["Location"])
    #expect(location.hasPrefix("\(house.base)/"))
    #expect(!location.contains("example.com"))
  }
}
