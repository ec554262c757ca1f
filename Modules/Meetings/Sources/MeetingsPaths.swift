import Councils
import Web

/// The paths of this module.
package enum MeetingsPaths {
  /// The meetings of a council.
  package static let meetings = CouncilsPaths.meetings
  /// One meeting, from its agenda to its end.
  package static let meeting: Path = "/moter/{meeting}"
  /// The minutes of a meeting.
  package static let minutes: Path = "/moter/{meeting}/referat"
  /// The kommune's resolutions and what came of them.
  package static let resolutions: Path = "/vedtak"
  /// A council's protocol.
  package static let councilResolutions = CouncilsPaths.resolutions
  /// One resolution with its answer.
  package static let resolution: Path = "/vedtak/{resolution}"

  // Where the forms of those pages are sent.
  static let agenda: Path = "/moter/{meeting}/saker"
  static let generalMatter: Path = "/moter/{meeting}/saker/generell"
  static let papers: Path = "/moter/{meeting}/saker/{item}/vedlegg"
  static let paper: Path = "/moter/{meeting}/saker/{item}/vedlegg/{paper}"
  static let paperRemoval: Path = "/moter/{meeting}/saker/{item}/vedlegg/{paper}/fjerning"
  static let agendaApproval: Path = "/moter/{meeting}/saker/godkjenning"
  static let opening: Path = "/moter/{meeting}/apning"
  static let ending: Path = "/moter/{meeting}/avslutning"
  static let attendance: Path = "/moter/{meeting}/fremmote"
  static let ballots: Path = "/moter/{meeting}/voteringer"
  static let votes: Path = "/moter/{meeting}/voteringer/{ballot}/stemmer"
  static let closing: Path = "/moter/{meeting}/voteringer/{ballot}/avslutning"
  static let circulation: Path = "/moter/{meeting}/referat/utsending"
  static let minutesApproval: Path = "/moter/{meeting}/referat/godkjenning"
  static let publication: Path = "/moter/{meeting}/referat/publisering"
  static let answer: Path = "/vedtak/{resolution}/svar"
}
