import Kernel

/// One way in which a council need not fit the body of the law that its rules say it is as well.
///
/// A warning and no refusal: the law has changed, and a kommune may have decided otherwise with good
/// reasons (opplæringslova § 10-5 leaves all but two bodies to it).
package enum RuleSetWarning: Sendable, Hashable {
  /// These need not be there.
  case partyMayBeMissing(StatutoryBody, GroupKind)
  /// Of a skolemiljøutvalg, pupils and parents are the most.
  case pupilsAndParentsMayBeTheFewest
  /// Of a kindergarten's samarbeidsutvalg, parents and staff are as many (barnehageloven § 4).
  case parentsAndStaffMayDiffer
  /// And they decide alike.
  case onlySomeOfThemVote
  /// The owner has no more seats than each of them.
  case ownerMayBeTheMost
  /// Pupils choose among themselves in elevråd, parents in FAU.
  case othersVote(StatutoryBody)
}

extension RuleSet {
  /// Where the rules do not promise what the bodies in `fulfils` demand.
  package var warnings: [RuleSetWarning] { fulfils.all.flatMap(warnings) }

  private func warnings(of body: StatutoryBody) -> [RuleSetWarning] {
    switch body {
    case .cooperationCommittee: missing([.parent, .pupil, .staff], in: body)
    case .schoolEnvironmentCommittee:
      missing([.parent, .pupil, .staff, .unitLeader], in: body)
        + (fewest(.parent) + fewest(.pupil) > most(besides: [.parent, .pupil])
          ? [] : [.pupilsAndParentsMayBeTheFewest])
    case .kindergartenCooperation: missing([.parent, .staff], in: body) + ofKindergarten
    case .pupilCouncil: votes(besides: .pupil) ? [.othersVote(body)] : []
    case .parentCommittee: votes(besides: .parent) ? [.othersVote(body)] : []
    }
  }

  private func missing(_ kinds: [GroupKind], in body: StatutoryBody) -> [RuleSetWarning] {
    kinds.filter { fewest($0) == 0 }.map { .partyMayBeMissing(body, $0) }
  }

  private var ofKindergarten: [RuleSetWarning] {
    var warnings: [RuleSetWarning] = []
    if !isSame(groups(.parent), groups(.staff)) { warnings.append(.parentsAndStaffMayDiffer) }
    if !(groups(.parent) + groups(.staff)).allSatisfy(\.votes) {
      warnings.append(.onlySomeOfThemVote)
    }
    let owners = groups(.owner).reduce(0) { $0 + greatest($1) }
    if owners > min(fewest(.parent), fewest(.staff)) { warnings.append(.ownerMayBeTheMost) }
    return warnings
  }

  /// Whether two parties are always as many: one follows the other, or both have one number.
  private func isSame(_ some: [SeatGroup], _ others: [SeatGroup]) -> Bool {
    if let one = some.first, let other = others.first, some.count == 1, others.count == 1,
      let root = root(of: one), root.code == self.root(of: other)?.code
    {
      return true
    }
    func only(_ groups: [SeatGroup]) -> Int? {
      let (few, many) = (
        groups.reduce(0) { $0 + fewest($1) }, groups.reduce(0) { $0 + greatest($1) }
      )
      return few == many ? few : nil
    }
    return only(some) != nil && only(some) == only(others)
  }

  private func votes(besides kind: GroupKind) -> Bool {
    groups.contains { $0.votes && $0.kind != kind }
  }

  private func groups(_ kind: GroupKind) -> [SeatGroup] { groups.filter { $0.kind == kind } }

  private func fewest(_ kind: GroupKind) -> Int { groups(kind).reduce(0) { $0 + fewest($1) } }

  private func most(besides kinds: [GroupKind]) -> Int {
    groups.filter { !kinds.contains($0.kind) }.reduce(0) { $0 + greatest($1) }
  }

  private func fewest(_ group: SeatGroup) -> Int { (root(of: group) ?? group).number.fewest }

  private func greatest(_ group: SeatGroup) -> Int { (root(of: group) ?? group).number.greatest }
}

extension RuleSetWarning {
  /// What the law expects, and what the rules allow.
  package var text: Text {
    switch self {
    case .partyMayBeMissing(let body, let kind):
      Text(
        nb: "I et \(body.text.nb) er det \(kind.text.nb). Reglene krever ingen.",
        nn: "I eit \(body.text.nn) er det \(kind.text.nn). Reglane krev ingen.")
    case .pupilsAndParentsMayBeTheFewest:
      Text(
        nb: "I et skolemiljøutvalg er elever og foreldre flest. Reglene sørger ikke for det.",
        nn: "I eit skulemiljøutval er elevar og foreldre flest. Reglane syter ikkje for det.")
    case .parentsAndStaffMayDiffer:
      Text(
        nb:
          "I barnehagens samarbeidsutvalg er foreldre og ansatte like mange (barnehageloven § 4). Reglene sørger ikke for det.",
        nn:
          "I samarbeidsutvalet i barnehagen er foreldre og tilsette like mange (barnehagelova § 4). Reglane syter ikkje for det."
      )
    case .onlySomeOfThemVote:
      Text(
        nb:
          "I barnehagens samarbeidsutvalg er foreldre og ansatte likestilt (barnehageloven § 4). Her stemmer ikke alle.",
        nn:
          "I samarbeidsutvalet i barnehagen er foreldre og tilsette likestilte (barnehagelova § 4). Her røystar ikkje alle."
      )
    case .ownerMayBeTheMost:
      Text(
        nb:
          "Eieren har ikke flere plasser enn foreldrene eller de ansatte (barnehageloven § 4). Her kan eieren få flere.",
        nn:
          "Eigaren har ikkje fleire plassar enn foreldra eller dei tilsette (barnehagelova § 4). Her kan eigaren få fleire."
      )
    case .othersVote(let body):
      Text(
        nb: "I \(body.text.nb) stemmer bare de rådet er til for. Her stemmer andre også.",
        nn: "I \(body.text.nn) røystar berre dei rådet er til for. Her røystar andre òg.")
    }
  }
}
