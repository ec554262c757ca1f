import Database
import Kernel
import Tenancy
import Web

extension Command {
  static let eraseTenant = Command(
    "tenant erase", ["SLUG"],
    options: [
      .database, .json,
      Option("confirm", "SLUG", "the slug once more, because it cannot be undone"),
    ], does: "removes a kommune and every byte it has here, and proves that nothing is left"
  ) { arguments in
    let outcome = try EraseTenant(
      slug: arguments.positions[0], confirmation: arguments["confirm"]
    ).perform(in: try Instance(arguments).openAsOwner(), at: Clock.system.now)
    let record = ErasedTenant(outcome: outcome)
    if arguments.has("json") { return Output.json(record) }
    Output.table(
      ["TABLE", "ROWS REMOVED"],
      outcome.erasure.tables.filter { $0.rows > 0 }.map { [$0.name, "\($0.rows)"] })
    Output.line(
      "\(outcome.tenant.name) is erased: \(record.rows) rows. None of \(outcome.erasure.tables.count)"
        + " tables has a row of it left"
        + (outcome.erasure.file.map { ", and the file \($0) is gone." } ?? ".")
        + " Backups still hold it.")
  }
}

/// What `samrad tenant erase --json` prints.
private struct ErasedTenant: JSONRecord {
  let outcome: EraseTenant.Outcome

  var rows: Int { outcome.erasure.tables.reduce(0) { $0 + $1.rows } }

  static let shape = Shape<ErasedTenant>(
    "ErasedTenant",
    [
      Field("slug", "The slug it had.") { $0.outcome.tenant.slug },
      Field("name", "The name it had.") { $0.outcome.tenant.name },
      Field("rows", "How many rows were removed.") { $0.rows },
      Field("tables", "How many rows each table had.") {
        $0.outcome.erasure.tables.map(ErasedTable.init)
      },
      Field("file", "The file that was removed, or null.") { $0.outcome.erasure.file },
    ])
}

/// One table of an erased kommune.
private struct ErasedTable: JSONRecord {
  let table: Erasure.Table

  init(_ table: Erasure.Table) { self.table = table }

  static let shape = Shape<ErasedTable>(
    "ErasedTable",
    [
      Field("table", "The table.") { $0.table.name },
      Field("rows", "How many rows were removed.") { $0.table.rows },
    ])
}
