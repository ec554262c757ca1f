import Identity
import Tenancy
import Web

/// A deputy for the whole council, or for a group, as whoever constitutes it fills it in.
struct DeputyProposal: Sendable {
  /// Where it stands in the request, such as `deputies.0`.
  let place: String
  /// The code of the group in the rule set; nil for the whole council.
  let group: String?
  let contact: Contact
}

extension DeputyProposal {
  /// Reads a deputy; nil for a form's row that was not used, and for one that could not be read.
  init?(_ input: inout Input) {
    guard !input.isLeftBlank("group", "name", "email") else { return nil }
    let group = input.optionalText("group", "The code of the group, if not for all of them.")
    let name = input.text("name", "The deputy's name.")
    let email = input.email("email", "The address the deputy will sign in with.")
    guard let email else { return nil }
    self.init(
      place: input.place, group: group, contact: Contact(name: name, email: email))
  }
}

extension DeputyProposal {
  /// What is wrong with deputies for the whole council: a group that is not there, or somebody who has
  /// a place already.
  static func faults(
    _ deputies: [DeputyProposal], beside seats: [SeatProposal], under rules: RuleSet
  ) -> [CompositionFault] {
    var taken = Set(seats.map(\.holder.email))
    return deputies.flatMap { deputy -> [CompositionFault] in
      var faults: [CompositionFault] = []
      if let group = deputy.group, !rules.groups.contains(where: { $0.code == group }) {
        faults.append(.groupIsUnknown(at: deputy.place, known: rules.groups.map(\.code)))
      }
      if !taken.insert(deputy.contact.email).inserted {
        faults.append(.personHasASeat(at: deputy.place))
      }
      return faults
    }
  }
}
