import Kernel

extension CSV {
  /// A file with these columns in that order; capitals do not count.
  ///
  /// - Throws: `InvalidInput` with a problem for each line that keeps the file from being read.
  package static func table(_ bytes: [UInt8], columns: [String]) throws -> CSV {
    let table: CSV
    do throws(CSV.Fault) {
      table = try CSV(bytes)
    } catch {
      throw InvalidInput(problems: error.problems)
    }
    guard table.header.map({ $0.lowercased() }) == columns.map({ $0.lowercased() }) else {
      let names = columns.joined(separator: ",")
      throw InvalidInput(problems: [
        .line(
          1, nb: "Kolonnene må være \(names), i den rekkefølgen.",
          nn: "Kolonnane må vere \(names), i den rekkjefølgja.",
          en: "The columns must be \(names), in that order.")
      ])
    }
    return table
  }
}

extension CSV.Fault {
  fileprivate var problems: [FieldProblem] {
    switch self {
    case .notUTF8(let lines):
      // The whole file was saved otherwise, which is one thing to mend, however many lines it shows on.
      lines.prefix(1).map { first in
        .line(
          first,
          nb:
            "Filen er ikke UTF-8; det merkes på \(lines.count) av linjene. Lagre den som CSV UTF-8.",
          nn:
            "Fila er ikkje UTF-8; det merkast på \(lines.count) av linjene. Lagre ho som CSV UTF-8.",
          en: "The file is not UTF-8, which shows on \(lines.count) lines. Save it as CSV UTF-8.")
      }
    case .empty:
      [.line(1, nb: "Filen er tom.", nn: "Fila er tom.", en: "The file is empty.")]
    case .quoteIsNotClosed(let line):
      [
        .line(
          line, nb: "Et anførselstegn på linjen blir aldri lukket.",
          nn: "Eit hermeteikn på linja blir aldri lukka.",
          en: "A quote on this line is never closed.")
      ]
    }
  }
}

extension FieldProblem {
  /// A problem with a line of a file; a page shows no field's name, so its words say which.
  package static func line(_ number: Int, nb: String, nn: String, en: String) -> FieldProblem {
    FieldProblem(
      "line \(number)", Text(nb: "Linje \(number): \(nb)", nn: "Linje \(number): \(nn)", en: en))
  }

  /// The same problem as one with a line of a file.
  package func at(line number: Int) -> FieldProblem {
    .line(number, nb: text.nb, nn: text.nn, en: text.en)
  }
}
