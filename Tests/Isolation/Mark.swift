import Kernel

/// What everything of one of the two kommuner carries, so that a byte of it is found wherever it
/// turns up: every text, every address, and every id.
struct Mark: Sendable, Hashable {
  static let a = Mark(letter: "A", nibbles: 0x2AAA_AAAA)
  static let b = Mark(letter: "B", nibbles: 0x3BBB_BBBB)

  private let letter: Character
  private let nibbles: UInt64

  /// Stands in every text.
  ///
  /// Long, and with digits that codes for apps do not have, so that chance does not write it.
  var text: String { "ZZ\(letter)80Z8" }

  /// Stands in every address, which are in lower case: slug, host, e-mail.
  var address: String { text.lowercased() }

  /// Stands in every id.
  var id: String { String(repeating: letter.lowercased(), count: 4).withHyphens }

  /// Where the ids of the kommune's records come from; each carries the mark.
  ///
  /// Two sources with the same seed give the same ids.
  func ids(seed: UInt64) -> IDSource {
    IDSource(random: MarkedGenerator(nibbles: nibbles, seed: seed))
  }

  /// The same value as it would be if it were nobody's: as long, and sorted at the same place.
  func twin(of value: String) -> String {
    if let secret = flipped(value) { return secret }
    guard [id, text, address].contains(where: value.contains) else {
      return String(value.reversed())
    }
    return value.replacing(id, with: id.dropLast(4) + "cccc").replacing(text, with: "ZZC80Z8")
      .replacing(address, with: "zzc80z8")
  }

  /// A secret that nobody was given.
  private func flipped(_ value: String) -> String? {
    let prefix = value.prefix(4)
    guard ["sks_", "skt_", "ski_"].contains(prefix) else { return nil }
    return prefix + String(value.dropFirst(4).reversed())
  }
}

extension String {
  fileprivate var withHyphens: String { "-\(self)-\(self)" }
}

/// Repeatable chance behind a mark that stays.
private struct MarkedGenerator: RandomNumberGenerator {
  let nibbles: UInt64
  private var seeded: SeededGenerator

  init(nibbles: UInt64, seed: UInt64) {
    self.nibbles = nibbles
    seeded = SeededGenerator(seed: seed)
  }

  mutating func next() -> UInt64 { nibbles << 32 | seeded.next() & 0xFFFF_FFFF }
}
