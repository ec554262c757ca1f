import Database
import Web

/// A council's meetings: agendas, attendance, ballots, resolutions and their answers, minutes.
package enum MeetingsModule {
  /// The tables of meetings and of all that comes of them.
  package static let migrations = [
    Migration(
      "meetings", "0001-meetings",
      MeetingTables.meeting, MeetingTables.item, MeetingTables.agendaApproval,
      MeetingTables.attendance(capacities),
      ResolutionTables.ballot, ResolutionTables.vote, ResolutionTables.protocolCounter,
      ResolutionTables.resolution, ResolutionTables.answer,
      MinutesTables.version, MinutesTables.minutes, MinutesTables.approval,
      MinutesTables.publication),
    Migration("meetings", "0002-papers", PaperTables.paper, PaperTables.piece),
    Migration(
      "meetings", "0003-deputies",
      reshaping: [
        // Deputies of the whole council too (K8, K25).
        MeetingTables.attendance([
          "council_leader", "user_representative", "personal_deputy", "deputy", "staff_participant",
          "unit_leader",
        ])
      ]),
    Migration(
      "meetings", "0004-of-councils-at-work", altering: [MeetingTables.guardOfNewMeetings]),
  ]

  private static let capacities = [
    "council_leader", "user_representative", "personal_deputy", "staff_participant", "unit_leader",
  ]

  /// Every way in.
  package static var routes: [Route] { meetings + voting + minutes + resolutions }

  private static var meetings: [Route] {
    ListMeetings.routes + PlanMeeting.routes + ReadMeeting.routes + AddAgendaItem.routes
      + PrepareMatter.routes + GeneraliseMatter.routes + ApproveAgenda.routes + OpenMeeting.routes
      + EndMeeting.routes + AttachPaper.routes + ReadPaper.routes + RemovePaper.routes
  }

  private static var voting: [Route] {
    RecordAttendance.routes + OpenBallot.routes + CastVote.routes + CloseBallot.routes
  }

  private static var minutes: [Route] {
    ReadMinutes.routes + WriteMinutes.routes + CirculateMinutes.routes + ApproveMinutes.routes
      + PublishMinutes.routes
  }

  private static var resolutions: [Route] {
    ListResolutions.routes + ListCouncilResolutions.routes + ReadResolution.routes
      + AnswerResolution.routes
  }
}
