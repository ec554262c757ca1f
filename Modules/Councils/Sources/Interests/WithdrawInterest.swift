import Database
import Identity
import Kernel
import UseCases
import Web

/// Deletes what somebody wrote when they wanted to take part, by the link they were given.
package struct WithdrawInterest: UseCase, Readable {
  let secret: String

  package static let permission = Permission.registerInterest

  package init(_ input: inout Input) {
    secret = input.opaque("secret", "The secret you were given.")
  }

  /// - Throws: `InterestRefusal.interestIsGone`.
  package func perform(in work: borrowing Work) throws -> WithdrawnInterest {
    let id: ID<Interest>? = try work.value(
      """
      SELECT id FROM councils_interest WHERE secret_hash = \(PublicForms.digest(of: secret))
        AND kept_until >= \(OsloTime(work.now).day)
      """)
    guard let id else { throw InterestRefusal.interestIsGone }
    try Interest.remove(id, in: work)
    return WithdrawnInterest(id: id)
  }

  static let routes = Route.changing(
    Self.self, api: CouncilsPaths.withdrawalInAPI, page: CouncilsPaths.ownInterest,
    form: CouncilsPaths.ownInterest, "Have what you wrote about taking part deleted.",
    done: Text(nb: "Det du skrev, er slettet.", nn: "Det du skreiv, er sletta."),
    then: { _ in CouncilsPaths.councils() })
}

/// What is left of an interest that was deleted.
package struct WithdrawnInterest: JSONRecord {
  let id: ID<Interest>

  package static let shape = Shape<WithdrawnInterest>(
    "WithdrawnInterest", [Field("id", "The id it had.") { $0.id }])
}
