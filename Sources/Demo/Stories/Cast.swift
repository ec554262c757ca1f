import UseCases

/// The names of those who lead a unit, work there and sit in its council.
struct Cast: Sendable {
  let unitLeader: String
  let staff: [String]
  let seats: [Place]

  /// A user representative's seat.
  struct Place: Sendable {
    let group: String
    let holder: String
    let deputy: String?
  }
}

extension KommuneStory {
  /// The cast of every unit, in the order of the units; nobody plays two parts.
  var casts: [Cast] {
    var number = firstName
    func next() -> String {
      defer { number += 1 }
      return Names.name(number)
    }
    return units.map { unit in
      let unitLeader = next()
      let seats = (unit.council?.groups ?? []).map { group in
        Cast.Place(group: group, holder: next(), deputy: hasDeputies ? next() : nil)
      }
      return Cast(unitLeader: unitLeader, staff: [next(), next()], seats: seats)
    }
  }

  /// Who can sign in: one for each role, of the first council where the role is held there.
  var accounts: [DemoAccount] {
    guard let cast = casts.first else { return [] }
    let people: [(Role, String?)] = [
      (.administrator, administrator), (.secretary, secretary), (.unitLeader, cast.unitLeader),
      (.councilLeader, cast.seats.first?.holder), (.userRepresentative, cast.seats.last?.holder),
      (.personalDeputy, cast.seats.last?.deputy), (.staffParticipant, cast.staff.first),
      (.politician, politician), (.auditor, auditor),
    ]
    return people.compactMap { role, name in
      name.map {
        DemoAccount(
          slug: slug, role: role.rawValue, name: $0, email: email(of: $0), password: password)
      }
    }
  }

  /// Where in the list of names this kommune begins, so that no two share one.
  private var firstName: Int { (Self.all.firstIndex { $0.slug == slug } ?? 0) * 300 }
}
