import Kernel
import Tenancy
import UseCases

/// Those of a council whose names are not public, such as pupils, with the words that stand for them in
/// its records of one day (`norway.md` § 3.2).
package struct HiddenPeople: Sendable {
  private let aliases: [ID<Person>: Alias]
  /// Those who may be named.
  private let named: Set<ID<Person>>
  private let hidesSome: Bool

  /// Words instead of a name, and an id that leads to nobody.
  package struct Alias: Sendable {
    package let id: ID<Person>
    package let name: String
  }

  /// What to hide in the records of a council that sat on a day, from whoever does not work with it.
  package static func of(
    _ council: Council, on day: Day, in work: borrowing Work
  ) throws -> HiddenPeople {
    let rules = try council.rules(in: work)
    let language = try work.tenant.language
    let seats = try Seat.all(of: council.id, on: day, in: work)
    let deputies = try CouncilDeputy.all(of: council.id, on: day, in: work)
    let pairs =
      zip(seats, seats.withPublicNames(under: rules, in: language)).flatMap(Self.pairs)
      + zip(deputies, deputies.withPublicNames(under: rules)).map { ($0.person, $1.alias) }
    return HiddenPeople(
      aliases: Dictionary(pairs.filter { $0 != $1.id }) { first, _ in first },
      named: Set(pairs.filter { $0 == $1.id }.map(\.0)),
      hidesSome: !rules.groups.allSatisfy(\.namesArePublic))
  }

  /// Hides nobody, for those who work with the council.
  package static let nobody = HiddenPeople(aliases: [:], named: [], hidesSome: false)

  /// What stands for somebody who took part in a seat, or nil when everybody may read the name.
  ///
  /// Whoever sat there, and is not known to sit on that day, is not named either where some are hidden.
  package func alias(of person: ID<Person>, in seat: ID<Seat>? = nil) -> Alias? {
    if let alias = aliases[person] { return alias }
    guard hidesSome, let seat, !named.contains(person) else { return nil }
    return Alias(id: ID(high: seat.high, low: seat.low), name: "–")
  }

  private static func pairs(_ seat: Seat, _ shown: Seat) -> [(ID<Person>, Alias)] {
    let deputy = seat.deputy.map { person in
      let isShown = shown.deputy != nil
      return (
        person, Alias(id: isShown ? person : shown.person, name: shown.deputyName ?? shown.name)
      )
    }
    return [(seat.person, Alias(id: shown.person, name: shown.name))] + [deputy].compactMap(\.self)
  }
}

extension CouncilDeputy {
  fileprivate var alias: HiddenPeople.Alias { HiddenPeople.Alias(id: person, name: name) }
}
