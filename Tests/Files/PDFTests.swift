import Files
import TestKit
import Testing

@Suite struct PDFTests {
  private static let number = SyntheticNumber.example

  @Test(arguments: [
    "<< /S /JavaScript /JS (app.alert(1)) >>", "<< /S/Java#53cript >>", "<< /S /Launch /F (cmd) >>",
    "<< /Type /EmbeddedFile >>", "<< /Names << /EmbeddedFiles 4 0 R >> >>", "<< /XFA [] >>",
    "<< /S /SubmitForm >>", "( unbalanced << /S /JavaScript >>", "% a comment /JavaScript",
    "<< /Length 9 >> stream\n 7 0 obj << /S /JavaScript >> endobj\nendstream",
  ])
  func aPDFThatDoesMoreThanShowIsRefused(_ object: String) {
    #expect(throws: FileRefusal.pdfDoesMoreThanShow) {
      try InspectedFile(SampleFile.pdf(object)[...])
    }
  }

  @Test func whatOnlyLooksLikeItPasses() throws {
    let pages = [
      "<< /Font /JSansBold /Title (Om JavaScript) >>",
      "<< /Length 40 >> stream\nBT /JavaScript Tj ET\nendstream",
    ]
    for page in pages {
      #expect(throws: Never.self) { try InspectedFile(SampleFile.pdf(page)[...]) }
    }
  }

  @Test func aLockedPDFIsRefused() {
    #expect(throws: FileRefusal.pdfIsLocked) {
      try InspectedFile(SampleFile.pdf("<< /Encrypt 5 0 R >>")[...])
    }
  }

  @Test func aPDFWithoutAnEndIsRefused() {
    #expect(throws: FileRefusal.pdfCannotBeLookedThrough) {
      try InspectedFile(Array("%PDF-1.7\n1 0 obj <<>> endobj".utf8)[...])
    }
  }

  @Test func packedObjectsAreLookedThrough() throws {
    let script = packed("/Type /ObjStm /N 1 /First 4", "5 0 << /S /JavaScript >>")
    #expect(throws: FileRefusal.pdfDoesMoreThanShow) { try InspectedFile(script[...]) }
    let hidden = packed("/N 1 /First 4", "5 0 << /S /JavaScript >>")
    #expect(throws: FileRefusal.pdfDoesMoreThanShow) { try InspectedFile(hidden[...]) }
    let title = packed("/Type /Obj#53tm /N 1 /First 4", "5 0 << /Title (Om \(Self.number)) >>")
    #expect(try InspectedFile(title[...]).texts == ["Om \(Self.number)"])
  }

  @Test func whatCannotBeUnpackedIsRefused() {
    for filter in ["/LZWDecode", "[/ASCIIHexDecode /FlateDecode]", "5 0 R"] {
      let file = SampleFile.pdf(
        "<< /Type /ObjStm /N 1 /First 4 /Filter \(filter) >> stream\nabc\nendstream")
      #expect(throws: FileRefusal.pdfCannotBeLookedThrough) { try InspectedFile(file[...]) }
    }
    let broken = SampleFile.pdf(
      "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\nabc\nendstream")
    #expect(throws: FileRefusal.pdfCannotBeLookedThrough) { try InspectedFile(broken[...]) }
  }

  /// 4 MiB of zeros and one more, packed to 4 kB.
  @Test func aBombIsRefusedBeforeItIsUnpacked() {
    let head = "%PDF-1.7\n3 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\n"
    // Zeros in blocks with fixed codes: a literal, then 258 bytes from one byte before, repeated.
    let bomb = Array(head.utf8) + DeflateBomb.bytes(runs: 20_000) + Array("\nendstream\n%%EOF".utf8)
    #expect(bomb.count < 40_000)
    #expect(throws: FileRefusal.pdfCannotBeLookedThrough) { try InspectedFile(bomb[...]) }
  }

  @Test func whatAPDFSaysOfItselfIsFoundInEverySpelling() throws {
    let digits = Self.number.utf8.map { String($0, radix: 16) }
    let wide = "FEFF" + digits.map { "00" + $0 }.joined()
    let octal = Self.number.utf8.map { "\\\(String($0, radix: 8))" }.joined()
    for text in ["(\(Self.number))", "<\(digits.joined())>", "<\(wide)>", "(\(octal))"] {
      let file = SampleFile.pdf("<< /Keywords \(text) >>")
      #expect(try InspectedFile(file[...]).texts == [Self.number], "\(text)")
    }
  }

  @Test func xmpIsReadToo() throws {
    let xmp = """
      <x:xmpmeta><rdf:Description pdf:Keywords="sak \(Self.number)" id='uuid:01a200d2'>
      <dc:title><rdf:li xml:lang="x-default">Om &#\(Self.number.utf8.first ?? 0);\
      \(Self.number.dropFirst())</rdf:li></dc:title></rdf:Description></x:xmpmeta>
      """
    let plain = SampleFile.pdf("<< /Type /Metadata /Subtype /XML >> stream\n\(xmp)\nendstream")
    let wanted = ["sak \(Self.number)", "Om \(Self.number)"]
    #expect(try InspectedFile(plain[...]).texts == wanted)
    #expect(
      try InspectedFile(packed("/Type /Metadata /Subtype /XML", xmp)[...]).texts == wanted)
  }

  /// Whatever comes, an answer comes, and soon.
  @Test func bytesOfAnyKindAreAnswered() {
    var dice = SystemRandomNumberGenerator()
    let pieces = [
      "(", "<", "<<", ">>", "/", "#", "stream\n", "endstream", " obj ", "\\", ")", "/ObjStm", "/N ",
      "/First ", "/Filter/FlateDecode ", "\0", "12", "/Metadata/XML ", "%", "\r\n", "\u{FF}",
    ]
    for _ in 0..<2000 {
      let middle = (0..<60).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      let bytes = Array("%PDF-1.7\n\(middle)\n%%EOF".utf8)
      _ = try? InspectedFile(bytes[...])
    }
  }

  private func packed(_ dictionary: String, _ content: String) -> [UInt8] {
    Array(
      "%PDF-1.7\n3 0 obj << \(dictionary) /Filter /FlateDecode >> stream\r\n".utf8)
      + SampleFile.zlib(Array(content.utf8)) + Array("\nendstream endobj\n%%EOF\n".utf8)
  }
}

/// A few bytes that stand for many.
private enum DeflateBomb {
  static func bytes(runs: Int) -> [UInt8] {
    var bits: [Bool] = []
    func add(_ value: Int, _ count: Int) {
      for bit in 0..<count { bits.append(value >> bit & 1 == 1) }
    }
    func code(_ value: Int, _ count: Int) {
      for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
    }
    add(1, 1)
    add(1, 2)
    code(0x30, 8)
    for _ in 0..<runs {
      code(0b1100_0101, 8)
      code(0, 5)
    }
    code(0, 7)
    var bytes: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: bits.count, by: 8) {
      let byte = (0..<8).reduce(UInt8(0)) { byte, bit in
        start + bit < bits.count && bits[start + bit] ? byte | 1 << bit : byte
      }
      bytes.append(byte)
    }
    return bytes
  }
}
