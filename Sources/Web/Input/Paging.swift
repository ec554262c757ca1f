import Kernel

/// Which page of a list is asked for.
///
/// Every list is sorted by one text or number and then by id.
package struct Paging: Sendable {
  /// How many records, 1 to 100.
  package let limit: Int
  /// The sort key and the id of the last record of the page before; nil on the first page.
  package let after: Cursor?

  /// One more than the limit, to learn whether there is a next page.
  package var fetch: Int { limit + 1 }
}

/// Where a page of a list ends.
package struct Cursor: Sendable {
  package let key: String
  package let id: ID<Never>

  /// The cursor behind the record with this sort key and id.
  package init<Record>(_ key: String, _ id: ID<Record>) {
    self.key = key
    self.id = id.erased()
  }

  /// The cursor as `next` gives it, safe in a URL.
  package var text: String { "\(id)\(percentEncoded(key))" }

  init?(_ text: String) {
    guard let id = ID<Never>(text.prefix(36)), let key = percentDecoded(text.dropFirst(36)) else {
      return nil
    }
    self.init(key, id)
  }
}

extension Input {
  /// `limit` and `cursor` of a list; a file to take away may have more than a page to look at.
  package mutating func paging(upTo most: Int = 100, ifMissing usual: Int = 20) -> Paging {
    let limit = number("limit", in: 1...most, ifMissing: usual, "How many records a page has.")
    describe("cursor", .cursor(max: 2000), "The `next` of the page before.", required: false)
    guard let cursor = readText("cursor", max: 2000), !cursor.isEmpty else {
      return Paging(limit: limit, after: nil)
    }
    let after = Cursor(cursor)
    if after == nil { note("cursor", .notACursor) }
    return Paging(limit: limit, after: after)
  }
}
