import Kernel
import UseCases
import Web

/// Constitutes the councils of a CSV file, with their members: all of it, or nothing with every bad
/// line named.
package struct ImportCouncils: UseCase, Readable {
  private let file: [UInt8]

  package static let permission = Permission.constituteCouncil

  package init(_ input: inout Input) {
    file =
      input.file("file", max: CouncilImport.largest, "CSV, a line for each seat.")
      .map { Array($0.bytes) } ?? []
  }

  /// An import of the bytes of a file.
  package init(file: [UInt8]) { self.file = file }

  /// - Throws: `InvalidInput` with a problem for each bad line, nothing imported.
  package func perform(in work: borrowing Work) throws -> ImportedCouncils {
    try work.require(Self.permission)
    let imported = try CouncilImport(bytes: file).perform(in: work)
    try work.record(
      "councils-imported", work.newID() as ID<Never>,
      ["councils": "\(imported.councils)", "seats": "\(imported.seats)"])
    return imported
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/import", page: CouncilsPaths.councilImport,
    form: CouncilsPaths.councilImport, "Constitutes the councils of a CSV file, all or none.",
    done: Text(nb: "Rådene i filen er opprettet.", nn: "Råda i fila er oppretta."),
    then: { _ in CouncilsPaths.councils() })
}
