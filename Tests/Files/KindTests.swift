import Files
import TestKit
import Testing

@Suite struct KindTests {
  @Test(arguments: [
    (SampleFile.pdf(), FileKind.pdf), (SampleFile.png(), .png), (SampleFile.jpeg(), .jpeg),
    (Array("Sak 1: Lekeplassen\r\n".utf8), .text), (Array("\u{FEFF}æøå".utf8), .text),
  ])
  func aFileIsWhatItsBytesSay(_ bytes: [UInt8], _ kind: FileKind) throws {
    let file = try InspectedFile(bytes[...])
    #expect(file.kind == kind)
    #expect(file.kept.flatMap(Array.init) == bytes)
    #expect(file.size == bytes.count)
  }

  @Test(arguments: [
    "<!doctype html><script>alert(1)</script>", "  \n<svg xmlns='http://www.w3.org/2000/svg'/>",
    "\u{FEFF}<html>", "<html>%PDF-1.7\n%%EOF", "MZ\u{90}\0\u{3}\0", "PK\u{3}\u{4}\0", "GIF89a\0",
    "\0", " \n ", "%!PS\u{1B}", "RIFF\0\0\0\0WEBP",
  ])
  func everythingElseIsRefusedWhateverItIsCalled(_ text: String) {
    #expect(throws: FileRefusal.kindOfFileIsNotTaken) { try InspectedFile(Array(text.utf8)[...]) }
  }

  @Test func nothingAndBrokenTextAreRefused() {
    #expect(throws: FileRefusal.fileIsEmpty) { try InspectedFile([]) }
    #expect(throws: FileRefusal.kindOfFileIsNotTaken) { try InspectedFile([0x41, 0xE5]) }
    let long = [UInt8](repeating: 0x61, count: 1024 * 1024)
    #expect(throws: Never.self) { try InspectedFile(long[...]) }
    #expect(throws: FileRefusal.textIsTooLong) { try InspectedFile((long + [0x61])[...]) }
  }

  @Test func aNameEndsAsTheFileIs() {
    #expect(FileKind.pdf.name("Budsjett.PDF") == "Budsjett.PDF")
    #expect(FileKind.pdf.name("side.html") == "side.html.pdf")
    #expect(FileKind.jpeg.name("bilde.jpeg") == "bilde.jpeg")
    #expect(FileKind.text.name("setup.exe") == "setup.exe.txt")
  }

  @Test func imagesLoseWhatTheySayOfTheirMaker() throws {
    let place = Array("Exif\0\060.3913N".utf8)
    let png = SampleFile.png(("eXIf", place), ("tEXt", Array("Author\0Kari".utf8)))
    let jpeg = SampleFile.jpeg((0xE1, place), (0xFE, Array("Kari".utf8)), (0xED, place))

    #expect(try kept(png) == SampleFile.png())
    #expect(try kept(jpeg) == SampleFile.jpeg())
    #expect(try kept(SampleFile.jpeg((0xEE, Array("Adobe".utf8)))).count > SampleFile.jpeg().count)
  }

  @Test func whatFollowsTheEndOfAnImageIsCutOff() throws {
    let page = Array("<script>alert(1)</script>".utf8)
    #expect(try kept(SampleFile.png() + page) == SampleFile.png())
    #expect(try kept(SampleFile.jpeg() + page) == SampleFile.jpeg())
  }

  @Test(arguments: [SampleFile.png(), SampleFile.jpeg()])
  func aBrokenImageIsRefusedWhereverItBreaks(_ whole: [UInt8]) {
    for end in 9..<whole.count - 1 {
      #expect(throws: FileRefusal.imageIsBroken) { try InspectedFile(whole[..<end]) }
    }
  }

  private func kept(_ bytes: [UInt8]) throws -> [UInt8] {
    try InspectedFile(bytes[...]).kept.flatMap(Array.init)
  }
}
