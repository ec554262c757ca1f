/// Finds a kommune's marks in what another one was given.
struct Finder {
  private let needles: [String]
  /// Short enough to turn up by chance among letters drawn by lot.
  private let shortNeedles: [String]
  /// How many bytes were searched.
  private(set) var searched = 0

  /// Looks for everything of a kommune: its texts, addresses, ids and secrets.
  init(for neighbour: Neighbour) {
    let mark = neighbour.mark
    needles = [mark.id] + neighbour.cast.secrets
    shortNeedles = [mark.text, mark.address]
  }

  /// The first mark there is, with what stands around it.
  mutating func find(in bytes: [UInt8]) -> String? {
    searched += bytes.count
    let hit =
      needles.lazy.compactMap { bytes.index(of: $0) }.first
      ?? shortNeedles.lazy.compactMap { Self.place(of: $0, in: bytes) }.first
    guard let place = hit else { return nil }
    let range = max(0, place - 80)..<min(bytes.count, place + 80)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Where a short mark stands, but not amid forty letters or more without a space, which are sealed
  /// or drawn by lot.
  private static func place(of needle: String, in bytes: [UInt8]) -> Int? {
    var start = 0
    while let place = bytes.index(of: needle, from: start) {
      let before = bytes[..<place].reversed().prefix(while: isLetter).count
      let after = bytes[place...].prefix(while: isLetter).count
      if before + after < 40 { return place }
      start = place + 1
    }
    return nil
  }

  /// The letters of base64 as addresses have it.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
}
