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
    case "file" where route.permission == .constituteCouncil:
      return [.file(SentFile(name: "rad.csv", bytes: Scenario.councilFile(neighbour.mark)))]
    case "link": return [.text(Scenario.link(neighbour.mark))]
    case "seats": return [Scenario.seats("nytt-", neighbour.mark)]
    case "present":
      let people = neighbour.contents.ids("meetings_attendance", "person_id")
      return [.list(people.map { .text($0) })]
    default: return nil
    }
  }
}
