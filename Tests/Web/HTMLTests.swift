import HTML
import Testing

@Suite struct HTMLTests {
  private static let hostile = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"),
    ("' onmouseover='alert(1)", "&#39; onmouseover=&#39;alert(1)"),
    ("&lt;", "&amp;lt;"), ("</textarea><b>", "&lt;/textarea&gt;&lt;b&gt;"),
    ("<!--", "&lt;!--"), ("]]>", "]]&gt;"), ("æ & ø", "æ &amp; ø"),
    ("<\u{301}b>", "&lt;\u{301}b&gt;"), ("\"\u{301}", "&quot;\u{301}"),
    ("javascript:alert(1)", "javascript:alert(1)"), ("", ""),
  ]

  @Test(arguments: hostile)
  func everyValueIsEscapedInTextAndInAttributes(_ text: String, _ escaped: String) {
    let inText: HTML = "<p>\(text)</p>"
    let inAttribute: HTML = "<input value=\"\(text)\">"

    #expect(inText.description == "<p>\(escaped)</p>")
    #expect(inAttribute.description == "<input value=\"\(escaped)\">")
  }

  @Test func markupIsNotEscapedTwice() {
    let item: HTML = "<li>\("a & b")</li>"

    let list: HTML = "<ul>\([item, item])\(item)\(Optional(item))\(nil as HTML?)\(7)</ul>"

    #expect(
      list.description
        == "<ul>" + String(repeating: "<li>a &amp; b</li>", count: 4) + "7</ul>")
  }

  @Test func aSubstringIsEscapedLikeAString() {
    let html: HTML = "\("x<y>"[...].dropFirst())"

    #expect(html.description == "&lt;y&gt;")
  }
}

@Suite struct LinkTests {
  @Test(arguments: [
    "https://example.com", "//example.com", "javascript:alert(1)", "example.com", "", "///x",
    "/\\example.com", "\\\\example.com", "/\t/example.com", "/\n/example.com", "\t//example.com",
    "//\u{301}example.com", "/a\\..\\b", "/a\0b", "data:text/html,x", "/å /b",
  ])
  func aLinkNeverLeavesTheInstance(_ path: String) {
    #expect(Link(path: path).text == "/")
  }

  @Test(arguments: ["/", "/trondheim/rad", "/trondheim/rad?cursor=a%2Fb", "/a/b//c"])
  func aPathOfTheInstanceIsKept(_ path: String) {
    #expect(Link(path: path).text == path)
  }

  @Test func aLinkIsEscapedWhereItStands() {
    let html: HTML = "<a href=\"\(Link(path: "/x?a=1&b='\""))\">"

    #expect(html.description == "<a href=\"/x?a=1&amp;b=&#39;&quot;\">")
  }
}
