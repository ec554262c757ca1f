import Kernel
import TestKit
import Testing

@testable import Notices

@Suite struct MailMessageTests {
  private static func message(
    from name: String = "Trondheim", _ subject: String = "Hei", _ body: String = "Hei!\n"
  ) throws -> String {
    let message = MailMessage(
      id: "0199-1@brukerrad.eksempel.no", date: Instant(day(2026, 11, 21), hour: 17, minute: 5),
      sender: try #require(MailAddress("samrad@eksempel.no")), senderName: name,
      recipient: try #require(MailAddress("kari@eksempel.no")), language: .bokmål,
      subject: subject, body: body)
    return String(decoding: message.bytes, as: UTF8.self)
  }

  @Test func aMessageLooksLikeThis() throws {
    let text = try Self.message(
      from: "Bærum", "Lenken din til Samråd i Bærum", "Hei!\n\nVelg et passord på\n.x = y \n")
    #expect(
      text.replacing("\r\n", with: "\n") == """
        Date: Sat, 21 Nov 2026 17:05:00 +0000
        From: =?utf-8?B?QsOmcnVt?= <samrad@eksempel.no>
        To: <kari@eksempel.no>
        Subject: =?utf-8?B?TGVua2VuIGRpbiB0aWwgU2FtcsOlZCBpIELDpnJ1?=
         =?utf-8?B?bQ==?=
        Message-ID: <0199-1@brukerrad.eksempel.no>
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Language: nb
        Content-Transfer-Encoding: quoted-printable

        Hei!

        Velg et passord p=C3=A5
        =2Ex =3D y=20

        """)
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
  }

  @Test func whatIsPlainStaysReadable() throws {
    let text = try Self.message(from: "Ringebu", "Nytt passord")
    #expect(text.contains("From: Ringebu <samrad@eksempel.no>\r\n"))
    #expect(text.contains("Subject: Nytt passord\r\n"))
    #expect(text.hasSuffix("\r\n\r\nHei!\r\n"))
  }

  @Test(
    "Nothing in a name or a subject begins a field of its own",
    arguments: [
      "a\r\nBcc: x@eksempel.no", "a\nBcc: x@eksempel.no", "a\rBcc: x", "a\r\n\r\n<b>", "\0", "a\"b",
      "a <x@eksempel.no>", "=?utf-8?B?DQpCY2M6?=", "\u{2028}Bcc: x", "\u{85}Bcc: x",
      String(repeating: "æ", count: 400),
    ])
  func noFieldIsSmuggledIn(_ text: String) throws {
    let message = try Self.message(from: text, text)
    let head = message.split(separator: "\r\n\r\n", maxSplits: 1)[0]
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let names = lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
    #expect(
      names == [
        "Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type", "Content-Language", "Content-Transfer-Encoding",
      ])
    #expect(head.utf8.allSatisfy { (32...126).contains($0) || $0 == 13 || $0 == 10 })
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.first { $0.hasPrefix("From:") }?.contains("Bcc") == false)
  }

  @Test func longLinesAreFoldedAndNoDotStandsFirst() throws {
    let long = String(repeating: "Rådet. ", count: 60) + String(repeating: ".", count: 200)
    let body = try Self.message("Hei", long + "\nFrom her\n").split(separator: "\r\n\r\n")[1]
    let lines = body.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix(".") })
    #expect(lines.contains("=46rom her"))
    let joined = body.replacing("=\r\n", with: "").replacing("=2E", with: ".")
      .replacing("=C3=A5", with: "å")
    #expect(joined == long + "\r\n=46rom her\r\n")
  }

  @Test(arguments: [
    "kari@eksempel.no", "a.b+c@sub.eksempel.no", "kari@localhost", "o'neil@x.no",
  ])
  func anAddressIsRead(_ text: String) { #expect(MailAddress(text)?.text == text) }

  @Test(arguments: [
    "", "kari", "@x.no", "kari@", "kari@x..no", "a b@x.no", "a@b@x.no", "<a@x.no>", "a@x.no\r\n",
    "a\r\nRCPT TO:<b@x.no>@x.no", "a@x.no>", "-a@x.no", "kåre@x.no", "a@blåbær.no", "a\0@x.no",
    "a,b@x.no", "\"a\"@x.no",
  ])
  func whatCannotBeWrittenToIsRefused(_ text: String) { #expect(MailAddress(text) == nil) }
}
