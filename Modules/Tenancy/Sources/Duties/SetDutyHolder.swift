import Kernel
import UseCases
import Web

/// Says who has the duty to let a unit's users take part, and by which law (R027).
package struct SetDutyHolder: UseCase, Readable {
  let unit: ID<ServiceUnit>
  let holder: DutyHolder

  package static let permission = Permission.manageUnits

  package init(_ input: inout Input) {
    unit = input.id("unit", "The unit.")
    holder = DutyHolder(
      title: input.text("title", "The title of whoever has the duty, such as rektor; no name."),
      law: input.text("law", "Where the duty stands, such as opplæringslova § 10-1."))
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> UnitDetails {
    let unit = try ServiceUnit.find(unit, in: work)
    try work.require(Self.permission, as: work.actor.member?.roles(in: unit.id) ?? [])
    try work.run("DELETE FROM tenancy_duty WHERE unit_id = \(unit.id)")
    try work.run(
      """
      INSERT INTO tenancy_duty (unit_id, title, law)
      VALUES (\(unit.id), \(holder.title), \(holder.law))
      """)
    try work.record("duty-holder-set", unit.id)
    return UnitDetails(unit: unit, duty: holder)
  }

  static let routes = Route.changing(
    Self.self, .put, api: "/units/{unit}/duty-holder", page: TenancyPaths.duty,
    form: TenancyPaths.unit, "Says who has the duty to let a unit's users take part.",
    done: Text(nb: "Ansvaret er registrert.", nn: "Ansvaret er registrert."))
}
