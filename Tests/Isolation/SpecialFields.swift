import Identity
import Web

/// The few fields whose good values cannot be guessed from their kind and name.
enum SpecialFields {
  /// The values of a field, or nil where its kind says enough.
  static func values(of field: String, in route: Route, _ neighbour: Neighbour) -> [Value]? {
    let cast = neighbour.cast
    switch field {
    case "token": return [.text(cast.invitation)]
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
    case "deviations": return [Scenario.deviations(neighbour.mark)]
    // The rules of the scenario's councils know personal deputies only.
    case "deputies": return [.list([])]
    case "seats": return [Scenario.seats("nytt-", neighbour.mark)]
    case "secret": return [.text(cast.interest)]
    case "group":
      let groups = neighbour.contents.tables["tenancy_rules_group"] ?? []
      return Set(groups.compactMap { $0["code"] }).sorted().map { .text($0) }
    case "groups" where route.name == "formCouncil": return [ElectionSteps.groups]
    case "deputyEmail": return [.text(neighbour.mark.email("stiller-sammen"))]
    // No seat of the scenario has been left.
    case "replaces": return [.null]
    case "leader":
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
}
