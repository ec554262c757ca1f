import Testing
import UseCases

@Suite struct PermissionTests {
  @Test func theMatrixIsUpToDate() throws {
    let roles = Role.allCases
    let rows = Permission.allCases.map { permission in
      ["`\(permission.rawValue)`"] + roles.map { permission.roles.contains($0) ? "yes" : "" }
    }
    let text = """
      # Permissions

      Who may do what. A role is held in the whole kommune, or in one council or unit; what a person
      may do in a council comes from their seat there. What every role but the visitor's may, anybody
      may who is signed in. Nothing else is allowed.

      A test calls every address of [map.md](map.md) as every role and compares what happens with
      this table.

      *Generated; see [README.md](README.md).*

      \(markdownTable([""] + roles.map { $0.rawValue.split(separator: "_").joined(separator: " ") }, rows))
      """
    try Generated.expect("docs/permissions.md", text)
  }
}
