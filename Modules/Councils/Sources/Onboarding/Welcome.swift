import Database
import Kernel
import UseCases
import Web

/// What a kommune bids new members of its councils welcome with (R053).
package struct Welcome: JSONRecord, Versioned {
  /// 0 until the kommune has written its own.
  package let version: Int
  let body: String

  package static let shape = Shape<Welcome>(
    "Welcome",
    [
      Field("version", "Counts its changes; 0 is the text every kommune begins with.") {
        $0.version
      },
      Field("body", "The text; an empty line parts paragraphs.") { $0.body },
    ])

  /// The newest text, or the one every kommune begins with.
  static func current(in work: borrowing Work) throws -> Welcome {
    try work.row(
      "SELECT version, body FROM councils_welcome ORDER BY version DESC LIMIT 1",
      as: Welcome.init)
      ?? Welcome(version: 0, body: usual[try work.tenant.language])
  }

  /// R053; what a member does follows R091, R101, R105 and R110.
  private static let usual = Text(
    nb: """
      Velkommen til en oppgave som kan få betydning for mange mennesker!

      Du snakker for alle som bruker tjenesten, ikke bare for deg selv. Rådet gir råd om hvordan \
      tjenesten er og hva den inneholder, aldri om enkeltpersoner.

      Den som leder enheten, må svare på rådene dere gir, og må grunngi det når rådene ikke følges.

      Du får innkalling i god tid. Kan du ikke komme, si fra til varaen din. Referatet er ikke \
      ferdig før dere som var der, har godkjent det.
      """,
    nn: """
      Velkommen til ei oppgåve som kan få noko å seie for mange menneske!

      Du snakkar for alle som brukar tenesta, ikkje berre for deg sjølv. Rådet gir råd om korleis \
      tenesta er og kva ho inneheld, aldri om enkeltpersonar.

      Den som leier eininga, må svare på råda de gir, og må grunngi det når råda ikkje blir følgde.

      Du får innkalling i god tid. Kan du ikkje kome, sei frå til varaen din. Referatet er ikkje \
      ferdig før de som var der, har godkjent det.
      """)
}
