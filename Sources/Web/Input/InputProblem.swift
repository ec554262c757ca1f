import Kernel

/// What can be wrong with one field.
package enum InputProblem: Sendable {
  case missing, unknown, notText, notAnID, notATime, notADay, notAFlag, hasControlCharacters
  case tooLong(Int)
  case tooShort(Int)
  case notANumber(ClosedRange<Int>)
  case notAChoice([String])
  case notAList(Int)
  case notARecord
  case noFile
  /// How many bytes there may be.
  case fileTooLarge(Int)
  case notANumberRule
  case notAnEmailAddress, notACursor, isTooCommon, isEasyToGuess, mustBeLeftOut
  case holdsAnIdentityNumber
  /// Each as `ddmmyy*****`.
  case looksLikeAnIdentityNumber([String])
  case confirmThatItIsNoIdentityNumber

  /// What is wrong, and what to do.
  package var text: Text {
    switch self {
    case .missing:
      Text(nb: "Fyll ut dette feltet.", nn: "Fyll ut dette feltet.", en: "Fill in this field.")
    case .unknown:
      Text(
        nb: "Dette feltet finnes ikke.", nn: "Dette feltet finst ikkje.",
        en: "There is no such field.")
    case .notText:
      Text(nb: "Skriv tekst her.", nn: "Skriv tekst her.", en: "Write text here.")
    case .notANumberRule:
      Text(
        nb: "Skriv for eksempel 3, 3,5 (tre eller fem) eller 2-6 (fra to til seks).",
        nn: "Skriv til dømes 3, 3,5 (tre eller fem) eller 2-6 (frå to til seks).",
        en: "Write a number of seats, such as `3`, `3,5`, `2-6`, `=code` or `org:11`.")
    case .notAnID:
      Text(
        nb: "Velg fra listen.", nn: "Vel frå lista.",
        en: "This is not the id of a record: a UUID of 36 characters.")
    case .notATime:
      Text(
        nb: "Skriv dato og klokkeslett, for eksempel 2026-11-21T18:00.",
        nn: "Skriv dato og klokkeslett, til dømes 2026-11-21T18:00.",
        en: "Write a time as RFC 3339, such as 2026-11-21T17:00:00Z.")
    case .notADay:
      Text(
        nb: "Skriv en dato som finnes, for eksempel 2026-11-21.",
        nn: "Skriv ein dato som finst, til dømes 2026-11-21.",
        en: "Write a day that exists, such as 2026-11-21.")
    case .notAFlag:
      Text(nb: "Velg ja eller nei.", nn: "Vel ja eller nei.", en: "Write true or false.")
    case .hasControlCharacters:
      Text(
        nb: "Teksten har tegn som ikke kan vises. Skriv den på nytt.",
        nn: "Teksten har teikn som ikkje kan visast. Skriv han på nytt.",
        en: "The text has characters that cannot be shown. Write it again.")
    case .tooLong(let max):
      Text(
        nb: "Skriv kortere: høyst \(max) tegn.", nn: "Skriv kortare: høgst \(max) teikn.",
        en: "Write less: at most \(max) characters.")
    case .tooShort(let min):
      Text(
        nb: "Skriv lengre: minst \(min) tegn.", nn: "Skriv lengre: minst \(min) teikn.",
        en: "Write more: at least \(min) characters.")
    case .notANumber(let range):
      Text(
        nb: "Skriv et helt tall fra \(range.lowerBound) til \(range.upperBound).",
        nn: "Skriv eit heilt tal frå \(range.lowerBound) til \(range.upperBound).",
        en: "Write a whole number from \(range.lowerBound) to \(range.upperBound).")
    case .notAChoice(let choices):
      Text(
        nb: "Velg en av mulighetene.", nn: "Vel eit av alternativa.",
        en: "Choose one of: \(choices.joined(separator: ", ")).")
    case .notAList(let max):
      Text(
        nb: "Fyll ut minst én linje, høyst \(max).", nn: "Fyll ut minst éi linje, høgst \(max).",
        en: "Send a list of at most \(max) records.")
    case .notARecord:
      Text(
        nb: "Fyll ut denne linjen.", nn: "Fyll ut denne linja.", en: "Send a JSON object here.")
    case .noFile:
      Text(nb: "Velg en fil.", nn: "Vel ei fil.", en: "Send a file.")
    case .fileTooLarge(let max):
      Text(
        nb: "Filen er for stor: høyst \(max >> 20) MB. Gjør den mindre, eller del den.",
        nn: "Fila er for stor: høgst \(max >> 20) MB. Gjer ho mindre, eller del ho.",
        en: "The file is too large: at most \(max >> 20) MiB. Make it smaller, or divide it.")
    case .notACursor:
      Text(
        nb: "Gå til første side og bla derfra.", nn: "Gå til første side og bla derifrå.",
        en: "Use the `next` of the page before as it stands, or leave the cursor out.")
    case .mustBeLeftOut:
      Text(
        nb: "La dette feltet stå tomt.", nn: "La dette feltet stå tomt.", en: "Leave this out.")
    case .isTooCommon:
      Text(
        nb: "Dette passordet er blant de første noen gjetter. Velg tre–fire ord uten sammenheng.",
        nn: "Dette passordet er blant dei første nokon gjettar. Vel tre–fire ord utan samanheng.",
        en: "This password is among the first that are guessed. Choose three unrelated words.")
    case .isEasyToGuess:
      Text(
        nb: "Navnet ditt, e-postadressen og kommunen er lette å gjette. Velg tre–fire ord uten "
          + "sammenheng.",
        nn: "Namnet ditt, e-postadressa og kommunen er lette å gjette. Vel tre–fire ord utan "
          + "samanheng.",
        en: "Your name, your address and the kommune are easy to guess. Choose three unrelated"
          + " words.")
    case .notAnEmailAddress:
      Text(
        nb: "Skriv en e-postadresse, for eksempel kari@eksempel.no.",
        nn: "Skriv ei e-postadresse, til dømes kari@eksempel.no.",
        en: "Write an e-mail address, such as kari@example.no.")
    case .holdsAnIdentityNumber:
      Text(
        nb: "Her står et fødselsnummer. Ta det bort. \(wayOut.nb)",
        nn: "Her står eit fødselsnummer. Ta det bort. \(wayOut.nn)",
        en: "This holds a national identity number. Leave it out. \(wayOut.en)")
    case .looksLikeAnIdentityNumber(let masked):
      Text(
        nb: "Dette ligner et fødselsnummer: \(list(masked)). Er det det, så ta det bort.",
        nn: "Dette liknar eit fødselsnummer: \(list(masked)). Er det det, så ta det bort.",
        en: "This looks like an identity number: \(list(masked)). If it is one, leave it out.")
    case .confirmThatItIsNoIdentityNumber:
      Text(
        nb: "Er det ikke fødselsnummer, så kryss av for det nederst i skjemaet, og send igjen.",
        nn: "Er det ikkje fødselsnummer, så kryss av for det nedst i skjemaet, og send igjen.",
        en: "If it is no identity number, send \"notAnIdentityNumber\": true as well.")
    }
  }

  private func list(_ masked: [String]) -> String {
    masked.prefix(5).joined(separator: ", ") + (masked.count > 5 ? " …" : "")
  }
}

