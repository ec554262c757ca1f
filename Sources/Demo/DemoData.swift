import Database
import Identity
import Kernel
import Tenancy
import UseCases

/// Three kommuner with two years of council work, the same every time.
package enum DemoData {
  /// Fills a folder that is empty; one that has the demo already is left as it is, with whatever
  /// was done in it since.
  ///
  /// - Returns: who can sign in.
  /// - Throws: `DemoRefusal` when the folder has anything else, with nothing changed.
  package static func build(
    at location: DatabaseLocation, _ migrator: Migrator, on now: Instant = Clock.system.now
  ) throws -> [DemoAccount] {
    let store = Store(location)
    let calendar = DemoCalendar(on: now)
    for story in try missing(from: store, migrator, calendar) {
      try add(story, to: store, migrator, calendar)
    }
    return KommuneStory.all.flatMap(\.accounts)
  }

  /// The kommuner that are still to come: all, or those that an attempt which was cut off left out.
  private static func missing(
    from store: borrowing Store, _ migrator: Migrator, _ calendar: DemoCalendar
  ) throws -> [KommuneStory] {
    switch try migrator.standing(of: store) {
    case .newer(let steps): throw MigrationRefusal.databaseIsNewer(steps)
    case .changed(let steps): throw MigrationRefusal.landedStepWasChanged(steps)
    case .behind(let steps) where steps == migrator.all.map(\.label):
      _ = try migrator.migrate(store, at: calendar.onboarding)
    case .behind: throw DemoRefusal.demoIsFromAnotherVersion
    case .upToDate: break
    }
    let tenants = try store.catalog { try $0.tenants() }
    var missing: [KommuneStory] = []
    var strangers = tenants.count
    for story in KommuneStory.all {
      guard let tenant = tenants.first(where: { $0.slug == story.slug }) else {
        missing.append(story)
        continue
      }
      guard try isDemo(tenant, story, in: store) else { throw DemoRefusal.folderHasAnotherInstance }
      strangers -= 1
      if try isEmpty(tenant, in: store) { missing.append(story) }
    }
    let hasOnlyStrangers = strangers > 0 && strangers == tenants.count
    guard !hasOnlyStrangers else { throw DemoRefusal.folderHasAnotherInstance }
    return missing
  }

  /// Whether it was the demo that brought the kommune here.
  private static func isDemo(
    _ tenant: Tenant, _ story: KommuneStory, in store: borrowing Store
  ) throws -> Bool {
    try inKommune(tenant, store) { stage in
      // Not by way of the list of people: reading that is an event, and nothing has happened here.
      try stage.read(by: .host, at: .now) { work in
        try work.value(
          "SELECT id FROM identity_person WHERE email = \(story.mark)", of: ID<Person>.self) != nil
      }
    }
  }

  /// Whether it has come to the instance, and nothing has happened yet.
  private static func isEmpty(_ tenant: Tenant, in store: borrowing Store) throws -> Bool {
    try inKommune(tenant, store) { stage in
      try stage.perform(ListUnits.self, by: .visitor, at: .now, [:]).data.isEmpty
    }
  }

  private static func inKommune<Found>(
    _ tenant: Tenant, _ store: borrowing Store, _ body: (borrowing Stage) throws -> Found
  ) throws -> Found {
    try store.transaction(of: tenant.id, .read) { transaction in
      try body(Stage(in: transaction, of: tenant, ids: IDSource()))
    }
  }

  /// Onboards the kommune and plays its two years in one transaction.
  private static func add(
    _ story: KommuneStory, to store: borrowing Store, _ migrator: Migrator,
    _ calendar: DemoCalendar
  ) throws {
    let play = KommunePlay(story: story, calendar: calendar)
    var tenant = try store.catalog { try $0.tenant(slug: story.slug) }
    if tenant == nil {
      let onboarding = AddTenant(
        number: story.number, slug: story.slug, preset: story.slug, language: .bokmål, host: nil,
        administrator: story.mark)
      tenant = try onboarding.perform(
        in: store, migrator: migrator, at: calendar.onboarding.adding(seconds: -3600),
        ids: play.ids
      ).tenant
    }
    try perform(play, in: tenant.orNotFound(), store)
  }

  /// Plays Trondheim's two years in a kommune that has its preset and nothing else, for tests that
  /// want every statement to have run.
  package static func play(
    in tenant: Tenant, _ store: borrowing Store, on now: Instant = Clock.system.now
  ) throws {
    let story = try KommuneStory.all.first.orNotFound()
    try perform(KommunePlay(story: story, calendar: DemoCalendar(on: now)), in: tenant, store)
  }

  private static func perform(
    _ play: KommunePlay, in tenant: Tenant, _ store: borrowing Store
  ) throws {
    try store.transaction(of: tenant.id) { transaction in
      try play.play(on: Stage(in: transaction, of: tenant, ids: play.ids))
    }
  }
}

extension Instant {
  fileprivate static var now: Instant { Clock.system.now }
}
