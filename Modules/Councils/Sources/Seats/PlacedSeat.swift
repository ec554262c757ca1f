import Kernel

/// A seat as the rules see it, whether it is proposed or held.
struct PlacedSeat: Sendable {
  /// Where it stands in the request, such as `seats.2`; empty when the request is about it alone.
  let place: String
  /// The code of the group in the rule set.
  let group: String
  /// Who holds it: the same text for the same person.
  let holder: String
  private(set) var deputy: String?
  let isLeader: Bool
  /// The organisation its holder speaks for.
  let organisation: String?

  /// The same seat with another deputy.
  func with(deputy: String) -> PlacedSeat {
    var seat = self
    seat.deputy = deputy
    return seat
  }
}

extension SeatProposal {
  var placed: PlacedSeat {
    PlacedSeat(
      place: place, group: group, holder: holder.email.text, deputy: deputy?.email.text,
      isLeader: isLeader, organisation: organisation?.lowercased())
  }
}

extension Seat {
  var placed: PlacedSeat {
    PlacedSeat(
      place: "", group: group, holder: "\(person)", deputy: deputy.map { "\($0)" },
      isLeader: isLeader, organisation: organisationName?.lowercased())
  }
}

extension NewSeat {
  /// The seat as the rules see it, with the names of the request it came with.
  func placed(as proposal: SeatProposal) -> PlacedSeat {
    PlacedSeat(
      place: proposal.place, group: group.code, holder: "\(person)",
      deputy: deputy.map { "\($0)" }, isLeader: proposal.isLeader,
      organisation: proposal.organisation?.lowercased())
  }
}
