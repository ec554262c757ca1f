/// Finds a kommune's marks in what another one was given.
struct Finder {
  private let needles: [String]
  /// How many bytes were searched.
  private(set) var searched = 0

  /// Looks for everything of a kommune: its texts, addresses, ids and secrets.
  init(for neighbour: Neighbour) {
    let mark = neighbour.mark
    needles = [mark.id, mark.text, mark.address] + neighbour.cast.secrets
  }

  /// The first mark there is, with what stands around it.
  mutating func find(in bytes: [UInt8]) -> String? {
    searched += bytes.count
    guard let place = needles.lazy.compactMap({ bytes.index(of: $0) }).first else { return nil }
    let range = max(0, place - 80)..<min(bytes.count, place + 80)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
