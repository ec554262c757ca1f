import Database

/// What a person is in a kommune, or in one of its councils or units (design § 5).
package enum Role: String, Storable, CaseIterable {
  /// Anybody, not signed in.
  case visitor
  /// A user representative: the only ones who vote (R101).
  case userRepresentative = "user_representative"
  /// Steps in for one user representative and votes instead (R093).
  case personalDeputy = "personal_deputy"
  /// The leader of the council, who sets the agenda together with the unit leader (R108).
  case councilLeader = "council_leader"
  /// A member of staff who takes part in the council's meetings without a vote (R099).
  case staffParticipant = "staff_participant"
  /// The leader of the unit the council advises, who must answer its resolutions (R077, R102).
  case unitLeader = "unit_leader"
  /// Prepares meetings and writes minutes.
  case secretary
  /// A politician, or a program that shows politicians what is public.
  case politician
  /// Sets up a kommune: its people and its councils.
  case administrator = "kommune_administrator"
  /// Reads the event log, and beyond that only what everybody reads.
  case auditor
}
