import Kernel
import UseCases
import Web

/// Sets of whom the kommune demands one-time codes.
///
/// It holds from the next request on, also for those who are signed in already.
package struct DemandOneTimeCodes: UseCase, Readable {
  let demandedOf: CodeDemand?

  package static let permission = Permission.manageLogins

  package init(_ input: inout Input) {
    demandedOf = input.choice("demandedOf", of: CodeDemand.self, "Who must use one-time codes.")
  }

  /// - Throws: `OneTimeCodes.Refusal.codesAreNotSetUpHere`: nobody could do what is demanded.
  package func perform(in work: borrowing Work) throws -> CodeDemandSetting {
    try work.require(Self.permission)
    guard let demandedOf else { throw AccessRefusal.thereIsNoSuchRecord }
    guard work.instance.key != nil || demandedOf == .nobody else {
      throw OneTimeCodes.Refusal.codesAreNotSetUpHere
    }
    try work.run("DELETE FROM identity_code_demand")
    try work.run("INSERT INTO identity_code_demand (one, demanded_of) VALUES (1, \(demandedOf))")
    try work.record(
      "one-time-codes-demanded", work.newID() as ID<CodeDemand>,
      ["demandedOf": demandedOf.rawValue])
    return CodeDemandSetting(demandedOf: demandedOf)
  }

  static let routes = Route.changing(
    Self.self, .put, api: "/settings/one-time-codes", page: IdentityPaths.codeDemand,
    form: IdentityPaths.codeDemand, "Demand one-time codes of some, of everyone or of nobody.",
    done: Text(nb: "Kravet er lagret.", nn: "Kravet er lagra."))
}
