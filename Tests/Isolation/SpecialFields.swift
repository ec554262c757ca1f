import Identity
import Tenancy
import TestKit
import Web

/// The few fields whose good values cannot be guessed from their kind and name.
enum SpecialFields {
  /// The values of a field, or nil where its kind says enough.
  static func values(of field: String, in route: Route, _ neighbour: Neighbour) -> [Value]? {
    let cast = neighbour.cast
    if route.input.contains(where: { $0.name == "statementsFollowCase" }),
      let answer = Scenario.rules(neighbour.mark)[field]
    {
      return [answer]
    }
    if route.name == "addUserGroup", field == "code" { return [.text("ny-gruppe")] }
    if route.name == "addRuleSet", field == "code" { return [.text("ny-type")] }
    switch field {
    case "library": return RuleLibrary.all.map { .text($0.code) }
    case "token": return [.text(cast.invitation)]
    case "email" where route.name == "fillSeat": return [.text(neighbour.mark.email("ny"))]
    case "email": return [.text(cast.email)]
    case "code": return cast.codes.map { .text($0) }
    case "password", "current": return [.text(Scenario.password)]
    case "login": return [.text(IssuerOfKommune(neighbour.mark).login)]
    case "session":
      let sessions = neighbour.contents.tables["identity_session"] ?? []
      return sessions.compactMap { $0["token_hash"].map { .text("\(OwnSession.id(of: $0))") } }
    case "iss": return [.text(IssuerOfKommune(neighbour.mark).name)]
    case "sid": return [.text(IssuerOfKommune(neighbour.mark).session)]
    case "ruleSet":
      let rules = neighbour.contents.tables["tenancy_council_type"] ?? []
      return rules.compactMap { $0["code"].map { .text($0) } }
    case "number" where route.name == "readRuleVersion": return ["1"]
    case "deviations" where route.name == "changeDeviations": return [RuleSteps.answers]
    case "userGroup":
      let groups = neighbour.contents.tables["tenancy_user_group"] ?? []
      return groups.compactMap { $0["code"].map { .text($0) } }
    case "deviations": return [Scenario.deviations(neighbour.mark)]
    case "deputies" where route.name == "addDeputies":
      return [Scenario.deputies("nytt-", neighbour.mark)]
    // The rules that most of the scenario's councils follow know personal deputies only.
    case "deputies": return [.list([])]
    case "file" where route.permission == .constituteCouncil:
      return [.file(RegisterSteps.councilFile(neighbour.mark))]
    case "link": return [.text(RegisterSteps.link(neighbour.mark))]
    case "deputyEmail": return [.text(neighbour.mark.email("ny-vara"))]
    case "people":
      let members = neighbour.contents.tables["councils_seat"] ?? []
      return members.compactMap { $0["person_id"].map { .list([.text($0)]) } }
    case "group" where route.name == "registerInterest": return ["forelder"]
    case "group": return ["ansatt"]
    case "termStart" where route.name == "renewCouncil": return ["2028-08-01"]
    case "leader" where route.name == "chooseLeaders": return seats(of: neighbour, whoLead: true)
    case "viceLeader": return seats(of: neighbour, whoLead: false)
    case "replaces":
      let taken = Set(neighbour.contents.ids("councils_seat", "replaces_id"))
      return seats(of: neighbour) { $0["left_reason"] != nil }.filter { !taken.contains($0) }
        .map { .text($0) }
    case "seats": return [Scenario.seats("nytt-", neighbour.mark)]
    case "secret": return [.text(cast.interest)]
    case "groups" where route.name == "formCouncil": return [ElectionSteps.groups]
    case "leader" where route.name == "constituteElectedCouncil":
      let candidates = neighbour.contents.tables["councils_candidate"] ?? []
      return candidates.filter { $0["place"] == "member" }.compactMap { $0["id"].map { .text($0) } }
    case "votes": return standing(neighbour) { _ in ["votes": 0] }
    case "ranks": return standing(neighbour) { ["rank": .number($0 + 1)] }
    case "present":
      let people = neighbour.contents.ids("meetings_attendance", "person_id")
      return [.list(people.map { .text($0) })]
    default: return nil
    }
  }

  /// For each election a list of all who stand, in their order, with something about each.
  private static func standing(
    _ neighbour: Neighbour, _ about: (Int) -> [String: Value]
  ) -> [Value] {
    let candidates = neighbour.contents.tables["councils_candidate"] ?? []
    let elections = Dictionary(grouping: candidates) { $0["election_id"] ?? "" }
    return elections.sorted { $0.key < $1.key }.map { _, candidates in
      let ids = candidates.compactMap { $0["id"] }.sorted()
      return .list(
        ids.enumerated().map { index, id in
          .object(about(index).merging(["candidate": .text(id)]) { $1 })
        })
    }
  }

  private static func seats(of neighbour: Neighbour, whoLead: Bool) -> [Value] {
    seats(of: neighbour) { row in
      ["1", "t", "true"].contains(row["is_leader"]) == whoLead && row["group_code"] != "ansatt"
    }.map { .text($0) }
  }

  private static func seats(
    of neighbour: Neighbour, _ isWanted: ([String: String]) -> Bool
  ) -> [String] {
    (neighbour.contents.tables["councils_seat"] ?? []).filter(isWanted).compactMap { $0["id"] }
  }
}
