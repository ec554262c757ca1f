import Identity
import Kernel
import TestKit
import Testing
import Web

@Suite struct ConditionTests {
  private static let body = "{\"text\":\"nytt\"}"

  @Test(arguments: Engine.available)
  func aChangeNamesTheVersionThatWasRead(_ engine: Engine) throws {
    let house = try House(on: engine)
    let read = house.send(.get, "\(house.api)/note")
    let version = try #require(read.headers["ETag"])

    let missing = house.send(.put, "\(house.api)/note", house.bearer, body: Self.body)
    let changed = house.send(
      .put, "\(house.api)/note", house.bearer.with("If-Match", version), body: Self.body)
    let stale = house.send(
      .put, "\(house.api)/note", house.bearer.with("If-Match", version), body: Self.body)

    #expect(version == "\"1\"")
    #expect(missing.status == 428)
    #expect(missing.problem == "name-the-version-you-read")
    #expect(changed.status == 200)
    #expect(changed.headers["ETag"] == "\"2\"")
    #expect(stale.status == 412)
    #expect(stale.problem == "record-has-changed")
    #expect(try house.events("note-changed") == 1)
  }

  @Test(arguments: Engine.available)
  func theSameKeyGivesTheSameAnswerAndOneEffect(_ engine: Engine) throws {
    let house = try House(on: engine)
    let headers = house.bearer.with("Idempotency-Key", "nokkel-0001")

    let first = house.send(.post, "\(house.api)/lines", headers, body: Self.body)
    let second = house.send(.post, "\(house.api)/lines", headers, body: Self.body)
    let other = house.send(.post, "\(house.api)/lines", headers, body: "{\"text\":\"annet\"}")

    #expect(first.status == 201)
    #expect(first.headers["Location"] == "\(house.api)/note")
    #expect(second.status == first.status)
    #expect(second.body == first.body)
    #expect(second.headers["Location"] == first.headers["Location"])
    #expect(other.status == 422)
    #expect(other.problem == "idempotency-key-was-used-for-something-else")
    #expect(try house.events("line-added") == 1)
  }

  @Test(arguments: Engine.available)
  func twoRequestsAtOnceWithOneKeyHaveOneEffect(_ engine: Engine) throws {
    let house = try House(on: engine)
    let application = house.application
    let request = House.request(
      .post, "\(house.api)/lines", house.bearer.with("Idempotency-Key", "nokkel-0002"),
      body: Self.body)

    let answers = inParallel(4) { application.worker()(request) }

    #expect(answers.map(\.status) == [201, 201, 201, 201])
    #expect(Set(answers.map(\.text)).count == 1)
    #expect(try house.events("line-added") == 1)
  }

  @Test(arguments: Engine.available)
  func aRefusedRequestDoesNotUseUpItsKey(_ engine: Engine) throws {
    let house = try House(on: engine)
    let headers = house.bearer.with("Idempotency-Key", "nokkel-0003")

    let refused = house.send(.post, "\(house.api)/lines", headers, body: "{\"text\":\"\"}")
    let taken = house.send(.post, "\(house.api)/lines", headers, body: Self.body)

    #expect(refused.status == 422)
    #expect(taken.status == 201)
  }

  @Test(arguments: Engine.available)
  func aKeyIsForgottenAfterADay(_ engine: Engine) throws {
    let house = try House(on: engine)
    let headers: Headers = ["Content-Type": "application/json", "Idempotency-Key": "nokkel-0004"]
    let token = try house.kommune.run(
      CreateToken.self, ["name": "t", "role": "kommune_administrator"]
    ).secret
    let bearer = headers.with("Authorization", "Bearer \(token)")
    _ = house.send(.post, "\(house.api)/lines", bearer, body: Self.body)

    house.kommune.now = house.kommune.now.adding(days: 1).adding(seconds: 1)
    _ = house.send(.post, "\(house.api)/lines", bearer, body: Self.body)

    #expect(try house.events("line-added") == 2)
  }

  @Test(arguments: ["kort", "", "med mellomrom", "æøåæøåæø", String(repeating: "x", count: 101)])
  func aKeyThatCannotBeReadIsRefused(_ key: String) throws {
    let house = try House(on: .sqlite)

    let response = house.send(
      .post, "\(house.api)/lines", house.bearer.with("Idempotency-Key", key), body: Self.body)

    #expect(response.status == 400)
    #expect(try house.events("line-added") == 0)
  }

  @Test(arguments: Engine.available)
  func aFormThatIsSentTwiceIsTakenOnce(_ engine: Engine) throws {
    let house = try House(on: engine)
    let body = house.form("text=nytt&version=1&_key=0123456789abcdef")

    let first = house.send(.post, "\(house.base)/note", house.cookie, body: body)
    let second = house.send(.post, "\(house.base)/note", house.cookie, body: body)

    #expect(first.status == 303)
    #expect(second.status == 303)
    #expect(second.headers["Location"] == first.headers["Location"])
    #expect(try house.events("note-changed") == 1)
  }
}
