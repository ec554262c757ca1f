import Database
import Kernel
import Web

/// What the unit leader does with an advice (R132).
package enum AnswerOutcome: String, Storable, JSONValue, CaseIterable {
  case followed
  case partlyFollowed = "partly_followed"
  case notFollowed = "not_followed"

  /// Whether the law of the house demands reasons (R077).
  var demandsReasons: Bool { self != .followed }

  /// Whether the reasons must be weighty ones (R105).
  var demandsWeightyReason: Bool { self == .notFollowed }

  var state: ResolutionState {
    switch self {
    case .followed: .followed
    case .partlyFollowed: .partlyFollowed
    case .notFollowed: .notFollowed
    }
  }
}

/// The kind of weighty reason for not following an advice (R105).
package enum WeightyReason: String, Storable, JSONValue, CaseIterable {
  case economy, law, staffing, safety
  case otherDecision = "other_decision"
  case other

  var text: Text {
    switch self {
    case .economy: Text(nb: "Økonomi", nn: "Økonomi")
    case .law: Text(nb: "Lov eller regler", nn: "Lov eller reglar")
    case .staffing: Text(nb: "Bemanning", nn: "Bemanning")
    case .safety: Text(nb: "Sikkerhet", nn: "Tryggleik")
    case .otherDecision: Text(nb: "Et annet vedtak binder oss", nn: "Eit anna vedtak bind oss")
    case .other: Text(nb: "En annen tungtveiende grunn", nn: "Ein annan tungtvegande grunn")
    }
  }
}

/// What has come of a resolution so far.
package enum ResolutionState: String, JSONValue, CaseIterable {
  case waiting
  case overdue
  case followed
  case partlyFollowed = "partly_followed"
  case notFollowed = "not_followed"

  /// The state today: the answer, or else how the deadline stands (R102).
  static func of(_ answer: AnswerOutcome?, isOverdue: Bool) -> ResolutionState {
    answer?.state ?? (isOverdue ? .overdue : .waiting)
  }

  var text: Text {
    switch self {
    case .waiting: Text(nb: "Venter på svar", nn: "Ventar på svar")
    case .overdue: Text(nb: "Svaret er forsinket", nn: "Svaret er forseinka")
    case .followed: Text(nb: "Fulgt", nn: "Følgt")
    case .partlyFollowed: Text(nb: "Delvis fulgt", nn: "Delvis følgt")
    case .notFollowed: Text(nb: "Ikke fulgt", nn: "Ikkje følgt")
    }
  }

  var badge: String {
    switch self {
    case .waiting: "waiting"
    case .overdue: "not-followed"
    case .followed: "followed"
    case .partlyFollowed: "partly"
    case .notFollowed: "not-followed"
    }
  }
}
