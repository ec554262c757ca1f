import Kernel

extension Store {
  /// Refuses whoever is not the role that owns the tables: neither the role that serves, which may
  /// not change the catalog, nor a superuser, whom no policy binds and whose tables nobody else
  /// could change.
  ///
  /// - Throws: `OwnerRefusal`; never on SQLite, where whoever may write the files owns them.
  package func refuseAllButTheOwner() throws {
    guard engine.dialect == .postgres else { return }
    let found = try catalog { transaction in
      try transaction.row(
        """
        SELECT current_user::text, pg_get_userbyid(nspowner)::text FROM pg_namespace
        WHERE nspname = 'catalog'
        """,
        as: { (role: String, owner: String) in (role: role, owner: owner) })
    }
    guard let found else { throw OwnerRefusal.databaseHasNoRolesYet }
    guard found.role == found.owner else {
      throw OwnerRefusal.onlyTheOwnerMay(role: found.role, owner: found.owner)
    }
  }
}

/// Why a role may not do what only the owner may.
package enum OwnerRefusal: Refusal {
  case databaseHasNoRolesYet
  case onlyTheOwnerMay(role: String, owner: String)

  package var kind: RefusalKind { .forbidden }
  package var text: Text {
    switch self {
    case .databaseHasNoRolesYet:
      Text(
        same: "The database is not set up. As a superuser, run deploy/postgresql/roles.sql in it.")
    case .onlyTheOwnerMay(let role, let owner):
      Text(
        same: "This is for the role \(owner), and --database connects as \(role). Connect as"
          + " \(owner).")
    }
  }
}