/// Where the matter of one person belongs, and what to do with a number that only looks like one.
private let wayOut = Text(
  nb: "Det som gjelder én person, hører hjemme hos tjenesten selv, i Stafettloggen, i individuell"
    + " plan eller i en klage. Er det et annet nummer, så skriv bare de fire siste sifrene.",
  nn: "Det som gjeld éin person, høyrer heime hos tenesta sjølv, i Stafettloggen, i individuell"
    + " plan eller i ei klage. Er det eit anna nummer, så skriv berre dei fire siste sifra.",
  en: "What concerns one person belongs with the service itself, in the Stafettlogg, in an"
    + " individual plan or in a complaint. If it is another number, write its last four digits.")

/// What was filled in breaks the rules of its fields.
package struct InvalidInput: Refusal {
  let problems: [FieldProblem]

  /// Problems found outside of `Input`, such as lines of a file.
  package init(problems: [FieldProblem]) { self.problems = problems }

  package var kind: RefusalKind { .invalid }
  package var code: String { "invalid-input" }
  package var fields: [FieldProblem] { problems }
  package var text: Text {
    Text(
      nb: "Noe mangler eller er feil. Rett feltene og prøv igjen.",
      nn: "Noko manglar eller er feil. Rett felta og prøv igjen.",
      en: "Something is missing or wrong. Correct the fields and try again.")
  }
}
