import Database
import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Demo

@Suite struct DemoFolderTests {
  @Test func everyAccountSignsIn() throws {
    // Signing in is an event, so it is done in a folder that no other test looks at.
    let demo = try FilledFolder()
    for account in demo.accounts {
      let answer = try demo.api(
        .post, "/\(account.slug)/api/v1/sessions",
        #"{"email":"\#(account.email)","password":"\#(account.password)"}"#)
      #expect(answer.status == 200, "\(account.slug) \(account.role): \(answer.text)")
      #expect(account.password.count >= 12)
      let own = try demo.api(
        .get, "/\(account.slug)/api/v1/account", token: answer.json("token"))
      #expect(own.text.contains(account.name), "\(own.text)")
    }
  }

  @Test func everyRoleHasAnAccount() throws {
    let accounts = try FilledFolder.shared.get().accounts
    let all = Set(Role.allCases.filter { $0 != .visitor }.map(\.rawValue))
    #expect(Set(accounts.map(\.role)) == all)
    // The rules of the two others give nobody a deputy.
    for slug in ["baerum", "ringebu"] {
      let roles = Set(accounts.filter { $0.slug == slug }.map(\.role))
      #expect(roles == all.subtracting([Role.personalDeputy.rawValue]))
    }
  }

  @Test func aFilledFolderIsLeftAsItIs() throws {
    let demo = try FilledFolder()
    let before = try FilledFolder.slugs.map { try demo.fingerprint($0) }
    let later = FilledFolder.now.adding(days: 300)
    let accounts = try FilledFolder.build(demo.folder, on: later)
    #expect(accounts.map(\.email) == demo.accounts.map(\.email))
    #expect(try FilledFolder.slugs.map { try demo.fingerprint($0) } == before)
  }

  @Test func whatWasCutOffIsFinished() throws {
    let folder = try TemporaryFolder()
    let migrator = FilledFolder.composition.migrator
    let store = Store(.sqlite(folder: folder.path))
    let calendar = DemoCalendar(on: FilledFolder.now)
    _ = try migrator.migrate(store, at: calendar.onboarding)
    let story = KommuneStory.trondheim
    _ = try AddTenant(
      number: story.number, slug: story.slug, preset: story.slug, language: .bokmål, host: nil,
      administrator: story.mark
    ).perform(in: store, migrator: migrator, at: calendar.onboarding, ids: IDSource())
    _ = try FilledFolder.build(folder)
    #expect(try store.catalog { try $0.tenants() }.count == 3)
  }

  @Test(arguments: ["trondheim", "ringerike"])
  func anotherInstanceIsRefusedAndLeftAsItIs(_ slug: String) throws {
    let folder = try TemporaryFolder()
    let migrator = FilledFolder.composition.migrator
    let store = Store(.sqlite(folder: folder.path))
    _ = try migrator.migrate(store, at: FilledFolder.now)
    let outcome = try AddTenant(
      number: "5001", slug: slug, preset: "trondheim", language: .bokmål, host: nil,
      administrator: "post@trondheim.example"
    ).perform(in: store, migrator: migrator, at: FilledFolder.now, ids: IDSource())
    let before = try store.transaction(of: outcome.tenant.id) { try $0.fingerprint() }
    #expect(throws: DemoRefusal.folderHasAnotherInstance) { try FilledFolder.build(folder) }
    #expect(try store.catalog { try $0.tenants() }.map(\.slug) == [slug])
    #expect(try store.transaction(of: outcome.tenant.id) { try $0.fingerprint() } == before)
  }

  @Test func theDaysMoveOnWithTheClock() {
    func today(_ year: Int, _ month: Int, _ date: Int) -> Day {
      DemoCalendar(on: Instant(day(year, month, date), hour: 10)).today
    }
    #expect(today(2026, 11, 20) == day(2026, 11, 20))
    #expect(today(2026, 12, 3) == day(2026, 11, 20))
    #expect(today(2026, 12, 4) == day(2026, 12, 4))
    #expect(today(2026, 11, 19) == day(2026, 11, 6))
    #expect(today(2031, 1, 1).weekday == 5)
  }

  @Test(arguments: [-400, -190, 14 * 11, 14 * 17, 14 * 40])
  func theDemoStandsOnAnyDay(_ days: Int) throws {
    let demo = try FilledFolder(on: FilledFolder.now.adding(days: days))
    for slug in FilledFolder.slugs {
      #expect(try demo.count(slug, "SELECT count(*) FROM meetings_answer") > 40)
    }
  }

  @Test func namesAreNeverTheSame() {
    let names = (0..<900).map(Names.name)
    #expect(Set(names).count == names.count)
    let cast = KommuneStory.all.flatMap { story in
      story.casts.flatMap { [$0.unitLeader] + $0.staff + $0.seats.map(\.holder) }
    }
    #expect(Set(cast).count == cast.count)
    #expect(EmailName.of("Åse Prøvesæther") == "ase.provesaether")
  }
}
