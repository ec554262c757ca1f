import Councils
import Kernel
import UseCases
import Web

/// Casts a user representative's vote (R101), once.
package struct CastVote: UseCase, Readable {
  let ballot: ID<Ballot>
  let meeting: ID<Meeting>?
  let choice: Choice

  package static let permission = Permission.vote

  package init(_ input: inout Input) {
    ballot = input.id("ballot", "The ballot.")
    meeting = input.optionalID("meeting", "Its meeting, where the address names it.")
    choice = input.choice("choice", "How you vote.") ?? .blank
  }

  /// - Throws: `.onlyUserRepresentativesVote` to everybody else of the council; `.youAreNotThere`;
  ///   `.ballotIsClosed`; `.youHaveVotedAlready`.
  package func perform(in work: borrowing Work) throws -> Vote {
    let ballot = try Ballot.find(ballot, at: meeting, in: work)
    let meeting = try Meeting.find(ballot.meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    try requireVote(as: meeting.standing(council, in: work), in: work)
    let person = try OwnAct.person(in: work)
    let mayVote: Bool? = try work.value(
      """
      SELECT may_vote FROM meetings_attendance
      WHERE meeting_id = \(meeting.id) AND person_id = \(person.id)
      """)
    guard let mayVote else { throw Refusal.youAreNotThere }
    guard mayVote else { throw Refusal.onlyUserRepresentativesVote }
    guard try Ballot.holdIfOpen(ballot.id, in: work) else { throw Refusal.ballotIsClosed }
    let added = try work.run(
      """
      INSERT INTO meetings_vote (ballot_id, person_id, meeting_id, may_vote, choice)
      VALUES (\(ballot.id), \(person.id), \(meeting.id), \(mayVote), \(choice))
      ON CONFLICT DO NOTHING
      """)
    guard added > 0 else { throw Refusal.youHaveVotedAlready }
    try work.record("vote-cast", ballot.id)
    return Vote(ballot: ballot.id, choice: choice)
  }

  /// Whoever works with the council but does not vote is told the rule rather than turned away.
  private func requireVote(as standing: Set<Role>, in work: borrowing Work) throws {
    let takesPart = work.may(.readCouncilWork, as: standing)
    if takesPart && !work.may(Self.permission, as: standing) {
      throw Refusal.onlyUserRepresentativesVote
    }
    try work.require(Self.permission, as: standing)
  }

  static let routes = Route.changing(
    Self.self, api: "/ballots/{ballot}/votes", page: MeetingsPaths.votes,
    form: MeetingsPaths.meeting, "Cast your vote.",
    done: Text(nb: "Du har stemt.", nn: "Du har røysta."))
}

extension CastVote {
  /// Why a vote is not cast.
  package enum Refusal: Kernel.Refusal {
    case onlyUserRepresentativesVote
    case youAreNotThere
    case ballotIsClosed
    case youHaveVotedAlready

    package var kind: RefusalKind {
      switch self {
      case .onlyUserRepresentativesVote, .youAreNotThere: .forbidden
      case .ballotIsClosed, .youHaveVotedAlready: .conflict
      }
    }

    package var text: Text {
      switch self {
      case .onlyUserRepresentativesVote:
        Text(
          nb: "Bare brukernes representanter har stemmerett. Si hva du mener før de stemmer.",
          nn: "Berre representantane for brukarane har røysterett. Sei kva du meiner før dei"
            + " røystar.",
          en: "Only user representatives vote. Say what you think before they do.")
      case .youAreNotThere:
        Text(
          nb: "Du er ikke ført som til stede. Be møtelederen føre deg før du stemmer.",
          nn: "Du er ikkje ført som til stades. Be møteleiaren føre deg før du røystar.",
          en: "You are not recorded as present. Ask whoever leads the meeting to record you.")
      case .ballotIsClosed:
        Text(
          nb: "Avstemningen er avsluttet. Stemmen din kom ikke med.",
          nn: "Avrøystinga er avslutta. Røysta di kom ikkje med.",
          en: "The ballot is closed. Your vote was not counted.")
      case .youHaveVotedAlready:
        Text(
          nb: "Du har allerede stemt. Den første stemmen gjelder.",
          nn: "Du har alt røysta. Den første røysta gjeld.",
          en: "You have voted already. Your first vote counts.")
      }
    }
  }
}
