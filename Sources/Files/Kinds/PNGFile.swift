/// A PNG image, chunk by chunk, without what it says of its maker and without what follows its end.
enum PNGFile {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Texts, the camera's notes and the time; the picture is the same without.
  private static let dropped: Set<String> = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"]

  static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: signature) }

  static func kept(of bytes: ArraySlice<UInt8>) throws(FileRefusal) -> [ArraySlice<UInt8>] {
    var kept = [bytes.prefix(signature.count)]
    var rest = bytes.dropFirst(signature.count)
    var isFirst = true
    while true {
      guard rest.count >= 12 else { throw .imageIsBroken }
      let head = rest.prefix(8)
      let length = head.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count - 12 >= length else { throw .imageIsBroken }
      let type = String(decoding: head.suffix(4), as: UTF8.self)
      guard isFirst == (type == "IHDR") else { throw .imageIsBroken }
      isFirst = false
      if !dropped.contains(type) { kept.append(rest.prefix(12 + length)) }
      rest = rest.dropFirst(12 + length)
      if type == "IEND" { return kept }
    }
  }
}
