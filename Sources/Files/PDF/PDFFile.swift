import Web

/// A PDF: taken in when it only shows something, and when what it says of itself can be looked through.
///
/// Everything that looks like an object is read, whether or not the file's own tables lead to it. What
/// a hostile hand hides in ways that only some readers understand may pass; the reader's own program,
/// and that files are only ever downloaded, stand behind this.
enum PDFFile {
  static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "%PDF-1.".utf8) || bytes.starts(with: "%PDF-2.".utf8)
  }

  /// The texts outside of its pages that hold enough digits to matter.
  static func texts(of bytes: ArraySlice<UInt8>) throws(FileRefusal) -> [String] {
    let end = bytes.suffix(1024)
    guard end.indices.contains(where: { end[$0...].starts(with: "%%EOF".utf8) }) else {
      throw .pdfCannotBeLookedThrough
    }
    var scan = PDFScan()
    try scan.read(bytes)
    return scan.texts.filter { $0.unicodeScalars.count { $0.properties.numericType != nil } >= 11 }
  }
}
