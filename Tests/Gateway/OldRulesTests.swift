import Database
import Gateway
import Kernel
import Tenancy
import TestKit
import Testing
import UseCases

/// A kommune that was here before rules were versions keeps its rules and its councils.
@Suite struct OldRulesTests {
  private static let steps = Composition().migrator.all.filter { $0.module != "database" }
  /// What came with versions of rules, and after them.
  private static let new = steps.filter { step in
    ["tenancy", "councils", "meetings"].contains(step.module) && !step.name.hasPrefix("0001-")
  }.map(\.label)

  @Test(arguments: Engine.available)
  func rulesAndCouncilsMoveHouse(_ engine: Engine) throws {
    let folder = engine == .sqlite ? try TemporaryFolder() : nil
    let database = engine == .postgres ? try PrivateDatabase() : nil
    let owner = try database?.owner ?? .sqlite(folder: #require(folder?.path))
    let old = Migrator(Self.steps.filter { !Self.new.contains($0.label) })
    _ = try old.migrate(Store(owner), at: Self.now)
    try Self.addKommuner(to: Store(owner), old)

    let applied = try Composition().migrator.migrate(Store(owner), at: Self.now)

    #expect(Set(applied) == Set(Self.new))
    let location = try database?.application ?? .sqlite(folder: #require(folder?.path))
    for number in [1, 2] {
      try Store(location).transaction(of: TenantID(number), .read) { transaction in
        let tenant = try #require(try Store(location).catalog { try $0.tenant(TenantID(number)) })
        let work = Work(
          in: transaction, for: tenant, by: .host, at: Self.now, ids: IDSource(),
          of: Kommune.settings)
        let rules = try #require(try RuleSets.find("gammel", in: work))
        #expect(rules.name == Text(nb: "råd \(number)", nn: "råd \(number)"))
        #expect(rules.size == .oneOf([3, 5]))
        #expect(rules.termYears == 3)
        #expect(rules.deputies == .personal)
        #expect(rules.unitTypes == [.school])
        #expect(rules.isMandatory)
        #expect(rules.groups.map(\.number) == [.oneOf([2]), .range(0...4)])
        #expect(rules.groups.map(\.chosenBy) == [.parentCommittee, .users])
        #expect(rules.groups.map(\.electors.nn) == ["FAU", "brukarane"])
        #expect(rules.userGroups == [])
        #expect(try UserGroup.all(in: work).count == 7)
        let council: String? = try work.value("SELECT rule_set FROM councils_council")
        #expect(council == "gammel")
        let history: [String] = try work.values(
          "SELECT s.status || ' ' || s.valid_from FROM councils_status s")
        #expect(history == ["constituted 2026-01-01"])
      }
    }
  }

  private static let now = Instant(day(2026, 8, 17), hour: 8)

  private static func addKommuner(to store: borrowing Store, _ migrator: Migrator) throws {
    for number in [1, 2] {
      try store.addTenant(migrator: migrator, at: now) { catalog in
        try catalog.run(
          """
          INSERT INTO catalog.tenant
            (tenant_id, slug, name, county, language, preset, status, created_at)
          VALUES (\(number), \("k\(number)"), 'Prøve', 'Prøve', 'nb', 'none', 'active', \(now))
          """)
        return TenantID(number)
      } seed: { transaction, _ in
        try seed(number, in: transaction)
      }
    }
  }

  private static func seed(_ number: Int, in kommune: borrowing Transaction) throws {
    let ids = IDSource()
    let unit = ids.next(at: now) as ID<ServiceUnit>
    let statements: [SQL] = [
      """
      INSERT INTO tenancy_word (code, nb, nn)
      VALUES ('user_council', 'brukerråd', 'brukarråd'), ('assembly', 'kommunestyre', 'kommunestyre')
      """,
      "INSERT INTO tenancy_service_area (code, nb, nn) VALUES ('skole', 'skole', 'skule')",
      """
      INSERT INTO tenancy_rule_set (code, nb, nn, sizes, term_years, deputies, quorum, answer_days)
      VALUES ('gammel', \("råd \(number)"), \("råd \(number)"), '3,5', 3, 'personal', 'half', 30)
      """,
      """
      INSERT INTO tenancy_rule_unit_type (rule_set, unit_type, is_mandatory)
      VALUES ('gammel', 'school', true)
      """,
      """
      INSERT INTO tenancy_seat_group
        (rule_set, code, position, nb, nn, minimum, maximum, votes, chosen_by_nb, chosen_by_nn)
      VALUES ('gammel', 'forelder', 0, 'forelder', 'forelder', 2, 2, true, 'FAU', 'FAU'),
        ('gammel', 'bruker', 1, 'bruker', 'brukar', 0, 4, true, 'brukerne', 'brukarane')
      """,
      """
      INSERT INTO tenancy_unit (id, type, name, area, service_area)
      VALUES (\(unit), 'school', 'Skolen', 'Byen', 'skole')
      """,
      """
      INSERT INTO councils_council
        (id, unit_id, name, rule_set, legal_basis, status, constituted_on, version)
      VALUES (\(ids.next(at: now) as ID<ServiceUnit>), \(unit), 'Rådet', 'gammel', 'local_decision',
        'constituted', '2026-01-01', 1)
      """,
    ]
    for statement in statements { try kommune.run(statement) }
  }
}
