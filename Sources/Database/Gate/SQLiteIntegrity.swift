extension Store {
  /// What is damaged in the files of an instance on SQLite: pages, or references to rows that are
  /// not there.
  ///
  /// It reads all of every file, which a server that starts has no time for.
  ///
  /// - Throws: `DatabaseError` when the folder cannot be read.
  package func damages() throws -> [Finding] {
    guard let sqlite = engine as? SQLiteEngine else { return [] }
    var findings = damages(.catalog, "catalog", in: "catalog.sqlite")
    for tenant in try sqlite.files.tenants().sorted() {
      findings += damages(.kommune(tenant), "main", in: SQLiteFolder.name(of: tenant))
    }
    return findings
  }

  private func damages(_ scope: Scope, _ schema: String, in file: String) -> [Finding] {
    var words: Set<String> = []
    do {
      try inTransaction(scope, .read) { transaction in
        for check in ["integrity_check", "foreign_key_check"] {
          try transaction.execute(SQL(text: "PRAGMA \(schema).\(check)")) { row in
            words.insert(try row.next())
          }
        }
      }
    } catch let error as DatabaseError {
      words.insert(error.message)
    } catch {
      words.insert("\(error)")
    }
    return words.subtracting(["ok"]).sorted().map { fault in
      Finding(
        code: "file-is-damaged", object: file,
        text: "\(file) is damaged: \(fault). Restore it from a backup.")
    }
  }
}
