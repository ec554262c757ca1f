/// Reads a PDF from front to back: names and strings of its objects, those in packed streams too.
///
/// It looks at more than a PDF reader would, on purpose: names also within strings and comments, and
/// objects also where a stream seems to be. What it cannot unpack, it refuses.
struct PDFScan {
  private(set) var texts: [String] = []
  /// The names since the last `obj`, which are those of a stream's dictionary where one begins.
  private var names: [String] = []
  /// How much was unpacked so far.
  private var unpacked = 0

  private static let most = 32 * 1024 * 1024
  private static let mostOfOne = 4 * 1024 * 1024

  /// What does something, sends something or carries something.
  private static let active: Set<String> = [
    "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "ImportData",
    "SubmitForm", "GoToE",
  ]
  private static let told: Set<String> = [
    "ObjStm", "N", "First", "Metadata", "XML", "Filter", "DecodeParms", "DP", "Predictor",
  ]
  private static let filters: Set<String> = [
    "FlateDecode", "Fl", "LZWDecode", "LZW", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85",
    "RunLengthDecode", "RL", "Crypt",
  ]

  mutating func read(_ bytes: ArraySlice<UInt8>, isPacked: Bool = false) throws(FileRefusal) {
    var index = bytes.startIndex
    // Names are looked for in strings too; strings in strings are not.
    var endOfText = index
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "/"):
        let (name, end) = PDFToken.name(bytes[index...])
        try note(name)
        index = end
      case UInt8(ascii: "("), UInt8(ascii: "<"):
        if index >= endOfText, let (text, end) = PDFToken.text(bytes[index...]) {
          texts.append(text)
          endOfText = end
        }
        index += 1
      case UInt8(ascii: "o") where PDFToken.word("obj", at: index, of: bytes):
        names = []
        index += 3
      case UInt8(ascii: "s") where !isPacked && PDFToken.beginsStream(at: index, of: bytes):
        index = try stream(bytes[(index + 6)...])
      default: index += 1
      }
    }
  }

  private mutating func note(_ name: String) throws(FileRefusal) {
    if Self.active.contains(name) { throw .pdfDoesMoreThanShow }
    if name == "Encrypt" { throw .pdfIsLocked }
    if Self.told.contains(name) || Self.filters.contains(name) { names.append(name) }
  }

  /// Reads what is in a stream, where it matters; gives where the next object may begin.
  private mutating func stream(_ rest: ArraySlice<UInt8>) throws(FileRefusal) -> Int {
    let names = names
    self.names = []
    let data = PDFToken.withoutLineEnd(rest)
    if names.contains("ObjStm") || (names.contains("N") && names.contains("First")) {
      try read(unpack(data, names)[...], isPacked: true)
      self.names = []
    } else if names.contains("Metadata"), names.contains("XML") {
      texts += XMPText.texts(of: try unpack(data, names))
    }
    return PDFToken.endOfStream(data)
  }

  private mutating func unpack(
    _ data: ArraySlice<UInt8>, _ names: [String]
  ) throws(FileRefusal) -> [UInt8] {
    let filters = names.filter(Self.filters.contains)
    let bytes: [UInt8]?
    switch filters {
    case [] where !names.contains("Filter"):
      bytes = Array(data[..<PDFToken.endOfStream(data)].prefix(Self.mostOfOne))
    case ["FlateDecode"] where !names.contains("Predictor"), ["Fl"]:
      bytes = Inflate.bytes(of: data, most: Self.mostOfOne)
    default: bytes = nil
    }
    unpacked += bytes?.count ?? 0
    guard let bytes, unpacked <= Self.most else { throw .pdfCannotBeLookedThrough }
    return bytes
  }
}
