import Councils
import Kernel
import UseCases
import Web

/// Adds an item to the agenda of a planned meeting; any participant may take up any theme (R112).
///
/// Approvals already given were of another agenda, so they are cleared.
package struct AddAgendaItem: UseCase, Readable {
  let meeting: ID<Meeting>
  let title: String
  let kind: ItemKind
  let summary: String?
  let concernsNoSinglePerson: Bool

  package static let permission = Permission.proposeAgendaItem

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    title = input.text("title", "What it is about.")
    kind = input.choice("kind", "What the council is asked to do with it.") ?? .discussion
    summary = input.optionalText("summary", max: 4000, "What there is to know beforehand.")
    concernsNoSinglePerson = input.flag(
      "concernsNoSinglePerson", "Confirms that it is not about any single person; must be true.")
  }

  /// - Throws: `.itemMayConcernASinglePerson` unless the author says it does not (R074);
  ///   `.agendaIsSet` when both leaders have approved it; `AtWorkRefusal` when the council is dissolved
  ///   or rests.
  package func perform(in work: borrowing Work) throws -> AgendaItem {
    let meeting = try Meeting.hold(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    try work.require(Self.permission, as: meeting.standing(council, in: work))
    let person = try OwnAct.person(in: work)
    try council.mustBeAtWork()
    guard concernsNoSinglePerson else { throw Refusal.itemMayConcernASinglePerson }
    guard meeting.status == .planned else { throw Refusal.agendaIsSet }
    let item = AgendaItem(
      id: work.newID(), meeting: meeting.id,
      position: try AgendaItem.count(of: meeting.id, in: work) + 1, title: title, kind: kind,
      summary: summary, proposedBy: person.name)
    try work.run(
      """
      INSERT INTO meetings_item (id, meeting_id, position, title, kind, summary, proposed_by,
        concerns_no_single_person)
      VALUES (\(item.id), \(meeting.id), \(item.position), \(title), \(kind), \(summary),
        \(person.id), \(concernsNoSinglePerson))
      """)
    try work.run("DELETE FROM meetings_agenda_approval WHERE meeting_id = \(meeting.id)")
    let counted = try meeting.counted(in: work)
    try work.record(
      "agenda-item-added", meeting.id, ["item": "\(item.id)", "version": "\(counted.version)"])
    return item
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/agenda", page: MeetingsPaths.agenda,
    form: MeetingsPaths.meeting, "Add an item to the agenda of a planned meeting.",
    done: Text(nb: "Saken står på sakslisten.", nn: "Saka står på saklista."),
    location: { apiMeeting($0.meeting) })

  private static let apiMeeting: Path = "/meetings/{meeting}"
}

extension AddAgendaItem {
  /// Why an item is not added.
  package enum Refusal: Kernel.Refusal {
    case itemMayConcernASinglePerson
    case agendaIsSet

    package var kind: RefusalKind {
      switch self {
      case .itemMayConcernASinglePerson: .invalid
      case .agendaIsSet: .conflict
      }
    }

    package var fields: [FieldProblem] {
      self == .itemMayConcernASinglePerson ? [FieldProblem("concernsNoSinglePerson", text)] : []
    }

    package var text: Text {
      switch self {
      case .itemMayConcernASinglePerson:
        Text(
          nb: "Rådet tar ikke opp saker om enkeltpersoner. Ta det opp med den som gir tjenesten,"
            + " i din egen plan, eller klag. Gjelder saken mange, så gjør den generell først,"
            + " og kryss av for det.",
          nn: "Rådet tek ikkje opp saker om enkeltpersonar. Ta det opp med den som gir tenesta,"
            + " i din eigen plan, eller klag. Gjeld saka mange, så gjer ho generell først,"
            + " og kryss av for det.",
          en: "The council takes up no matters of single persons. Take it up with the service"
            + " itself, in your own plan, or as a complaint. If it concerns many, say so.")
      case .agendaIsSet:
        Text(
          nb: "Sakslisten er godkjent av begge. Ta saken opp i neste møte.",
          nn: "Saklista er godkjend av begge. Ta saka opp i neste møte.",
          en: "Both leaders have approved the agenda. Take the matter up in the next meeting.")
      }
    }
  }
}
