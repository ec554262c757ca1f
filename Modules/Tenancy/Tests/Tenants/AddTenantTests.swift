import Database
import Kernel
import TestKit
import Testing

@testable import Tenancy

@Suite struct AddTenantTests {
  private static func refuses(
    _ reason: AddTenant.Refusal, in instance: Onboarding, _ add: () throws -> Void
  ) throws {
    let before = try instance.slugs()

    #expect(throws: reason) { try add() }

    #expect(try instance.slugs() == before)
    #expect(!reason.text.en.isEmpty)
  }

  @Test func aKommuneIsOnboardedWithNameCountyWordsAndAnInvitation() throws {
    let instance = try Onboarding()

    let added = try instance.add()

    #expect(added.tenant.name == "Trondheim")
    #expect(added.tenant.county == "Trøndelag")
    #expect(added.tenant.status == .active)
    #expect(added.invitation.email == "post@trondheim.example")
    let found = try instance.store.catalog { try $0.tenant(slug: "trondheim") }
    #expect(found == added.tenant)
  }

  @Test(arguments: ["0000", "3024", "0219", "501", "50010", "abcd", "", "5001 "])
  func anUnknownNumberIsRefused(_ number: String) throws {
    let instance = try Onboarding()

    try Self.refuses(.kommuneNumberIsUnknown, in: instance) { try instance.add(number) }
  }

  @Test func aKommuneThatIsHereIsRefused() throws {
    let instance = try Onboarding()
    try instance.add()

    try Self.refuses(.kommuneIsAlreadyHere, in: instance) { try instance.add(slug: "nidaros") }
    try Self.refuses(.kommuneIsAlreadyHere, in: instance) { try instance.add() }
  }

  @Test(arguments: [
    "", "a", "Trondheim", "bærum", "5trondheim", "-trondheim", "trondheim-", "tron_dheim",
    "tron dheim", "tron/dheim", "..", "api", "static", "healthz", "readyz", "metrics", "oparl",
    String(repeating: "a", count: 41),
  ])
  func aSlugThatCannotBeUsedIsRefused(_ slug: String) throws {
    let instance = try Onboarding()

    try Self.refuses(.slugCannotBeUsed, in: instance) { try instance.add(slug: slug) }
  }

  @Test func aSlugOrHostOfAnotherKommuneIsRefused() throws {
    let instance = try Onboarding()
    try instance.add(host: "rad.trondheim.example")

    try Self.refuses(.slugIsTaken, in: instance) { try instance.add("3201") }
    try Self.refuses(.hostIsTaken, in: instance) {
      try instance.add("3201", slug: "baerum", host: "rad.trondheim.example")
    }
  }

  @Test(arguments: [
    "", "trondheim", "Rad.trondheim.no", "rad.trondheim.no:8080", "-a.no", "a-.no", "a..no",
    "a.no/", "http://a.no", "a b.no", "å.no",
  ])
  func aHostThatCannotBeUsedIsRefused(_ host: String) throws {
    let instance = try Onboarding()

    try Self.refuses(.hostCannotBeUsed, in: instance) { try instance.add(host: host) }
  }

  @Test func anUnknownPresetAndABadAddressAreRefused() throws {
    let instance = try Onboarding()

    try Self.refuses(.presetIsUnknown, in: instance) { try instance.add(preset: "oslo") }
    try Self.refuses(.emailCannotBeRead, in: instance) { try instance.add(administrator: "post@") }
  }

  @Test func theNumbersAKommuneHadBeforeArePartOfItsHistory() throws {
    let instance = try Onboarding()
    let bærum = try instance.add("3201", slug: "baerum", preset: "baerum").tenant

    let periods = try instance.store.catalog {
      try $0.rows(
        """
        SELECT number, valid_from, valid_to FROM catalog.tenant_number
        WHERE tenant_id = \(bærum.id) ORDER BY valid_from
        """,
        as: { (number: String, from: Day, to: Day?) in "\(number) \(from) \(to?.description ?? "-")"
        })
    }

    #expect(
      periods == [
        "0219 1838-01-01 2019-12-31", "3024 2020-01-01 2023-12-31", "3201 2024-01-01 -",
      ])
  }

  @Test func aKommuneThatWasCutOffHalfwayCanBeOnboardedAgain() throws {
    let instance = try Onboarding()
    guard case .sqlite(let folder) = instance.location else { return }
    try File.write(Array("leftover".utf8), to: "\(folder)/kommune-1.sqlite")

    try instance.add()

    #expect(try instance.slugs() == ["trondheim"])
  }
}
