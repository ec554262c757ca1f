import Identity
import Web

/// A seat as whoever constitutes a council fills it in.
struct SeatProposal: Sendable {
  /// Where it stands in the request, such as `seats.2`, to say what is wrong with it.
  let place: String
  /// The code of the group in the rule set.
  let group: String
  let holder: Contact
  /// The personal deputy (R093).
  let deputy: Contact?
  let isLeader: Bool
  /// The name of the organisation the member speaks for, found or added (R014).
  let organisation: String?
  /// What somebody of the staff works with (R066).
  let staffField: StaffField?
}

extension SeatProposal {
  /// Reads a seat; nil for a form's row that was not used, and for one that could not be read.
  init?(_ input: inout Input) {
    guard !input.isLeftBlank("name", "email", "deputyName", "deputyEmail") else { return nil }
    self.init(required: &input)
  }

  /// Reads a seat that has to be filled in; nil when it could not be read.
  init?(required input: inout Input) {
    let group = input.text("group", "The code of the group in the rule set.")
    let name = input.text("name", "The member's name.")
    let email = input.email("email", "The address the member will sign in with.")
    let deputyName = input.optionalText("deputyName", "The personal deputy's name.")
    let deputyEmail = input.optionalText(
      "deputyEmail", max: 254, "The address the deputy will sign in with.")
    let isLeader = input.flag("leader", "Whether the member leads the council.")
    let organisation = input.optionalText(
      "organisation", max: 120, "The organisation the member speaks for.")
    let staffField: StaffField? = input.optionalChoice(
      "staffField", "What a member of the staff works with.")
    let deputy = Contact(deputyName, deputyEmail, from: &input)
    guard let email else { return nil }
    self.init(
      place: input.place, group: group, holder: Contact(name: name, email: email),
      deputy: deputy, isLeader: isLeader, organisation: organisation, staffField: staffField)
  }
}

extension Contact {
  /// A deputy from two fields of which both or neither are filled in.
  init?(_ name: String?, _ email: String?, from input: inout Input) {
    guard name != nil || email != nil else { return nil }
    let address = email.flatMap { EmailAddress($0) }
    if name == nil { input.note("deputyName", .missing) }
    if address == nil { input.note("deputyEmail", email == nil ? .missing : .notAnEmailAddress) }
    guard let name, let address else { return nil }
    self.init(name: name, email: address)
  }
}
