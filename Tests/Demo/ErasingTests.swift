import Database
import Demo
import TestKit
import Tenancy
import Testing
import UseCases

/// A kommune with two years of everything, of which nothing may be left.
@Suite struct ErasingTests {
  @Test(arguments: Engine.available)
  func twoYearsOfWorkGoAndTheNeighboursStay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try DemoData.play(in: kommune.tenant, Store(kommune.location))
    let neighbour = engine == .postgres ? try Kommune(on: engine) : nil
    let before = try neighbour?.fingerprint()
    let owner =
      engine == .postgres
      ? DatabaseLocation.postgres(uri: try #require(Servers.owner)) : kommune.location
    let slug = kommune.tenant.slug

    let outcome = try EraseTenant(slug: slug, confirmation: slug).perform(
      in: Store(owner), at: kommune.now)

    let rows = outcome.erasure.tables.reduce(0) { $0 + $1.rows }
    #expect(rows > 5000)
    #expect(outcome.erasure.tables.filter { $0.rows > 0 }.count > 20)
    #expect(try neighbour?.fingerprint() == before)
  }
}
