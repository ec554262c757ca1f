import Database
import TestKit
import Testing

@testable import Tenancy

@Suite struct RenameTenantTests {
  private static func instance() throws -> Onboarding {
    let instance = try Onboarding()
    try instance.add(host: "rad.trondheim.example")
    try instance.add("3201", slug: "baerum", preset: "baerum", host: "rad.baerum.example")
    return instance
  }

  private static func rename(
    _ slug: String = "trondheim", to newSlug: String? = nil,
    host: RenameTenant.Host = .unchanged, in instance: Onboarding
  ) throws -> Tenant {
    try RenameTenant(slug: slug, newSlug: newSlug, host: host).perform(in: instance.store)
  }

  @Test func aKommuneGetsAnotherSlugAndKeepsItsHost() throws {
    let instance = try Self.instance()

    let tenant = try Self.rename(to: "nidaros", in: instance)

    #expect(tenant.slug == "nidaros")
    #expect(tenant.host == "rad.trondheim.example")
    #expect(try instance.slugs() == ["baerum", "nidaros"])
  }

  @Test func aHostIsChangedTakenAwayAndMayBeTheSameAsBefore() throws {
    let instance = try Self.instance()

    #expect(try Self.rename(in: instance).host == "rad.trondheim.example")
    #expect(
      try Self.rename(host: .named("rad.trondheim.example"), in: instance).host
        == "rad.trondheim.example")
    #expect(
      try Self.rename(host: .named("ny.trondheim.example"), in: instance).host
        == "ny.trondheim.example")
    #expect(try Self.rename(host: .none, in: instance).host == nil)
    #expect(
      try Self.rename("baerum", host: .named("ny.trondheim.example"), in: instance).slug == "baerum"
    )
  }

  @Test func namesOfAnotherKommuneAndNamesThatCannotBeUsedAreRefused() throws {
    let instance = try Self.instance()
    func refuses(_ reason: AddTenant.Refusal, _ slug: String?, _ host: RenameTenant.Host) {
      #expect(throws: reason) { try Self.rename(to: slug, host: host, in: instance) }
    }

    refuses(.slugIsTaken, "baerum", .unchanged)
    refuses(.slugCannotBeUsed, "api", .unchanged)
    refuses(.slugCannotBeUsed, "Nidaros", .unchanged)
    refuses(.hostIsTaken, nil, .named("rad.baerum.example"))
    refuses(.hostCannotBeUsed, "nidaros", .named("nidaros"))

    #expect(try instance.slugs() == ["baerum", "trondheim"])
  }

  @Test func aHostNameIsNotEnoughToSayWhich() throws {
    let instance = try Self.instance()

    #expect(throws: TenantRefusal.thereIsNoSuchKommune) {
      try Self.rename("rad.trondheim.example", to: "nidaros", in: instance)
    }
  }
}
