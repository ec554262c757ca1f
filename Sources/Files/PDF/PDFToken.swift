/// The few pieces of PDF's syntax that matter here.
enum PDFToken {
  /// The name that begins with this slash, `#41` read as `A`, and where it ends.
  static func name(_ rest: ArraySlice<UInt8>) -> (String, end: Int) {
    var bytes: [UInt8] = []
    var index = rest.startIndex + 1
    while index < rest.endIndex, !isBlank(rest[index]), !isDelimiter(rest[index]) {
      if rest[index] == UInt8(ascii: "#"), index + 2 < rest.endIndex,
        let high = digit(rest[index + 1]), let low = digit(rest[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(rest[index])
        index += 1
      }
      if bytes.count > longestName { break }
    }
    return (String(decoding: bytes, as: UTF8.self), index)
  }

  /// The string that begins here, `(…)` or `<…>`, and where it ends; nil for a dictionary.
  static func text(_ rest: ArraySlice<UInt8>) -> (String, end: Int)? {
    let (bytes, end): ([UInt8], Int)
    if rest.first == UInt8(ascii: "(") {
      (bytes, end) = literal(rest.dropFirst())
    } else {
      guard let found = hexadecimal(rest.dropFirst()) else { return nil }
      (bytes, end) = found
    }
    return (decoded(bytes), end)
  }

  /// Whether a word stands here by itself.
  static func word(_ word: StaticString, at index: Int, of bytes: ArraySlice<UInt8>) -> Bool {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.endIndex,
      word.withUTF8Buffer({ bytes[index..<end].elementsEqual($0) })
    else { return false }
    let before = index > bytes.startIndex ? bytes[index - 1] : 0x20
    let after = end < bytes.endIndex ? bytes[end] : 0x20
    return isBlank(before) && (isBlank(after) || isDelimiter(after))
  }

  /// Whether the word `stream` with a line end stands here.
  static func beginsStream(at index: Int, of bytes: ArraySlice<UInt8>) -> Bool {
    let end = index + 6
    guard end < bytes.endIndex, bytes[index..<end].elementsEqual("stream".utf8) else {
      return false
    }
    let before = index > bytes.startIndex ? bytes[index - 1] : 0x20
    return (isBlank(before) || isDelimiter(before))
      && (bytes[end] == 0x0A || bytes[end] == 0x0D || bytes[end] == 0x20)
  }

  static func withoutLineEnd(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let data = rest.drop { $0 == 0x20 }
    if data.starts(with: [0x0D, 0x0A]) { return data.dropFirst(2) }
    return data.first == 0x0A || data.first == 0x0D ? data.dropFirst() : data
  }

  /// Where a stream's data ends, or where something in it looks like an object all the same.
  static func endOfStream(_ data: ArraySlice<UInt8>) -> Int {
    var index = data.startIndex
    while index < data.endIndex {
      switch data[index] {
      case UInt8(ascii: "e") where data[index...].starts(with: "endstream".utf8): return index
      case UInt8(ascii: "o") where word("obj", at: index, of: data): return index
      case UInt8(ascii: "t") where word("trailer", at: index, of: data): return index
      default: index += 1
      }
    }
    return data.endIndex
  }

  private static let longestName = 200
  private static let longestText = 65_536

  private static func literal(_ rest: ArraySlice<UInt8>) -> ([UInt8], Int) {
    var bytes: [UInt8] = []
    var depth = 1
    var index = rest.startIndex
    while index < rest.endIndex, bytes.count < longestText {
      var byte = rest[index]
      index += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return (bytes, index) }
      case UInt8(ascii: "\\"):
        guard index < rest.endIndex else { continue }
        let octal = rest[index...].prefix(3).prefix { (0x30...0x37).contains($0) }
        if octal.isEmpty {
          byte = rest[index]
          index += 1
          // A line that goes on; the other letters stand for control characters.
          if byte == 0x0A || byte == 0x0D { continue }
          if "nrtbf".utf8.contains(byte) { byte = 0x20 }
        } else {
          byte = UInt8(truncatingIfNeeded: octal.reduce(0) { $0 << 3 | Int($1 - 0x30) })
          index += octal.count
        }
      default: break
      }
      bytes.append(byte)
    }
    return (bytes, index)
  }

  private static func hexadecimal(_ rest: ArraySlice<UInt8>) -> ([UInt8], Int)? {
    var digits: [UInt8] = []
    var index = rest.startIndex
    while index < rest.endIndex, digits.count < 2 * longestText {
      let byte = rest[index]
      index += 1
      if byte == UInt8(ascii: ">") { break }
      if isBlank(byte) { continue }
      guard let digit = digit(byte) else { return nil }
      digits.append(digit)
    }
    if !digits.count.isMultiple(of: 2) { digits.append(0) }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return (bytes, index)
  }

  /// Text as PDF writes it: UTF-16 or UTF-8 with a mark, or else an alphabet whose digits are ASCII.
  static func decoded(_ bytes: [UInt8]) -> String {
    func utf16(_ isBig: Bool) -> String {
      let pairs = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBig ? first << 8 | second : second << 8 | first
      }
      return String(decoding: pairs, as: UTF16.self)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(false) }
    return String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
