import TestKit
import Testing

/// The last line: what PostgreSQL itself refuses, and that this sweep would see if it did not.
@Suite(.enabled(if: Superuser.uri != nil))
struct DatabaseDoorTests {
  @Test func noStatementReachesPastItsKommune() throws {
    let door = try DatabaseDoor(try TwoKommuner(on: .postgres))

    #expect(try door.findings().map(\.description) == [])
  }

  @Test func itFailsWhenAnyOneThingIsTakenAway() throws {
    let door = try DatabaseDoor(try TwoKommuner(on: .postgres))
    let mutations = SchemaMutation.all(of: door.schema)
    var survivors: [String] = []
    for mutation in mutations {
      let findings = try door.findings(after: mutation.statements, in: mutation.table.map { [$0] })
      if !findings.contains(where: { $0.what == mutation.finds }) {
        survivors.append("\(mutation.name): \(findings)")
      }
    }
    #expect(survivors == [], "the sweep did not see these")
    print(
      """
      schema mutations: \(mutations.count) of \(door.schema.tables.count) tables' policies, keys \
      and references, \(survivors.count) not seen
      """)
  }
}
