import Kernel

/// A letter as mail servers carry it (RFC 5322), the same bytes each time it is tried.
///
/// Its fields hold addresses that were checked and texts that are encoded, so that nothing in them
/// can begin a field of its own.
package struct MailMessage: Sendable {
  /// The letter's id and our host: whoever gets it twice can tell.
  package let id: String
  package let date: Instant
  package let sender: MailAddress
  /// The kommune's name.
  package let senderName: String
  package let recipient: MailAddress
  package let language: Language
  package let subject: String
  package let body: String

  /// The whole message, each line ended by CR and LF.
  package var bytes: [UInt8] {
    let head = [
      "Date: \(Self.text(date))",
      "From: \(HeaderText.phrase(senderName, after: 6)) <\(sender.text)>",
      "To: <\(recipient.text)>",
      "Subject: \(HeaderText.encoded(subject, after: 9))",
      "Message-ID: <\(id)>",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Language: \(language.rawValue)",
      "Content-Transfer-Encoding: quoted-printable",
      "", "",
    ].joined(separator: "\r\n")
    return Array(head.utf8) + QuotedPrintable.bytes(of: body)
  }

  /// `Sat, 21 Nov 2026 17:30:00 +0000`.
  private static func text(_ instant: Instant) -> String {
    let (year, month, date) = instant.day.parts
    let second = instant.secondOfDay
    let clock = [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    let weekday = weekdays[instant.day.weekday - 1]
    return "\(weekday), \(date) \(months[month - 1]) \(year) \(clock) +0000"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
