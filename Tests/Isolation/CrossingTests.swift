import TestKit
import Testing
import Web

/// What belongs to one kommune, shown at the door of the other: host names, cookies, one-time keys.
@Suite struct CrossingTests {
  @Test(arguments: Engine.available)
  func aHostNameOfOneKommuneNeverServesTheOther(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    var finder = Finder(for: two.a)
    for good in try GoodRequests.of(engine).a {
      var request = good.request(good.values, as: good.principal, to: two.a)
      request.headers.set("Host", "\(two.b.mark.address).example")
      let found = Answer(two.send(request)).without(two.a.tenant.slug)
      request.path = two.a.mark.twin(of: request.path)
      let unknown = Answer(two.send(request)).without(two.a.mark.twin(of: two.a.tenant.slug))
      #expect(finder.find(in: found.bytes) == nil, "\(good.name)")
      #expect(
        found.withoutChance(keeping: two.b.mark) == unknown.withoutChance(keeping: two.b.mark),
        "\(good.name): \(found.difference(from: unknown))")
    }
  }

  @Test(arguments: Engine.available)
  func aNameThatMovesToTheOtherKommuneTakesNothingAlong(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let good = try GoodRequests.of(engine)
    let lists = good.a.filter { $0.route.method.isSafe && $0.principal.kind == .visitor }
    // Whatever remembers a name has it now.
    for list in lists { _ = two.send(list.request(list.values, as: list.principal, to: two.a)) }
    try two.swapSlugs()
    var finders = [Finder(for: two.a), Finder(for: two.b)]
    for list in lists {
      for (index, neighbour) in [two.a, two.b].enumerated() {
        let request = list.request(list.values, as: list.principal, to: neighbour)
        let answer = Answer(two.send(request)).without(neighbour.tenant.slug)
        let ids = Place.all(of: list.route, in: list.values).compactMap {
          $0.value(in: list.values)
        }
        let told = ids.reduce(answer) { $0.without($1) }
        #expect(finders[index].find(in: told.bytes) == nil, "\(list.name)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func aOneTimeKeyThatTheOtherKommuneUsedIsNew(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let good = try GoodRequests.of(engine)
    for (own, other) in zip(good.a, good.b) where own.route.changes && own.route.door == .api {
      func answer(_ good: GoodRequest, _ neighbour: Neighbour, _ key: String) throws -> Answer {
        var request = good.request(good.values, as: good.principal, to: neighbour)
        request.headers.set("Idempotency-Key", key)
        defer { _ = try? two.restore(two.a) }
        return Answer(two.send(request)).withoutChance(keeping: two.a.mark)
      }
      _ = try answer(other, two.b, "brukt-av-begge")
      let expected = try answer(own, two.a, "aldri-brukt-foer")
      #expect(try answer(own, two.a, "brukt-av-begge") == expected, "\(own.name)")
      try two.restore(two.b)
    }
  }
}
