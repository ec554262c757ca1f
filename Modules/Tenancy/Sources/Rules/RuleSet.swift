import Database
import Kernel
import UseCases
import Web

/// What a kommune has decided about one type of council, as data (`norway.md` § 3.2).
package struct RuleSet: Sendable {
  package let code: String
  /// What the type of council is called.
  package let name: Text
  /// How many user representatives there may be in all; empty when only the groups say (R092).
  package let sizes: [Int]
  /// How long members are elected for (R094).
  package let termYears: Int
  package let deputies: DeputyRule
  package let quorum: QuorumRule
  /// Within how many days a resolution must be answered (R102).
  package let answerDays: Int
  package let groups: [SeatGroup]
  /// The kinds of units it is for.
  package let unitTypes: [UnitType]
  /// Whether every unit of those kinds shall have a council (R061) or may (R043).
  package let isMandatory: Bool
}

/// One group of seats and who fills them.
package struct SeatGroup: Sendable {
  package let code: String
  package let name: Text
  package let minimum: Int
  package let maximum: Int
  /// Whether its members are user representatives and vote (R101).
  package let votes: Bool
  /// Who chooses them, such as FAU or elevråd (R095-R098).
  package let chosenBy: Text
}

/// Whether members have deputies.
package enum DeputyRule: String, Storable, JSONValue, CaseIterable {
  case none
  /// One named deputy for each user representative (R093).
  case personal
}

/// How many user representatives must be there for a vote.
package enum QuorumRule: String, Storable, JSONValue, CaseIterable {
  case none
  /// At least half of the seats that vote.
  case half
}
