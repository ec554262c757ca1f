/// Codes that people choose and that stand in addresses.
enum PathCode {
  /// Whether it is made of small letters from a to z, digits, and hyphens between them.
  static func isGood(_ code: String) -> Bool {
    code.utf8.count >= 2 && !code.hasPrefix("-") && !code.hasSuffix("-")
      && code.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
