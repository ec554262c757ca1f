/// Where an instance keeps its data.
package enum DatabaseLocation: Sendable, Hashable {
  /// A folder with a catalog file and one file for each kommune.
  case sqlite(folder: String)
  /// Any libpq URI; several hosts are allowed.
  case postgres(uri: String)

  /// Reads `sqlite:FOLDER` or `postgres://…`; nil when it is neither.
  package init?(url: String) {
    if url.hasPrefix("sqlite:"), url.count > 7 {
      self = .sqlite(folder: String(url.dropFirst(7)))
    } else if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
      self = .postgres(uri: url)
    } else {
      return nil
    }
  }
}

/// A kommune's number inside this instance: never its kommune number, which may change.
package struct TenantID: Hashable, Sendable, Storable, CustomStringConvertible {
  package let number: Int

  /// A tenant from its number; only the catalog and tests make one.
  package init(_ number: Int) { self.number = number }

  package init?(_ cell: Cell) {
    guard let number = Int(cell) else { return nil }
    self.number = number
  }
  package var bound: BoundValue { number.bound }
  package var description: String { "\(number)" }
}

extension TenantID: Comparable {
  package static func < (a: TenantID, b: TenantID) -> Bool { a.number < b.number }
}
