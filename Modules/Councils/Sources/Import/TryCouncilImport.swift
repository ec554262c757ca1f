import Kernel
import UseCases
import Web

/// Tries what `ImportCouncils` would do with a file, and leaves everything as it was.
package struct TryCouncilImport: UseCase, Readable {
  private let file: [UInt8]

  package static let permission = Permission.constituteCouncil

  package init(_ input: inout Input) {
    file =
      input.file("file", max: CouncilImport.largest, "CSV, a line for each seat.")
      .map { Array($0.bytes) } ?? []
  }

  /// A trial of the bytes of a file.
  package init(file: [UInt8]) { self.file = file }

  /// - Throws: `InvalidInput` with a problem for each bad line.
  package func perform(in work: borrowing Work) throws -> ImportedCouncils {
    try work.require(Self.permission)
    let imported = try work.trying { try CouncilImport(bytes: file).perform(in: work) }
    try work.record(
      "council-import-tried", work.newID() as ID<Never>,
      ["councils": "\(imported.councils)", "seats": "\(imported.seats)"])
    return imported
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/import/trial", page: CouncilsPaths.importTrial,
    form: CouncilsPaths.councilImport, "Tries a CSV file of councils, and changes nothing.",
    done: Text(
      nb: "Filen følger reglene. Ingenting er lagret ennå.",
      nn: "Fila følgjer reglane. Ingenting er lagra enno."))
}
