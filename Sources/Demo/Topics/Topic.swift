import Meetings
import Tenancy

/// Something a council takes up, from the agenda to the answer; the eight kinds are those of the
/// guidelines (R113-R120), and none is about a single person.
struct Topic: Sendable {
  let title: String
  let kind: ItemKind
  /// What there is to know beforehand.
  let summary: String
  /// What the minutes tell of it.
  let said: String
  let motion: Motion?

  init(
    _ title: String, _ kind: ItemKind, _ summary: String, said: String, _ motion: Motion? = nil
  ) {
    self.title = title
    self.kind = kind
    self.summary = summary
    self.said = said
    self.motion = motion
  }

  /// A matter to talk about.
  init(_ title: String, _ summary: String, said: String, _ motion: Motion? = nil) {
    self.init(title, .discussion, summary, said: said, motion)
  }
}

extension Topic {
  /// What a council of such a unit talks about, besides what all do.
  static func all(for type: UnitType) -> [Topic] {
    switch type {
    case .school: school + common
    case .kindergarten: kindergarten + common
    case .nursingHome: nursingHome + common
    case .homeCare: homeCare + common
    default: common
    }
  }
}

/// A piece of advice to vote on, and what a unit leader may answer.
struct Motion: Sendable {
  let text: String
  let answers: [Reply]

  init(_ text: String, _ answers: Reply...) {
    self.text = text
    self.answers = answers
  }
}

/// An answer with its reasons.
struct Reply: Sendable {
  let outcome: AnswerOutcome
  let reasons: String
  let weighty: WeightyReason?

  static func followed(_ reasons: String) -> Reply {
    Reply(outcome: .followed, reasons: reasons, weighty: nil)
  }

  static func partly(_ reasons: String) -> Reply {
    Reply(outcome: .partlyFollowed, reasons: reasons, weighty: nil)
  }

  static func notFollowed(_ weighty: WeightyReason, _ reasons: String) -> Reply {
    Reply(outcome: .notFollowed, reasons: reasons, weighty: weighty)
  }
}
