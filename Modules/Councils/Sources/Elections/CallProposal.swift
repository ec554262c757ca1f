import Kernel
import Tenancy
import Web

/// The call for candidates to one group, as whoever calls fills it in.
struct CallProposal: Sendable {
  /// Where it stands in the request, such as `groups.1`; empty when the request is about it alone.
  let place: String
  /// The code of the group in the rule set.
  let group: String
  let places: Int
  let nominateUntil: Day
  let heldOn: Day
  let method: ElectionMethod?
}

extension CallProposal {
  /// Reads a call; nil for a form's row that was not used.
  init?(_ input: inout Input) {
    guard !input.isLeftBlank("places", "nominateUntil", "heldOn") else { return nil }
    self.init(reading: &input)
  }

  /// Reads a call that has to be there.
  init(reading input: inout Input) {
    place = input.place
    group = input.text("group", "The code of the group in the rule set.")
    places = input.number("places", in: 1...60, "How many places are to be filled.") ?? 1
    nominateUntil = input.day("nominateUntil", "The last day for candidates.")
    heldOn = input.day("heldOn", "The day of the election, or the day by which they are named.")
    method = input.optionalChoice(
      "method", "How the body votes; as the rule set has it if left out.")
  }

  /// Refuses days in the wrong order, and a day long past or far ahead.
  ///
  /// - Throws: `CallRefusal`.
  func mustMakeSense(on today: Day, termStart: Day?) throws {
    for day in [heldOn, nominateUntil] {
      try CallRefusal.mustBeNear(day, on: today, field("heldOn"))
    }
    guard heldOn >= nominateUntil else {
      throw CallRefusal.electionIsBeforeCandidates(field("heldOn"))
    }
    guard termStart.map({ $0 >= heldOn }) ?? true else {
      throw CallRefusal.termStartsBeforeElection(field("heldOn"))
    }
  }

  private func field(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

  /// The seats it is meant to fill, by whomever, to hold up against the rules.
  var planned: [PlacedSeat] {
    (0..<places).map { number in
      PlacedSeat(
        place: place, group: group, holder: "\(group) \(number)", deputy: nil, isLeader: false,
        organisation: nil)
    }
  }
}

/// Why a call for candidates is refused.
package enum CallRefusal: Refusal, Equatable {
  case dayIsFarFromToday(String)
  case electionIsBeforeCandidates(String)
  case termStartsBeforeElection(String)

  /// Refuses a day long past or far ahead, which is a slip of the pen.
  ///
  /// - Throws: `.dayIsFarFromToday`.
  static func mustBeNear(_ day: Day, on today: Day, _ field: String) throws {
    guard abs(day.daysSince1970 - today.daysSince1970) <= 731 else {
      throw CallRefusal.dayIsFarFromToday(field)
    }
  }

  package var kind: RefusalKind { .invalid }

  package var fields: [FieldProblem] {
    switch self {
    case .dayIsFarFromToday(let field), .electionIsBeforeCandidates(let field),
      .termStartsBeforeElection(let field):
      [FieldProblem(field, text)]
    }
  }

  package var text: Text {
    switch self {
    case .dayIsFarFromToday:
      Text(
        nb: "Dagen er mer enn to år fra i dag. Se etter om året er riktig.",
        nn: "Dagen er meir enn to år frå i dag. Sjå etter om året er rett.",
        en: "The day is more than two years from today. Check the year.")
    case .electionIsBeforeCandidates:
      Text(
        nb: "Valget holdes før fristen for kandidater er ute. Velg en senere dag.",
        nn: "Valet blir halde før fristen for kandidatar er ute. Vel ein seinare dag.",
        en: "The election is held before candidates can be proposed. Choose a later day.")
    case .termStartsBeforeElection:
      Text(
        nb: "Perioden begynner før valget er holdt. Hold valget før, eller begynn senere.",
        nn: "Perioden byrjar før valet er halde. Hald valet før, eller byrj seinare.",
        en: "The term starts before the election is held. Elect earlier, or start later.")
    }
  }
}
