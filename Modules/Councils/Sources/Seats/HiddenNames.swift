import Kernel
import Tenancy
import UseCases

extension RuleSet {
  /// Whether everybody may read who sits in a group; not when the rules know it no more.
  func showsNames(of group: String) -> Bool {
    self.group(group)?.namesArePublic ?? false
  }

  /// What stands for the name of somebody whose name is not public: `Elev 1`.
  func alias(_ number: Int, in group: String, _ language: Language) -> String {
    let name = self.group(group)?.name[language] ?? group
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(number)"
  }
}

extension [Seat] {
  /// The seats as everybody may see them: without the names, and what leads to them, in groups whose
  /// names are not public, such as pupils (`norway.md` § 3.2).
  func withPublicNames(under rules: RuleSet, in language: Language) -> [Seat] {
    var seen: [String: Int] = [:]
    return map { seat in
      guard !rules.showsNames(of: seat.group) else { return seat }
      seen[seat.group, default: 0] += 1
      return seat.named(rules.alias(seen[seat.group, default: 1], in: seat.group, language))
    }
  }
}

extension [CouncilDeputy] {
  /// The deputies as everybody may see them; one of the whole council can be of any group.
  func withPublicNames(under rules: RuleSet) -> [CouncilDeputy] {
    map { deputy in
      let isPublic =
        deputy.group.map { rules.showsNames(of: $0) }
        ?? rules.groups.allSatisfy { $0.namesArePublic || !$0.votes }
      return isPublic ? deputy : deputy.named("Vara \(deputy.number)")
    }
  }
}

extension CouncilDetails {
  /// The council as whoever asks may see it: those who work with it know each other's names.
  func shown(to work: borrowing Work) throws -> CouncilDetails {
    let standing = try council.standing(in: work)
    let knowsThem = [Permission.readCouncilWork, .constituteCouncil, .manageSeats].contains {
      work.may($0, as: standing)
    }
    var details = self
    details.maySeat = work.may(.manageSeats, as: standing)
    guard !knowsThem else { return details }
    details.seats = seats.withPublicNames(under: rules, in: try work.tenant.language)
    details.deputies = deputies.withPublicNames(under: rules)
    return details
  }
}
