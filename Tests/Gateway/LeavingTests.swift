import Database
import Gateway
import Kernel
import TestKit
import Tenancy
import Testing
import Web

/// Two servers on one database while the operator renames and erases kommuner.
@Suite struct LeavingTests {
  private final class Servers {
    let house: House
    let neighbour: Tenant
    /// One of each server's workers, which have all served the kommune before it leaves.
    let workers: [(Request) -> Response]
    /// Others of the same servers: they know its name, and have nothing of it open.
    private let idle: [(Request) -> Response]
    let owner: DatabaseLocation
    private let other: House?

    init(on engine: TestKit.Engine) throws {
      house = try House(on: engine)
      // On PostgreSQL every test's kommune stands in the same database; on SQLite in a folder.
      other = engine == .postgres ? try House(on: engine) : nil
      owner =
        engine == .postgres
        ? .postgres(uri: try #require(TestKit.Servers.owner)) : house.kommune.location
      neighbour = try other?.kommune.tenant ?? Self.neighbour(in: owner)
      let kommune = house.kommune
      // Two for each request, because the first answer may forget the name.
      let servers = (0..<14).map { _ in kommune.application(adding: Note.routes) }
      workers = servers.map { $0.worker() }
      idle = servers.map { $0.worker() }
      let page = House.request(.get, "/\(kommune.tenant.slug)/enheter", ["Accept": "text/html"])
      for worker in workers { _ = worker(page) }
    }

    private static func neighbour(in location: DatabaseLocation) throws -> Tenant {
      try AddTenant(
        number: "3201", slug: "baerum", preset: "baerum", language: .bokmål, host: nil,
        administrator: "post@baerum.example"
      ).perform(
        in: Store(location), migrator: Composition().migrator, at: Clock.system.now, ids: IDSource()
      ).tenant
    }

    func neighboursData() throws -> String {
      try Store(house.kommune.location).transaction(of: neighbour.id, .read) {
        try $0.fingerprint()
      }
    }

    /// The requests that tell whether a kommune is there, below a slug.
    func requests(_ slug: String) -> [Request] {
      [
        House.request(.get, "/\(slug)/", ["Accept": "text/html"]),
        House.request(.get, "/\(slug)/enheter", house.cookie),
        House.request(.get, "/\(slug)/api/v1/units", house.bearer),
        House.request(.get, "/\(slug)/api/v1/account", house.bearer),
        House.request(.post, "/\(slug)/api/v1/notes", house.bearer, body: #"{"text":"a"}"#),
        House.request(.put, "/\(slug)/enheter"),
        House.request(.get, "/\(slug)/finnes-ikke"),
      ]
    }

    func expectNothing(at slug: String, sourceLocation: SourceLocation = #_sourceLocation) {
      for (index, request) in requests(slug).enumerated() {
        let never = workers[0](requests("har-aldri-vert-her")[index])
        let answers = [
          workers[index * 2](request), idle[index * 2 + 1](request), workers[index * 2](request),
        ]
        #expect(never.status == 404, sourceLocation: sourceLocation)
        for answer in answers {
          #expect(answer.status == never.status, sourceLocation: sourceLocation)
          #expect(answer.text == never.text, sourceLocation: sourceLocation)
          #expect(
            answer.headers["Location"] == never.headers["Location"], sourceLocation: sourceLocation)
        }
      }
    }
  }

  @Test(arguments: TestKit.Engine.available)
  func anErasedKommuneIsAsOneThatNeverWas(_ engine: TestKit.Engine) throws {
    let servers = try Servers(on: engine)
    let slug = servers.house.kommune.tenant.slug
    for worker in servers.workers {
      #expect(servers.requests(slug).map(worker).map(\.status).prefix(4) == [200, 200, 200, 200])
    }
    let before = try servers.neighboursData()

    let outcome = try EraseTenant(slug: slug, confirmation: slug).perform(
      in: Store(servers.owner), at: servers.house.kommune.now)

    servers.expectNothing(at: slug)
    #expect(try servers.neighboursData() == before)
    #expect(outcome.erasure.tables.contains { $0.name.hasSuffix("events_event") && $0.rows > 3 })
    let page = House.request(.get, "/\(servers.neighbour.slug)/", ["Accept": "text/html"])
    for worker in servers.workers { #expect(worker(page).status == 200) }
  }

  @Test(arguments: TestKit.Engine.available)
  func aRenamedKommuneIsGoneUnderItsOldName(_ engine: TestKit.Engine) throws {
    let servers = try Servers(on: engine)
    let slug = servers.house.kommune.tenant.slug
    let new = "ny-\(slug)"
    for worker in servers.workers { _ = servers.requests(slug).map(worker) }
    let before = try servers.neighboursData()

    let tenant = try RenameTenant(slug: slug, newSlug: new, host: .named("\(slug).example"))
      .perform(in: Store(servers.owner))

    servers.expectNothing(at: slug)
    #expect(tenant.slug == new)
    for worker in servers.workers {
      #expect(servers.requests(new).map(worker).map(\.status).prefix(4) == [200, 200, 200, 200])
      let byHost = House.request(.get, "/", ["Host": "\(slug).example", "Accept": "text/html"])
      #expect(worker(byHost).status == 200)
    }
    #expect(try servers.neighboursData() == before)
  }

  @Test(arguments: TestKit.Engine.available)
  func aHostNameThatWasTakenAwayLeadsNowhere(_ engine: TestKit.Engine) throws {
    let servers = try Servers(on: engine)
    let slug = servers.house.kommune.tenant.slug
    let host = "\(slug).example"
    let owner = Store(servers.owner)
    _ = try RenameTenant(slug: slug, newSlug: nil, host: .named(host)).perform(in: owner)
    let request = House.request(.get, "/enheter", ["Host": host, "Accept": "text/html"])
    for worker in servers.workers { #expect(worker(request).status == 200) }

    _ = try RenameTenant(slug: slug, newSlug: nil, host: .none).perform(in: owner)

    for worker in servers.workers {
      #expect(worker(request).status == 404)
      #expect(worker(House.request(.get, "/\(slug)/enheter")).status == 200)
    }
  }
}
