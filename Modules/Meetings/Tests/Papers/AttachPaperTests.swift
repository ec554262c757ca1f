import Files
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

extension CouncilYear {
  /// What attaching a paper reads.
  func paper(
    _ item: AgendaItem, _ name: String = "Saksframlegg.pdf", _ bytes: [UInt8] = SampleFile.pdf()
  ) -> [String: Value] {
    [
      "meeting": at, "item": .text("\(item.id)"), "concernsNoSinglePerson": true,
      "file": .file(SentFile(name: name, bytes: bytes[...])),
    ]
  }

  @discardableResult
  func attach(
    to item: AgendaItem, as actor: Actor? = nil, _ name: String = "Saksframlegg.pdf",
    _ bytes: [UInt8] = SampleFile.pdf()
  ) throws -> Paper {
    try kommune.run(AttachPaper.self, as: actor ?? members[0], paper(item, name, bytes))
  }

  /// The bytes that are kept of a paper.
  func bytes(of paper: Paper, as actor: Actor) throws -> [UInt8] {
    let client = try client(actor)
    let answer = client.api(.get, path(of: paper))
    return try answer.spool?.contents() ?? []
  }

  func path(of paper: Paper) -> String {
    "/meetings/\(paper.meeting)/agenda/\(paper.item)/papers/\(paper.id)"
  }
}

@Suite struct AttachPaperTests {
  @Test("Any participant adds papers until the minutes are approved", arguments: Engine.available)
  func adds(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    for actor in year.everybody + [year.secretary] { try year.attach(to: item, as: actor) }
    let stranger = year.stranger
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.attach(to: item, as: stranger)
    }
    try year.kommune.expect(AccessRefusal.youMustSignIn) {
      try year.attach(to: item, as: .visitor)
    }
    try year.approveAgenda()
    try year.open()
    try year.attend(year.everybody)
    try year.end()
    try year.write()
    try year.circulate()
    let last = try year.attach(to: item)
    #expect(last.kind == .pdf)
    for actor in year.everybody { try year.approve(as: actor) }
    try year.kommune.expect(AttachPaper.Refusal.minutesAreApproved) { try year.attach(to: item) }
    #expect(throws: (any Error).self) {
      try year.kommune.sql(
        """
        INSERT INTO meetings_paper_piece (paper_id, meeting_id, number, bytes)
        SELECT paper_id, meeting_id, 9, bytes FROM meetings_paper_piece WHERE number = 0
        """)
    }
  }

  @Test("R136: the author says that it concerns no single person", arguments: Engine.available)
  func asksWhetherItConcernsASinglePerson(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    var values = year.paper(try year.addItem())
    values["concernsNoSinglePerson"] = false
    try year.kommune.expect(AttachPaper.Refusal.paperMayConcernASinglePerson) {
      try year.kommune.run(AttachPaper.self, as: year.leader, values)
    }
  }

  @Test("R136: names and what PDFs say of themselves are screened", arguments: Engine.available)
  func screens(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    let number = SyntheticNumber.example
    let xmp = "<< /Type /Metadata /Subtype /XML >> stream\n<a>\(number)</a>\nendstream"
    let before = try year.kommune.fingerprint()
    for (name, bytes) in [
      ("Om \(number).pdf", SampleFile.pdf()), ("a.pdf", SampleFile.pdf(title: "Om \(number)")),
      ("a.pdf", SampleFile.pdf(xmp)), ("a.txt", Array("Om \(number)".utf8)),
    ] {
      #expect(throws: InvalidInput.self) { try year.attach(to: item, name, bytes) }
    }
    #expect(try year.kommune.fingerprint() == before)
    let near = String(number.dropLast(2)) + "00"
    var values = year.paper(item, "KID \(near).pdf", SampleFile.pdf(title: "KID \(near)"))
    #expect(throws: InvalidInput.self) {
      try year.kommune.run(AttachPaper.self, as: year.leader, values)
    }
    values["notAnIdentityNumber"] = true
    #expect(try year.kommune.run(AttachPaper.self, as: year.leader, values).size > 0)
  }

  @Test(arguments: Engine.available)
  func anItemHasTenPapersAndNoMore(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    for _ in 0..<10 { try year.attach(to: item) }
    try year.kommune.expect(AttachPaper.Refusal.itemHasEnoughPapers) { try year.attach(to: item) }
  }

  @Test(arguments: Engine.available)
  func theItemIsOfTheMeeting(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    try year.planNext("2026-10-15T16:00:00Z")
    try year.kommune.expect(AccessRefusal.thereIsNoSuchRecord) { try year.attach(to: item) }
  }

  @Test(
    "A file of the limit is kept whole, and one more byte is refused", arguments: Engine.available)
  func keepsLargeFiles(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    let frame = SampleFile.pdf()
    let padding = [UInt8](repeating: 0x20, count: Paper.largest - frame.count)
    let largest = Array(frame.dropLast(6)) + padding + Array(frame.suffix(6))
    let paper = try year.attach(to: item, largest.count == Paper.largest ? "a.pdf" : "", largest)
    #expect(paper.size == Paper.largest)
    #expect(try year.bytes(of: paper, as: year.leader) == largest)
    #expect(throws: InvalidInput.self) { try year.attach(to: item, "a.pdf", largest + [0x0A]) }
  }

  @Test("What goes wrong leaves nothing behind", arguments: Engine.available)
  func refusedFilesLeaveNothing(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    let before = try year.kommune.fingerprint()
    for (bytes, refusal) in [
      (Array("<svg onload=alert(1)>".utf8), FileRefusal.kindOfFileIsNotTaken),
      (Array("MZ\0".utf8), .kindOfFileIsNotTaken), ([], .fileIsEmpty),
      (SampleFile.pdf("<< /S /JavaScript >>"), .pdfDoesMoreThanShow),
    ] {
      #expect(throws: refusal) { try year.attach(to: item, "Saksframlegg.pdf", bytes) }
    }
    #expect(try year.kommune.fingerprint() == before)
  }
}
