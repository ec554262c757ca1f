import Crypto

/// A file that was looked through: what it is, what to keep of it, and what it says of itself.
package struct InspectedFile: Sendable {
  package let kind: FileKind
  /// What is kept, piece by piece: an image loses what says where and with what it was taken.
  package let kept: [ArraySlice<UInt8>]
  /// Texts to screen for identity numbers.
  package let texts: [String]

  /// How many bytes are kept.
  package var size: Int { kept.reduce(0) { $0 + $1.count } }

  /// The SHA-256 of what is kept, in hexadecimal.
  package var digest: String { SHA256(kept).hex }

  /// Looks through a file of any kind that is taken in.
  ///
  /// - Throws: why it is not.
  package init(_ bytes: ArraySlice<UInt8>) throws(FileRefusal) {
    guard !bytes.isEmpty else { throw .fileIsEmpty }
    if PDFFile.isOne(bytes) {
      kind = .pdf
      kept = [bytes]
      texts = try PDFFile.texts(of: bytes)
    } else if PNGFile.isOne(bytes) {
      kind = .png
      kept = try PNGFile.kept(of: bytes)
      texts = []
    } else if JPEGFile.isOne(bytes) {
      kind = .jpeg
      kept = try JPEGFile.kept(of: bytes)
      texts = []
    } else {
      kind = .text
      kept = [bytes]
      texts = [try PlainText.text(of: bytes)]
    }
  }
}
