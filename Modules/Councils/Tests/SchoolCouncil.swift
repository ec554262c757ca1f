import Kernel
import Tenancy
import TestKit
import UseCases
import Web

@testable import Councils
@testable import Identity

/// The council of a school under Trondheim's rules: two parents and three pupils with a deputy
/// each, and one of the staff (R096, R099).
enum SchoolCouncil {
  /// The seats as the API reads them.
  static func seats(parents: Int = 2, pupils: Int = 3, staff: Int = 1) -> [[String: Value]] {
    (0..<parents).map { seat("forelder", $0, isLeader: $0 == 0) }
      + (0..<pupils).map { seat("elev", $0) } + (0..<staff).map { seat("ansatt", $0) }
  }

  /// One seat; the staff have no deputies.
  static func seat(_ group: String, _ number: Int, isLeader: Bool = false) -> [String: Value] {
    var seat: [String: Value] = [
      "group": .text(group), "name": .text("\(group) \(number)"),
      "email": .text("\(group)\(number)@example.org"),
    ]
    if group != "ansatt" {
      seat["deputyName"] = .text("vara \(group) \(number)")
      seat["deputyEmail"] = .text("vara-\(group)\(number)@example.org")
    }
    if isLeader { seat["leader"] = true }
    return seat
  }

  /// A whole request.
  static func request(
    _ unit: ServiceUnit, _ seats: [[String: Value]] = seats(), _ more: [String: Value] = [:]
  ) -> [String: Value] {
    let request: [String: Value] = [
      "unit": .text("\(unit.id)"), "termStart": "2026-08-01",
      "seats": .list(seats.map(Value.object)),
    ]
    return request.merging(more) { $1 }
  }

  /// The request without JSON's types, as a form sends it.
  static func form(_ fields: [(String, String)]) -> String {
    fields.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
  }
}

extension TestKit.Kommune {
  /// A secretary of the whole kommune.
  func secretary() throws -> Actor {
    try addPerson("Siri Sekretær", "siri@example.org", .secretary)
  }

  /// The one school of a kommune.
  func school() throws -> ServiceUnit {
    let units = try addUnits("skole,Solbakken skole,Østbyen,,skole")
    return try units.first.orNotFound()
  }

  /// Schools with a council each, people of their own in every one.
  @discardableResult
  func schoolsWithCouncils(_ count: Int) throws -> [CouncilDetails] {
    let lines = (0..<count).map { "skole,Skole \($0),Østbyen,,skole" }.joined(separator: "\n")
    return try addUnits(lines).filter { $0.name.hasPrefix("Skole ") }.map { unit in
      let seats = SchoolCouncil.seats().map { seat in
        seat.mapValues { value in
          guard case .text(let text) = value, text.contains("@") else { return value }
          return .text("\(unit.id)-\(text)")
        }
      }
      return try run(ConstituteCouncil.self, SchoolCouncil.request(unit, seats))
    }
  }

  /// Rests a council, puts it to work again or dissolves it.
  @discardableResult
  func change(
    _ council: ID<Council>, to status: String, version: Int = 1, as actor: Actor = .host,
    _ more: [String: Value] = [:]
  ) throws -> CouncilDetails {
    let values: [String: Value] = [
      "council": .text("\(council)"), "version": .number(version), "status": .text(status),
      "reason": "Ingen stilte til valg.",
    ]
    return try run(ChangeCouncilStatus.self, as: actor, values.merging(more) { $1 })
  }

  /// Dissolves a council that nobody takes over.
  func dissolve(_ council: ID<Council>) throws {
    try change(
      council, to: "dissolved",
      ["decidedBy": "Kommunestyret", "nobodyTakesOver": "Skolen finnes ikke lenger."])
  }

  /// A browser in which somebody is signed in.
  func client(of actor: Actor) throws -> TestClient {
    let client = TestClient(self)
    let member = try actor.member.orNotFound()
    client.token = try work { try Session.start(for: member.id, in: $0).token }
    return client
  }

  /// How many statements something runs.
  func countStatements<Result>(_ body: () throws -> Result) rethrows -> Int {
    statements.clear()
    _ = try body()
    return statements.statements.count
  }
}
