import TestKit
import Testing

@testable import Database

/// Roles belong to the whole server, so each test has one of its own: a member of the real one, which
/// is a fault by itself.
@Suite(.enabled(if: Superuser.uri != nil))
struct RoleGateTests {
  @Test(arguments: ["SUPERUSER", "BYPASSRLS", "CREATEROLE", "CREATEDB", "REPLICATION"])
  func aRoleWithMorePowerIsFound(_ power: String) throws {
    let database = try GateDatabase()
    let role = try Role(power)

    let findings = try database.findings(as: role.name)

    Fault("", ["role-is-privileged", "role-is-a-member"], "\(role.name): \(power)").expect(findings)
  }

  @Test func aMembershipIsFound() throws {
    let database = try GateDatabase()
    let role = try Role("")

    let findings = try database.findings(as: role.name)

    Fault("", "role-is-a-member", "\(role.name) of samrad_app").expect(findings)
  }

  @Test func theOwnerIsNoRoleToServeWith() throws {
    let database = try GateDatabase()

    let findings = try database.findings(as: "samrad_owner")

    Fault("", "role-owns-something", "samrad_owner: ").expect(findings)
  }

  @Test func aTableOfTheRolesOwnIsFound() throws {
    let database = try GateDatabase()

    try database.plant(
      "CREATE TABLE public.mine (a int); ALTER TABLE public.mine OWNER TO samrad_app")

    Fault("", "role-owns-something", "samrad_app: table public.mine").expect(
      try database.findings())
  }

  @Test func aRoleThatIsBorrowedIsFound() throws {
    let database = try GateDatabase()
    let role = try Role("")
    try Superuser.run("ALTER ROLE \(role.name) SET role = 'samrad_app'")

    let findings = try database.findings(as: role.name)

    Fault("", "role-is-borrowed", "\(role.name) as samrad_app").expect(findings)
  }

  @Test func aSettingTheRoleMayChangeIsFound() throws {
    let database = try GateDatabase()
    let role = try Role("")
    try Superuser.run("GRANT SET ON PARAMETER session_replication_role TO \(role.name)")
    defer {
      _ = try? Superuser.run("REVOKE SET ON PARAMETER session_replication_role FROM \(role.name)")
    }

    let findings = try database.findings(as: role.name)

    Fault("", ["role-is-a-member", "role-may-set-parameters"], "\(role.name) of samrad_app")
      .expect(findings)
  }

  @Test(arguments: [
    Fault("ALTER TABLE samrad.tenancy_unit OWNER TO postgres", "owner-is-not-ordinary", "postgres"),
    Fault(
      "ALTER FUNCTION samrad.current_tenant() OWNER TO postgres", "owner-is-not-ordinary",
      "samrad: postgres"),
    Fault("ALTER SCHEMA catalog OWNER TO postgres", "owner-is-not-ordinary", "catalog: postgres"),
  ])
  func anOwnerWhomNoPolicyBindsIsFound(_ fault: Fault) throws {
    let database = try GateDatabase()

    try database.plant(fault.statements)

    let findings = try database.findings()
    #expect(findings.contains { $0.object.contains(fault.object) })
    #expect(Set(findings.map(\.code)) == Set(fault.codes))
  }

  @Test func settingUpTheRolesAgainMendsWhatHasDrifted() throws {
    let database = try GateDatabase()
    try database.plant(
      """
      GRANT EXECUTE ON FUNCTION set_config(text, text, boolean) TO PUBLIC, samrad_app;
      GRANT ALL ON SCHEMA samrad, catalog, public TO PUBLIC, samrad_app;
      GRANT ALL ON DATABASE {here} TO PUBLIC, samrad_app;
      ALTER ROLE samrad_app IN DATABASE {here} SET app.tenant = 1;
      ALTER SCHEMA catalog OWNER TO postgres
      """)
    #expect(Set(try database.findings().map(\.code)).count == 5)

    try database.database.setUpRoles()

    #expect(try database.findings() == [])
  }

  /// A role that goes away with the test.
  private final class Role {
    let name = "gate\(Int.random(in: 1_000_000...9_999_999))"

    init(_ power: String) throws {
      try Superuser.run("CREATE ROLE \(name) LOGIN \(power) IN ROLE samrad_app")
    }

    deinit { _ = try? Superuser.run("DROP ROLE \(name)") }
  }
}
