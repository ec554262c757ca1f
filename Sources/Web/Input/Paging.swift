import Kernel

/// Which page of a list is asked for.
package struct Paging: Sendable {
  /// How many records, 1 to 100.
  package let limit: Int
  /// The sort keys of the last record of the page before; empty on the first page.
  package let after: [String]

  /// One more than the limit, to learn whether there is a next page.
  package var fetch: Int { limit + 1 }
}

/// Where a page of a list ends: the sort keys of its last record, readable only to us.
package enum Cursor {
  /// The cursor behind a record with these sort keys.
  package static func text(_ keys: String...) -> String {
    percentEncoded(keys.map(percentEncoded).joined(separator: "~"))
  }

  static func keys(_ text: String, count: Int) -> [String]? {
    guard let inner = percentDecoded(text) else { return nil }
    let parts = inner.split(separator: "~", omittingEmptySubsequences: false)
    let keys = parts.compactMap { percentDecoded($0) }
    return keys.count == count && parts.count == count ? keys : nil
  }
}

extension Input {
  /// `limit` and `cursor` of a list whose records are sorted by so many keys.
  package mutating func paging(keys: Int) -> Paging {
    let limit = number("limit", in: 1...100, ifMissing: 20, "How many records a page has.")
    let cursor = optionalText("cursor", max: 2000, "The `next` of the page before.")
    guard let cursor else { return Paging(limit: limit, after: []) }
    let after = Cursor.keys(cursor, count: keys)
    if after == nil { note("cursor", .notACursor) }
    return Paging(limit: limit, after: after ?? [])
  }
}
