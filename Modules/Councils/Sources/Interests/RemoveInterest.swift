import Kernel
import UseCases
import Web

/// Deletes an interest when the person asks for it in another way than by the link.
package struct RemoveInterest: UseCase, Readable {
  let council: ID<Council>
  let interest: ID<Interest>

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    interest = input.id("interest", "The interest.")
  }

  /// - Throws: `AccessRefusal`.
  package func perform(in work: borrowing Work) throws -> WithdrawnInterest {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    let id: ID<Interest> = try work.value(
      "SELECT id FROM councils_interest WHERE id = \(interest) AND council_id = \(council.id)"
    ).orNotFound()
    try Interest.remove(id, in: work)
    return WithdrawnInterest(id: id)
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/councils/{council}/interests/{interest}",
    page: CouncilsPaths.interestRemoval, form: CouncilsPaths.interests,
    "Delete what somebody wrote about taking part.",
    done: Text(nb: "Det er slettet.", nn: "Det er sletta."))
}
