import Database
import Kernel
import Web

/// One group of seats, and who fills them.
package struct SeatGroup: Sendable, Hashable {
  /// Its code within the rules, such as `forelder`.
  package let code: String
  package let name: Text
  package let kind: GroupKind
  package private(set) var number: NumberRule
  /// Whether its members are user representatives and vote (R101); in some councils others do (K14).
  package let votes: Bool
  package let mayPropose: Bool
  package let maySpeak: Bool
  /// Who chooses them, such as FAU or elevråd (R095-R098).
  package let chosenBy: ElectingBody
  /// What that body is called here, when its usual name does not do.
  package let chosenByName: Text?
  /// Whether everybody can read who they are; pupils' names need not be.
  package let namesArePublic: Bool
  /// Whom its members speak for, as the kommune's list has it (R054).
  package private(set) var userGroup: UserGroup?

  /// A group; its members may speak and propose whether they vote or not.
  package init(
    _ code: String, _ name: Text, _ kind: GroupKind, _ number: NumberRule, votes: Bool = true,
    mayPropose: Bool = true, maySpeak: Bool = true, by chosenBy: ElectingBody,
    called chosenByName: Text? = nil, namesArePublic: Bool = true, for userGroup: UserGroup? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.number = number
    self.votes = votes
    self.mayPropose = mayPropose
    self.maySpeak = maySpeak
    self.chosenBy = chosenBy
    self.chosenByName = chosenByName
    self.namesArePublic = namesArePublic
    self.userGroup = userGroup
  }

  /// Who chooses them, in the kommune's words.
  package var electors: Text { chosenByName ?? chosenBy.text }

  /// The same group with another number, for a council that deviates.
  package func with(_ number: NumberRule) -> SeatGroup {
    var group = self
    group.number = number
    return group
  }

  /// The same group, speaking for somebody else.
  func speaking(for userGroup: UserGroup?) -> SeatGroup {
    var group = self
    group.userGroup = userGroup
    return group
  }
}

extension SeatGroup: JSONRecord {
  package static let shape = Shape<SeatGroup>(
    "SeatGroup",
    [
      Field("code", "Its code, to name it by.") { $0.code },
      Field("name", "What it is called, in bokmål.") { $0.name.nb },
      Field("nameNn", "What it is called, in nynorsk.") { $0.name.nn },
      Field("kind", "Whom its members speak for.") { $0.kind },
      Field(
        "number",
        "How many: `3,5` is three or five, `2-6` two to six, `=code` as many as that group, `org:11` one of each organisation, at most eleven."
      ) { $0.number.code },
      Field("votes", "Whether its members vote.") { $0.votes },
      Field("mayPropose", "Whether its members may propose items.") { $0.mayPropose },
      Field("maySpeak", "Whether its members may speak in meetings.") { $0.maySpeak },
      Field("chosenBy", "Who chooses its members.") { $0.chosenBy },
      Field("electors", "What that body is called, in bokmål.") { $0.electors.nb },
      Field("electorsNn", "What that body is called, in nynorsk.") { $0.electors.nn },
      Field("namesArePublic", "Whether everybody can read who its members are.") {
        $0.namesArePublic
      },
      Field("userGroup", "The code of the user group its members speak for, or null.") {
        $0.userGroup?.code
      },
    ])
}
