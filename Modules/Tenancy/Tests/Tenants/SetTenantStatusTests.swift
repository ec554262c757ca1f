import Database
import TestKit
import Testing

@testable import Tenancy

@Suite struct SetTenantStatusTests {
  @Test func suspendingAndResumingTwiceDoesNoHarm() throws {
    let instance = try Onboarding()
    try instance.add()

    for status: TenantStatus in [.suspended, .suspended, .active, .active] {
      let tenant = try SetTenantStatus(slug: "trondheim", status: status).perform(
        in: instance.store)
      #expect(tenant.status == status)
    }
  }

  @Test func onlyTheKommuneThatIsNamedIsSuspended() throws {
    let instance = try Onboarding()
    try instance.add()
    try instance.add("3201", slug: "baerum", preset: "baerum")

    _ = try SetTenantStatus(slug: "baerum", status: .suspended).perform(in: instance.store)

    let statuses = try instance.store.catalog { try $0.tenants().map(\.status) }
    #expect(statuses == [.suspended, .active])
  }

  @Test(arguments: ["ukjent", "", "rad.trondheim.example"])
  func whatIsNoSlugHereIsRefused(_ slug: String) throws {
    let instance = try Onboarding()
    try instance.add(host: "rad.trondheim.example")

    #expect(throws: TenantRefusal.thereIsNoSuchKommune) {
      try SetTenantStatus(slug: slug, status: .suspended).perform(in: instance.store)
    }
    #expect(try instance.store.catalog { try $0.tenants().map(\.status) } == [.active])
  }
}
