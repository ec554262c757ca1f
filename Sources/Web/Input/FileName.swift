/// The names of files, as whoever sent one calls it and as we keep it.
enum FileName {
  /// A name without a path, without characters that mean something to some file system, composed,
  /// and not too long; its ending stays.
  static func cleaned(_ raw: String) -> String {
    let last = TextRules.normalised(raw).split { $0 == "/" || $0 == "\\" }.last ?? ""
    var name = ""
    for character in last {
      let isFit = character.unicodeScalars.allSatisfy(TextRules.isPrintable)
      if character.isNewline || character == "\t" || !isFit { continue }
      name.append(#"<>:"|?*;"#.contains(character) ? "-" : composed[character] ?? character)
    }
    name = String(name.drop { $0 == "." || $0.isWhitespace })
    while name.last?.isWhitespace == true || name.last == "." { name.removeLast() }
    return shortened(name.isEmpty ? "vedlegg" : name)
  }

  private static let longest = 120

  private static func shortened(_ name: String) -> String {
    guard name.unicodeScalars.count > longest else { return name }
    let dot = name.lastIndex(of: ".")
    let ending = dot.map { name[$0...] } ?? ""
    let kept = ending.unicodeScalars.count <= 10 ? ending : ""
    let stem = name.unicodeScalars.prefix(longest - kept.unicodeScalars.count)
    return String(String.UnicodeScalarView(stem)) + kept
  }

  /// Letters with their marks as one code point (NFC), as some systems do not send them.
  ///
  /// A character is the same however it is spelt, so it finds itself here.
  private static let composed: [Character: Character] = {
    let letters = (0x00C0...0x017F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    return Dictionary(letters.map { (Character($0), Character($0)) }) { first, _ in first }
  }()
}
