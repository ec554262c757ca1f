import Database
import Web

/// A page somewhere else, over https: what people are sent to from a page of ours.
///
/// One that is not can't be made, whether it comes from a form or from the database.
package struct WebLink: Sendable, Hashable {
  package let text: String

  /// Reads an address; nil unless it is https, names a host on the internet, and holds nothing that
  /// hides where it leads: no user, no letter that one reader takes for another.
  package init?(_ text: String) {
    guard text.hasPrefix("https://"), text.utf8.count <= Self.longest,
      text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
      !text.utf8.contains(where: "\\\"'<>^`{|}".utf8.contains)
    else { return nil }
    let authority = text.dropFirst("https://".count).prefix { !"/?#".contains($0) }
    let names = authority.split(separator: ".", omittingEmptySubsequences: false)
    let isName = names.allSatisfy { name in
      !name.isEmpty && name.utf8.allSatisfy(Self.isPlain) && name.first != "-" && name.last != "-"
    }
    // The last one has a letter, so that no number passes for a host.
    guard names.count > 1, isName, names.last?.contains(where: \.isLetter) == true else {
      return nil
    }
    self.text = text
  }

  static let longest = 500

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
  }
}

extension WebLink: Storable, JSONValue {
  package init?(_ cell: Cell) {
    guard let text = String(cell) else { return nil }
    self.init(text)
  }
  package var bound: BoundValue { .text(text) }
  package static var schema: JSONSchema { String.schema }
  package func write(to json: inout JSONWriter) { text.write(to: &json) }
}
