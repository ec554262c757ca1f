import Kernel
import Tenancy

/// One way in which proposed seats break the rules; `at` is the seat's place in the request.
package enum CompositionFault: Sendable, Hashable {
  case groupIsUnknown(at: String, known: [String])
  /// `at` is the first seat too many, if there are too many.
  case groupHasAnotherNumber(SeatGroup, has: Int, at: String?)
  case totalIsNotAllowed(NumberRule, has: Int)
  case unitLeaderLeads(at: String)
  case leaderIsMissing
  case thereIsALeaderAlready(at: String)
  case leaderIsNoUserRepresentative(at: String)
  case deputyIsMissing(at: String)
  case seatHasNoDeputy(at: String)
  case personHasASeat(at: String)
  case deputyHasASeat(at: String)
  case deputyStandsInForAnother(at: String)
  case commonDeputyIsMissing
  case councilHasNoCommonDeputies
  /// There is one for all (K8).
  case thereIsADeputyAlready(at: String)
  case memberIsADeputy(at: String)
  case organisationIsMissing(at: String)
  case organisationHasASeat(at: String)
  /// Those who sit there were chosen with another right to vote than the rules give the group now.
  case groupVotesOtherwise(SeatGroup)
  /// Some sit in a group that the rules no longer have.
  case groupIsGone(String, has: Int)

  /// Whether it goes away when somebody is added, rather than taken away.
  var isLack: Bool {
    switch self {
    case .leaderIsMissing, .deputyIsMissing, .commonDeputyIsMissing: true
    case .groupHasAnotherNumber(_, _, let place): place == nil
    case .totalIsNotAllowed(let size, let count): count < size.greatest
    default: false
    }
  }
}

extension CompositionFault {
  /// The fault beside the field where it can be put right.
  var problem: FieldProblem { FieldProblem(field, text) }

  private var field: String {
    switch self {
    case .totalIsNotAllowed, .leaderIsMissing, .groupVotesOtherwise, .groupIsGone: "seats"
    case .commonDeputyIsMissing, .councilHasNoCommonDeputies: "deputies"
    case .groupHasAnotherNumber(_, _, let place):
      place.map { Self.field("group", at: $0) } ?? "seats"
    case .groupIsUnknown(let place, _): Self.field("group", at: place)
    case .thereIsALeaderAlready(let place), .leaderIsNoUserRepresentative(let place),
      .unitLeaderLeads(let place):
      Self.field("leader", at: place)
    case .deputyIsMissing(let place), .seatHasNoDeputy(let place):
      Self.field("deputyName", at: place)
    case .thereIsADeputyAlready(let place): Self.field("name", at: place)
    case .personHasASeat(let place), .memberIsADeputy(let place): Self.field("email", at: place)
    case .deputyHasASeat(let place), .deputyStandsInForAnother(let place):
      Self.field("deputyEmail", at: place)
    case .organisationIsMissing(let place), .organisationHasASeat(let place):
      Self.field("organisation", at: place)
    }
  }

  private static func field(_ name: String, at place: String) -> String {
    place.isEmpty ? name : "\(place).\(name)"
  }
}
