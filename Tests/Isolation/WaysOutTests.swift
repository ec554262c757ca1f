import TestKit
import Testing

/// What leaves the program leaves through a C library, so a new library is a new way out: a mail, a
/// call to another server, a file.
@Suite struct WaysOutTests {
  /// Each library with what is swept of it.
  private static let known = [
    "CPostgreSQL": "the database door",
    "CSQLite": "a file for each kommune",
    "CMicroHTTPD": "every route and the instance's own pages",
    "CSodium": "computes, and sends nothing",
    "CJansson": "reads, and sends nothing",
    "CCrypto": "computes, and sends nothing",
    "CQREncode": "draws, and sends nothing",
    "CZlib": "unpacks, and sends nothing",
    "CCurl": "asks issuers, who answer in `TwoKommuner.send`; sends letters, whose table is swept",
  ]

  @Test func everyWayOutIsSwept() throws {
    let root = #filePath.dropLast("/Tests/Isolation/WaysOutTests.swift".count)
    let manifest = String(decoding: try File.read("\(root)/Package.swift"), as: UTF8.self)
    let libraries = manifest.matches(of: /\blibrary\("(\w+)"/).map { String($0.output.1) }
    let unknown = libraries.filter { Self.known[$0] == nil }

    #expect(
      unknown == [],
      """
      What leaves through these is not swept. Let the sweep read it, with nothing of the other \
      kommune in it, and then name the library in WaysOutTests.swift.
      """)
    #expect(libraries.count == Self.known.count, "a library that is no more is still named")
  }
}
