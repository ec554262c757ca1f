import Kernel

/// Why a file is not taken in.
package enum FileRefusal: Refusal {
  case fileIsEmpty
  case kindOfFileIsNotTaken
  case textIsTooLong
  case imageIsBroken
  case pdfIsLocked
  case pdfDoesMoreThanShow
  case pdfCannotBeLookedThrough

  package var kind: RefusalKind { .invalid }
  package var fields: [FieldProblem] { [FieldProblem("file", text)] }

  package var text: Text {
    switch self {
    case .fileIsEmpty:
      Text(
        nb: "Filen er tom. Velg en annen.", nn: "Fila er tom. Vel ei anna.",
        en: "The file is empty. Choose another.")
    case .kindOfFileIsNotTaken:
      Text(
        nb: "Vi tar imot PDF, PNG, JPEG og ren tekst. Lagre dokumentet som PDF, og prøv igjen.",
        nn: "Vi tek imot PDF, PNG, JPEG og rein tekst. Lagre dokumentet som PDF, og prøv igjen.",
        en: "PDF, PNG, JPEG and plain text in UTF-8 are taken. Save it as PDF, then try again.")
    case .textIsTooLong:
      Text(
        nb: "Teksten er for lang. Lagre den som PDF, og prøv igjen.",
        nn: "Teksten er for lang. Lagre han som PDF, og prøv igjen.",
        en: "A plain text has at most 1 MiB. Save it as PDF, then try again.")
    case .imageIsBroken:
      Text(
        nb: "Bildet er ødelagt. Lagre det på nytt, og prøv igjen.",
        nn: "Biletet er øydelagt. Lagre det på nytt, og prøv igjen.",
        en: "The image is broken. Save it again, then retry.")
    case .pdfIsLocked:
      Text(
        nb: "PDF-en er låst eller har passord. Lagre den uten, og prøv igjen.",
        nn: "PDF-en er låst eller har passord. Lagre han utan, og prøv igjen.",
        en: "The PDF is encrypted. Save it without a password, then try again.")
    case .pdfDoesMoreThanShow:
      Text(
        nb: "PDF-en har skript, skjema eller filer i seg. Skriv den ut til PDF, og prøv igjen.",
        nn: "PDF-en har skript, skjema eller filer i seg. Skriv han ut til PDF, og prøv igjen.",
        en: "The PDF holds scripts, forms that send, or files. Print it to PDF, then try again.")
    case .pdfCannotBeLookedThrough:
      Text(
        nb: "Vi klarer ikke å lese PDF-en. Skriv den ut til PDF på nytt, og prøv igjen.",
        nn: "Vi klarer ikkje å lese PDF-en. Skriv han ut til PDF på nytt, og prøv igjen.",
        en: "The PDF cannot be read. Print it to PDF again, then retry.")
    }
  }
}
