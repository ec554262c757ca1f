/// Text in seven bits and short lines that people can still read (RFC 2045 § 6.7).
enum QuotedPrintable {
  private static let longest = 76

  static func bytes(of text: String) -> [UInt8] {
    var lines: [[UInt8]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += encoded(Array(line.utf8))
    }
    return Array(lines.joined(separator: [13, 10])) + (lines.last?.isEmpty == true ? [] : [13, 10])
  }

  /// One line of text, in as many as it takes.
  private static func encoded(_ line: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for (index, byte) in line.enumerated() {
      let isLast = index == line.count - 1
      // A dot alone on a line ends a message; some servers also change the word «From».
      let isRisky = index == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
      let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=") && !isRisky
      let isSpace = byte == UInt8(ascii: " ") && !isLast
      let piece = isPlain || isSpace ? [byte] : hex(byte)
      if lines[lines.count - 1].count + piece.count > longest - 1 {
        lines[lines.count - 1].append(UInt8(ascii: "="))
        lines.append([])
      }
      // NB: a dot may come to stand first after a soft break.
      let stands = lines[lines.count - 1].isEmpty && piece == [UInt8(ascii: ".")]
      lines[lines.count - 1] += stands ? hex(byte) : piece
    }
    return lines
  }

  private static func hex(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
