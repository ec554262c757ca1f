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
