/// A JPEG image, segment by segment, without the camera's notes (where it was taken, by whom), without
/// comments, and without what follows its end.
enum JPEGFile {
  static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: [0xFF, 0xD8, 0xFF]) }

  static func kept(of bytes: ArraySlice<UInt8>) throws(FileRefusal) -> [ArraySlice<UInt8>] {
    var kept = [bytes.prefix(2)]
    var rest = bytes.dropFirst(2)
    while true {
      guard rest.count >= 2, rest.first == 0xFF else { throw .imageIsBroken }
      let marker = rest[rest.startIndex + 1]
      if marker == 0xD9 { return kept + [rest.prefix(2)] }
      guard rest.count >= 4 else { throw .imageIsBroken }
      let length = Int(rest[rest.startIndex + 2]) << 8 | Int(rest[rest.startIndex + 3])
      guard length >= 2, rest.count >= 2 + length else { throw .imageIsBroken }
      let segment = rest.prefix(2 + length)
      if isKept(marker, segment.dropFirst(4)) { kept.append(segment) }
      rest = rest.dropFirst(2 + length)
      if marker == 0xDA {
        let scan = scan(rest)
        kept.append(scan)
        rest = rest.dropFirst(scan.count)
      }
    }
  }

  /// The size, the colours and the tables stay; of applications' own segments, those that say how to
  /// show the picture.
  private static func isKept(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
    switch marker {
    case 0xE0: content.starts(with: "JFIF\0".utf8)
    case 0xE2: content.starts(with: "ICC_PROFILE\0".utf8)
    case 0xEE: content.starts(with: "Adobe".utf8)
    case 0xE1...0xEF, 0xFE: false
    default: true
    }
  }

  /// The picture's data up to the next marker; FF 00 and restarts belong to it.
  private static func scan(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var index = rest.startIndex
    while index + 1 < rest.endIndex {
      if rest[index] == 0xFF {
        let next = rest[index + 1]
        if next != 0, !(0xD0...0xD7).contains(next), next != 0xFF { return rest[..<index] }
      }
      index += 1
    }
    return rest
  }
}
