import Database
import TestKit
import Testing

@testable import Tenancy

@Suite struct EraseTenantTests {
  private static func erase(
    _ slug: String, confirm: String?, in instance: Onboarding
  ) throws -> EraseTenant.Outcome {
    try EraseTenant(slug: slug, confirmation: confirm).perform(
      in: instance.store, at: Onboarding.now)
  }

  @Test func aKommuneGoesWithItsFileAndItsNumberIsNeverGivenAgain() throws {
    let instance = try Onboarding()
    try instance.add("3201", slug: "baerum", preset: "baerum")
    let erased = try instance.add().tenant
    guard case .sqlite(let folder) = instance.location else { return }

    let outcome = try Self.erase("trondheim", confirm: "trondheim", in: instance)
    let again = try instance.add().tenant

    #expect(outcome.erasure.file == "kommune-2.sqlite")
    #expect(throws: TestKitError.self) { try File.read("\(folder)/kommune-2.sqlite") }
    #expect(erased.id == TenantID(2))
    #expect(again.id == TenantID(3))
    #expect(try instance.slugs() == ["baerum", "trondheim"])
  }

  @Test func nothingOfItIsLeftInTheCatalogButItsNumber() throws {
    let instance = try Onboarding()
    let tenant = try instance.add().tenant

    _ = try Self.erase("trondheim", confirm: "trondheim", in: instance)

    let left = try instance.store.catalog { catalog in
      try [
        catalog.value("SELECT count(*) FROM catalog.tenant", of: Int.self),
        catalog.value("SELECT count(*) FROM catalog.tenant_number", of: Int.self),
        catalog.value("SELECT tenant_id FROM catalog.erased_tenant", of: Int.self),
      ]
    }
    #expect(left == [0, 0, tenant.id.number])
  }

  @Test func erasingThatWasCutOffIsFinishedByErasingAgain() throws {
    let instance = try Onboarding()
    try instance.add()
    guard case .sqlite(let folder) = instance.location else { return }
    try File.write([], to: "\(folder)/kommune-1.sqlite")

    _ = try Self.erase("trondheim", confirm: "trondheim", in: instance)

    #expect(try instance.slugs() == [])
  }

  @Test(arguments: [nil, "", "Trondheim", "baerum"])
  func erasingThatIsNotConfirmedChangesNothing(_ word: String?) throws {
    let instance = try Onboarding()
    let tenant = try instance.add().tenant
    let before = try Self.fingerprint(tenant, instance)

    #expect(throws: EraseTenant.Refusal.self) {
      try Self.erase("trondheim", confirm: word, in: instance)
    }

    #expect(try Self.fingerprint(tenant, instance) == before)
    #expect(try instance.store.catalog { try $0.tenants() } == [tenant])
  }

  @Test(arguments: ["ukjent", "", "rad.trondheim.example"])
  func whatIsNoSlugHereIsRefused(_ slug: String) throws {
    let instance = try Onboarding()
    try instance.add(host: "rad.trondheim.example")

    #expect(throws: TenantRefusal.thereIsNoSuchKommune) {
      try Self.erase(slug, confirm: slug, in: instance)
    }
  }

  private static func fingerprint(_ tenant: Tenant, _ instance: Onboarding) throws -> String {
    try Store(instance.location).transaction(of: tenant.id, .read) { try $0.fingerprint() }
  }
}
