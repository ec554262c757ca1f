import Database
import Identity
import Kernel
import Tenancy
import UseCases
import Web

extension Kommune {
  /// Whoever has an e-mail address, with the roles they have now.
  package func person(_ email: String) throws -> Actor {
    try work(as: .host, .read) { work in
      let found = try work.row(
        "SELECT id, name FROM identity_person WHERE email = \(email)",
        as: { (id: ID<Person>, name: String) in (id, name) }
      ).orNotFound()
      let grants = try work.rows(
        "SELECT role, scope_id FROM identity_grant WHERE person_id = \(found.0)",
        as: { (role: Role, scope: ID<Never>?) in Grant(role, scope: scope) })
      return .member(Member(id: found.0, name: found.1, grants: grants))
    }
  }

  /// Adds a person with a role, in the whole kommune or in one unit or council.
  @discardableResult
  package func addPerson<Scope>(
    _ name: String, _ email: String, _ role: Role? = nil, in scope: ID<Scope>
  ) throws -> Actor {
    try add(name, email, role, scope.erased())
  }

  /// Adds a person with a role in the whole kommune, or with none.
  @discardableResult
  package func addPerson(_ name: String, _ email: String, _ role: Role? = nil) throws -> Actor {
    try add(name, email, role, nil)
  }

  private func add(
    _ name: String, _ email: String, _ role: Role?, _ scope: ID<Never>?
  ) throws -> Actor {
    try work { work in
      guard let address = EmailAddress(email) else { throw AccessRefusal.thereIsNoSuchRecord }
      let id = try People.findOrAdd(name: name, email: address, in: work)
      if let role { try People.grant(role, to: id, scope: scope, in: work) }
    }
    return try person(email)
  }

  /// Adds units from the lines of a file, without its header.
  @discardableResult
  package func addUnits(_ lines: String...) throws -> [ServiceUnit] {
    let file = (["type,name,area,organisation_number,service_area"] + lines).joined(separator: "\n")
    try run(ImportUnits(file: Array(file.utf8)))
    return try run(ListUnits.self, as: .visitor).data
  }
}
