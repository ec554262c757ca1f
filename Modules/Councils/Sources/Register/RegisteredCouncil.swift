import Database
import Kernel
import Tenancy
import UseCases
import Web

/// A council as the public register has it.
package struct RegisteredCouncil: JSONRecord {
  let id: ID<Council>
  let name: String
  let unitName: String
  let unitType: UnitType
  let serviceArea: String
  let area: String
  let ruleSet: String
  let status: CouncilStatus
  let legalBasis: LegalBasis
  let constitutedOn: Day
  private(set) var seats: [RegisteredSeat] = []

  package static let shape = Shape<RegisteredCouncil>(
    "RegisteredCouncil",
    [
      Field("id", "The council's id.") { $0.id },
      Field("name", "Its name.") { $0.name },
      Field("unitName", "The name of the unit it advises.") { $0.unitName },
      Field("unitType", "What kind of unit it is.") { $0.unitType },
      Field("serviceArea", "The code of the unit's service area.") { $0.serviceArea },
      Field("area", "The unit's neighbourhood or zone.") { $0.area },
      Field("ruleSet", "The code of the rule set it follows.") { $0.ruleSet },
      Field("status", "Whether it is at work.") { $0.status },
      Field("legalBasis", "The law or the decision it stands on.") { $0.legalBasis },
      Field("constitutedOn", "The first day of its first term.") { $0.constitutedOn },
      Field("seats", "The seats of the term that holds, or of the first one.") { $0.seats },
    ])

  init(
    id: ID<Council>, name: String, unitName: String, unitType: UnitType, serviceArea: String,
    area: String, ruleSet: String, status: CouncilStatus, legalBasis: LegalBasis,
    constitutedOn: Day
  ) {
    self.id = id
    self.name = name
    self.unitName = unitName
    self.unitType = unitType
    self.serviceArea = serviceArea
    self.area = area
    self.ruleSet = ruleSet
    self.status = status
    self.legalBasis = legalBasis
    self.constitutedOn = constitutedOn
  }

  /// A page of the councils that a condition on a council `c` and its unit `u` is true of, with the
  /// names that everybody may read.
  static func page(
    _ paging: Paging, where wanted: SQL, _ rules: [RuleSet], in work: borrowing Work
  ) throws -> ListPage<RegisteredCouncil> {
    let after = paging.after.map { "(c.name, c.id) > (\($0.key), \($0.id))" as SQL } ?? "true"
    let councils = try work.rows(
      """
      SELECT c.id, c.name, u.name, u.type, u.service_area, u.area, c.rule_set, c.status,
        c.legal_basis, c.constituted_on
      FROM councils_council c JOIN \(ServiceUnit.table) u ON u.id = c.unit_id
      WHERE \(after) AND \(wanted)
      ORDER BY c.name, c.id LIMIT \(paging.fetch)
      """, as: RegisteredCouncil.init)
    let language = try work.tenant.language
    let page = ListPage(councils, for: paging) { Cursor($0.name, $0.id) }
    let seats = try RegisteredSeat.all(of: page.data, in: work)
    return page.map { council in
      council.filled(
        from: seats, under: rules.first { $0.code == council.ruleSet }, in: language)
    }
  }

  /// The council with its seats, and words where a name is not public.
  private func filled(
    from all: [ID<Council>: [RegisteredSeat]], under rules: RuleSet?, in language: Language
  ) -> RegisteredCouncil {
    var council = self
    var seen: [String: Int] = [:]
    council.seats = (all[id] ?? []).map { seat in
      guard let rules else { return seat.named("–") }
      guard !rules.showsNames(of: seat.group) else { return seat }
      seen[seat.group, default: 0] += 1
      return seat.named(rules.alias(seen[seat.group, default: 1], in: seat.group, language))
    }
    return council
  }
}

/// A seat as the public register has it.
package struct RegisteredSeat: JSONRecord {
  let council: ID<Council>
  let group: String
  private(set) var name: String
  let votes: Bool
  let isLeader: Bool
  let termStart: Day
  let termEnd: Day

  package static let shape = Shape<RegisteredSeat>(
    "RegisteredSeat",
    [
      Field("group", "The code of its group in the rule set.") { $0.group },
      Field("name", "Who holds it, or words for it where names are not public.") { $0.name },
      Field("votes", "Whether it is a user representative's seat.") { $0.votes },
      Field("isLeader", "Whether its holder leads the council.") { $0.isLeader },
      Field("termStart", "The first day of the term.") { $0.termStart },
      Field("termEnd", "The last day of the term.") { $0.termEnd },
    ])

  /// The seats of councils whose term holds today, or on a council's first day if that is to come.
  static func all(
    of councils: [RegisteredCouncil], in work: borrowing Work
  ) throws -> [ID<Council>: [RegisteredSeat]] {
    let today = OsloTime(work.now).day
    let first = Dictionary(uniqueKeysWithValues: councils.map { ($0.id, $0.constitutedOn) })
    let seats = try work.rows(
      """
      SELECT s.council_id, s.group_code, p.name, s.votes, s.is_leader, s.term_start, s.term_end
      FROM councils_seat s JOIN identity_person p ON p.id = s.person_id
      WHERE s.council_id IN (\(list: councils.map(\.id))) AND s.term_end >= \(today)
      ORDER BY s.votes DESC, s.group_code, s.id
      """, as: RegisteredSeat.init)
    let held = seats.filter { $0.termStart <= max(today, first[$0.council] ?? today) }
    return Dictionary(grouping: held, by: \.council)
  }

  func named(_ alias: String) -> RegisteredSeat {
    var seat = self
    seat.name = alias
    return seat
  }
}
