/// Which names a kommune may have in URLs.
enum Slug {
  /// First path segments the server uses itself.
  static let reserved: Set<String> = [
    "api", "static", "oparl", "healthz", "readyz", "metrics", "problems", "admin",
  ]

  static func isValid(_ slug: String) -> Bool {
    let allowed = slug.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
    return allowed && (2...40).contains(slug.utf8.count) && slug.utf8.first.map { $0 >= 97 } == true
      && !slug.hasSuffix("-") && !reserved.contains(slug)
  }

  static func isHost(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && host.utf8.count <= 253
      && labels.allSatisfy { label in
        !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
          }
      }
  }
}
