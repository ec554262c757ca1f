import Councils
import Files
import Kernel
import UseCases
import Web

/// Adds a paper to an item of a meeting's agenda, for those who meet to read beforehand, or to go with
/// the minutes until they are approved.
package struct AttachPaper: SlowUseCase, Readable {
  let meeting: ID<Meeting>
  let item: ID<AgendaItem>
  let file: FileField?
  let concernsNoSinglePerson: Bool

  /// The paper as it is kept.
  package typealias Outcome = Paper

  package static let permission = Permission.proposeAgendaItem

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    item = input.id("item", "The item of its agenda.")
    file = input.file("file", max: Paper.largest, "The paper.")
    concernsNoSinglePerson = input.flag(
      "concernsNoSinglePerson", "Confirms that it is not about any single person; must be true.")
  }

  /// - Throws: `.paperMayConcernASinglePerson` unless the author says it does not (R136);
  ///   `.minutesAreApproved`; `.itemHasEnoughPapers`.
  package func ask(in work: borrowing Work) throws -> FileField {
    _ = try admitted(Meeting.find(meeting, in: work), in: work)
    guard let file else { throw FileRefusal.fileIsEmpty }
    return file
  }

  /// Looks the file through, with no transaction open.
  ///
  /// - Throws: `FileRefusal`; `InvalidInput` when it holds an identity number.
  package func find(_ file: FileField) throws -> InspectedFile {
    let inspected = try InspectedFile(file.bytes)
    try file.screen(inspected.texts)
    return inspected
  }

  /// - Throws: as `ask`, for much may have happened meanwhile.
  package func perform(with found: InspectedFile, in work: borrowing Work) throws -> Paper {
    let meeting = try Meeting.hold(meeting, in: work)
    let person = try admitted(meeting, in: work)
    let paper = Paper(
      id: work.newID(), meeting: meeting.id, item: item, name: found.kind.name(file?.name ?? ""),
      kind: found.kind,
      size: found.size, sha256: found.digest, adder: person.id, addedBy: person.name,
      addedAt: work.now)
    try work.run(
      """
      INSERT INTO meetings_paper (id, meeting_id, item_id, name, kind, size, sha256, added_by,
        added_at, concerns_no_single_person)
      VALUES (\(paper.id), \(meeting.id), \(item), \(paper.name), \(paper.kind), \(paper.size),
        \(paper.sha256), \(person.id), \(work.now), \(concernsNoSinglePerson))
      """)
    try PaperBytes.save(found.kept, of: paper.id, at: meeting.id, in: work)
    try work.record(
      "paper-attached", meeting.id,
      [
        "item": "\(item)", "paper": "\(paper.id)", "kind": paper.kind.rawValue,
        "digest": paper.sha256,
      ])
    return paper
  }

  private func admitted(_ meeting: Meeting, in work: borrowing Work) throws -> Member {
    let council = try Council.find(meeting.council, in: work)
    try work.require(Self.permission, as: meeting.standing(council, in: work))
    let person = try OwnAct.person(in: work)
    try AgendaItem.mustBe(item, on: meeting.id, in: work)
    guard concernsNoSinglePerson else { throw Refusal.paperMayConcernASinglePerson }
    let minutes: MinutesStatus? = try work.value(
      "SELECT status FROM meetings_minutes WHERE meeting_id = \(meeting.id)")
    guard minutes != .approved else { throw Refusal.minutesAreApproved }
    let count: Int? = try work.value(
      "SELECT count(*) FROM meetings_paper WHERE meeting_id = \(meeting.id) AND item_id = \(item)")
    guard count ?? 0 < Paper.mostOfAnItem else { throw Refusal.itemHasEnoughPapers }
    return person
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/agenda/{item}/papers", page: MeetingsPaths.papers,
    form: MeetingsPaths.meeting, "Add a paper to an item of a meeting's agenda.",
    done: Text(nb: "Vedlegget er lagt til.", nn: "Vedlegget er lagt til."),
    location: { apiPaper($0.meeting, $0.item, $0.id) })

  private static let apiPaper: Path = "/meetings/{meeting}/agenda/{item}/papers/{paper}"
}

extension AttachPaper {
  /// Why a paper is not added.
  package enum Refusal: Kernel.Refusal {
    case paperMayConcernASinglePerson
    case minutesAreApproved
    case itemHasEnoughPapers

    package var kind: RefusalKind { self == .paperMayConcernASinglePerson ? .invalid : .conflict }

    package var fields: [FieldProblem] {
      self == .paperMayConcernASinglePerson ? [FieldProblem("concernsNoSinglePerson", text)] : []
    }

    package var text: Text {
      switch self {
      case .paperMayConcernASinglePerson:
        Text(
          nb: "Vedlegget sier ikke noe om enkeltpersoner. Les gjennom det, og kryss av for det.",
          nn: "Vedlegget seier ikkje noko om enkeltpersonar. Les gjennom det, og kryss av for det.",
          en: "Papers say nothing of single persons. Read it through, and confirm that.")
      case .minutesAreApproved:
        Text(
          nb: "Referatet er godkjent, og vedleggene står. Legg det ved i neste møte.",
          nn: "Referatet er godkjent, og vedlegga står. Legg det ved i neste møte.",
          en: "The minutes are approved, so the papers stand. Add it to the next meeting.")
      case .itemHasEnoughPapers:
        Text(
          nb: "Saken har 10 vedlegg, og flere kan den ikke ha. Slå sammen noen av dem.",
          nn: "Saka har 10 vedlegg, og fleire kan ho ikkje ha. Slå saman nokre av dei.",
          en: "The item has 10 papers, which is all it may have. Put some of them together.")
      }
    }
  }
}
