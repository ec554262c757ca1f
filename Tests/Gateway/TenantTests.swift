import Database
import Kernel
import TestKit
import Tenancy
import Testing
import Web

@Suite struct TenantTests {
  private static func set(_ status: TenantStatus, _ kommune: TestKit.Kommune) throws {
    let owner: DatabaseLocation =
      switch kommune.engine {
      case .sqlite: kommune.location
      case .postgres: .postgres(uri: try #require(Servers.owner))
      }
    _ = try SetTenantStatus(slug: kommune.tenant.slug, status: status).perform(in: Store(owner))
  }

  @Test(arguments: TestKit.Engine.available)
  func aSuspendedKommuneIsGoneAtOnceForEveryWorker(_ engine: TestKit.Engine) throws {
    let house = try House(on: engine)
    let page = House.request(.get, "\(house.base)/enheter", ["Accept": "text/html"])
    let call = House.request(.get, "\(house.api)/units")
    let workers = [house.application.worker(), house.kommune.application().worker()]
    for worker in workers { #expect(worker(page).status == 200) }

    try Self.set(.suspended, house.kommune)
    for worker in workers {
      #expect(worker(page).status == 404)
      #expect(worker(page).text.contains("ikke i drift"))
      #expect(worker(call).status == 404)
      #expect(worker(call).json("type") == "/problems/kommune-is-suspended")
      #expect(!worker(House.request(.get, "/")).text.contains("\"\(house.base)/\""))
    }

    try Self.set(.active, house.kommune)
    for worker in workers { #expect(worker(page).status == 200) }
  }

  @Test(arguments: TestKit.Engine.available)
  func oneKommunesSessionIsNothingInTheNext(_ engine: TestKit.Engine) throws {
    let house = try House(on: engine)
    let other = try House(on: engine)

    let api = other.send(.get, "\(other.api)/account", house.bearer)
    let page = other.send(.get, "\(other.base)/min-side", house.cookie)

    #expect(api.status == 401)
    #expect(page.status == 303)
  }

  @Test(arguments: TestKit.Engine.available)
  func aListRunsAsManyStatementsForSixtyUnitsAsForOne(_ engine: TestKit.Engine) throws {
    let house = try House(on: engine)
    func statements(_ target: String) -> [String] {
      house.kommune.statements.clear()
      #expect(house.send(.get, target, house.cookie).status == 200)
      return house.kommune.statements.statements
    }
    let targets = [
      "\(house.base)/enheter?limit=100", "\(house.api)/units?limit=100", "\(house.base)/",
    ]
    _ = house.send(.get, targets[0])
    try house.kommune.addUnits("skole,Skole 0,Østbyen,,skole")
    let few = targets.map(statements)

    let lines = (1..<60).map { "skole,Skole \($0),Østbyen,,skole" }.joined(separator: "\n")
    try house.kommune.addUnits(lines)
    let many = targets.map(statements)

    #expect(house.send(.get, targets[0]).text.contains("Skole 59"))
    #expect(few == many)
    #expect(few[0].count <= 4)
  }

  @Test(arguments: TestKit.Engine.available)
  func aListIsReadToItsEndPageByPage(_ engine: TestKit.Engine) throws {
    let house = try House(on: engine)
    let lines = (1...45).map { "skole,Skole \($0) <æ&'>,Østbyen,,skole" }.joined(separator: "\n")
    try house.kommune.addUnits(lines)
    var names: [String] = []
    var cursor: String? = ""

    while let current = cursor {
      let query = current.isEmpty ? "" : "&cursor=\(percentEncoded(current))"
      let page = house.send(.get, "\(house.api)/units?limit=20\(query)")
      guard case .object(let fields) = page.json, case .list(let units) = fields["data"] else {
        break
      }
      names += units.compactMap { unit in
        guard case .object(let unit) = unit, case .text(let name) = unit["name"] else { return nil }
        return name
      }
      cursor = page.json("next")
    }

    #expect(names.count == 45)
    #expect(Set(names).count == 45)
  }
}
