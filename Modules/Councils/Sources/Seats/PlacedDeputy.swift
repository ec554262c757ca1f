import Identity
import Kernel
import UseCases

/// A deputy for the whole council, or for a group, as the rules see them, whether proposed or there.
struct PlacedDeputy: Sendable {
  /// Where it stands in the request, such as `deputies.0`; empty for one who is there already.
  let place: String
  /// The code of the group they stand in for; nil for the whole council.
  let group: String?
  /// Who it is: the same text for the same person.
  let holder: String
}

extension DeputyProposal {
  var placed: PlacedDeputy { PlacedDeputy(place: place, group: group, holder: contact.email.text) }

  /// As the rules see it beside those who are there, added where nobody knows them yet.
  func placed(in work: borrowing Work) throws -> PlacedDeputy {
    PlacedDeputy(place: place, group: group, holder: "\(try contact.findOrAdd(in: work))")
  }
}

extension CouncilDeputy {
  var placed: PlacedDeputy { PlacedDeputy(place: "", group: group, holder: "\(person)") }
}

extension ElectedSeat {
  /// As a deputy for the whole council.
  var placedAsDeputy: PlacedDeputy {
    PlacedDeputy(place: "", group: group.code, holder: "\(person)")
  }
}
