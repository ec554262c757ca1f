import Kernel
import Tenancy
import UseCases
import Web

/// Puts right what a council is called and what it stands on.
///
/// Neither is a decision about its rules: those have versions and deviations of their own.
package struct CorrectCouncil: UseCase, Readable {
  let council: ID<Council>
  let version: Version
  let name: String
  let legalBasis: LegalBasis?

  package static let permission = Permission.constituteCouncil

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    version = input.version()
    name = input.text("name", "What the council is called.")
    legalBasis = input.choice("legalBasis", of: LegalBasis.self, "What the council stands on.")
  }

  /// - Throws: `VersionRefusal`; `ConstituteCouncil.Refusal.unitHasACouncilOfThatName`.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    let basis = legalBasis ?? council.legalBasis
    let changed = try work.run(
      """
      UPDATE councils_council SET name = \(name), legal_basis = \(basis)
      WHERE id = \(council.id) AND NOT EXISTS (SELECT 1 FROM councils_council c
        WHERE c.unit_id = \(council.unit) AND c.name = \(name) AND c.id <> \(council.id))
      """)
    guard changed == 1 else { throw ConstituteCouncil.Refusal.unitHasACouncilOfThatName }
    try work.record(
      "council-corrected", council.id,
      [
        "name": council.name == name ? "kept" : "changed", "was": council.legalBasis.rawValue,
        "legalBasis": basis.rawValue, "version": "\(council.version)",
      ])
    return try CouncilDetails.read(council.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, .put, api: CouncilsPaths.councilInAPI, page: CouncilsPaths.correction,
    form: CouncilsPaths.correction, "Puts right what a council is called and stands on.",
    done: Text(nb: "Rådet er rettet.", nn: "Rådet er retta."),
    then: { CouncilsPaths.council($0.id) })
}
