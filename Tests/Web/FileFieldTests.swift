import Kernel
import TestKit
import Testing

@testable import Web

@Suite struct FileFieldTests {
  @Test(arguments: [
    ("Budsjett 2027.pdf", "Budsjett 2027.pdf"), ("../../etc/passwd", "passwd"),
    ("C:\\Users\\kari\\a.pdf", "a.pdf"), ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie- x.pdf"),
    ("\"a\";b.pdf", "-a--b.pdf"), ("\u{202E}fdp.exe", "fdp.exe"), (".htaccess", "htaccess"),
    ("...", "vedlegg"), ("", "vedlegg"), ("a\0b.pdf", "ab.pdf"), ("referat. ", "referat"),
    ("møte.pdf", "møte.pdf"), ("<svg>.png", "-svg-.png"),
  ])
  func namesAreCleaned(_ sent: String, _ name: String) {
    #expect(FileName.cleaned(sent) == name)
  }

  @Test func namesAreComposedAndShortened() {
    #expect(
      FileName.cleaned("a\u{30A}ret.pdf").unicodeScalars.elementsEqual("året.pdf".unicodeScalars))
    let long = FileName.cleaned(String(repeating: "æ", count: 300) + ".pdf")
    #expect(long == String(repeating: "æ", count: 116) + ".pdf")
    let odd = FileName.cleaned("a." + String(repeating: "b", count: 300))
    #expect(odd.count == 120)
  }

  @Test func aFileIsTakenUpToItsLimit() throws {
    var input = Input(file("a.pdf", 10))
    #expect(input.file("file", max: 10)?.bytes.count == 10)
    try input.finish()
    var larger = Input(file("a.pdf", 11))
    #expect(larger.file("file", max: 10) == nil)
    #expect(larger.problems.map(\.field) == ["file"])
    for nothing in [[:], ["file": "text"], file("", 0)] as [[String: Value]] {
      var input = Input(nothing)
      #expect(input.file("file", max: 10) == nil)
      #expect(input.problems.map(\.field) == ["file"])
    }
  }

  @Test func namesAndContentsAreScreenedAsEveryText() throws {
    let number = SyntheticNumber.example
    let near = String(number.dropLast(2)) + "00"
    var input = Input(file("Om \(number).pdf", 1))
    _ = input.file("file", max: 10)
    #expect(throws: InvalidInput.self) { try input.finish() }
    var asked = Input(file("KID \(near).pdf", 1))
    _ = asked.file("file", max: 10)
    #expect(throws: InvalidInput.self) { try asked.finish() }
    #expect(asked.problems.map(\.field) == ["file", "notAnIdentityNumber"])
    var confirmed = Input(
      file("KID \(near).pdf", 1).merging(["notAnIdentityNumber": true]) { $1 })
    let taken = confirmed.file("file", max: 10)
    try confirmed.finish()
    try taken?.screen(["KID \(near)", "ingenting"])
    #expect(throws: InvalidInput.self) { try taken?.screen(["Om \(number)"]) }
    var other = Input(file("a.pdf", 1))
    let unconfirmed = other.file("file", max: 10)
    do {
      try unconfirmed?.screen(["KID \(near)"])
      Issue.record("taken")
    } catch let refusal as InvalidInput {
      #expect(refusal.fields.map(\.field) == ["file", "notAnIdentityNumber"])
    }
  }

  private func file(_ name: String, _ count: Int) -> [String: Value] {
    ["file": .file(SentFile(name: name, bytes: [UInt8](repeating: 65, count: count)[...]))]
  }
}
