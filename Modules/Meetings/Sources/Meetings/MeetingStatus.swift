import Database
import Kernel
import Web

/// Where a meeting is in its life.
///
/// It only ever goes forward.
package enum MeetingStatus: String, Storable, JSONValue, CaseIterable {
  case planned
  /// Both leaders have approved the agenda (R108); it is public from here on.
  case agendaApproved = "agenda_approved"
  case open
  case ended

  /// Whether everybody may read the agenda.
  var isPublic: Bool { self != .planned }

  /// The state this one leads to; nil for the last.
  var next: MeetingStatus? {
    switch self {
    case .planned: .agendaApproved
    case .agendaApproved: .open
    case .open: .ended
    case .ended: nil
    }
  }

  /// What people call it.
  var text: Text {
    switch self {
    case .planned: Text(nb: "Saksliste under arbeid", nn: "Sakliste under arbeid")
    case .agendaApproved: Text(nb: "Sakslisten er godkjent", nn: "Saklista er godkjend")
    case .open: Text(nb: "Møtet pågår", nn: "Møtet er i gang")
    case .ended: Text(nb: "Møtet er holdt", nn: "Møtet er halde")
    }
  }

  /// The badge's class.
  var badge: String {
    switch self {
    case .planned: "draft"
    case .agendaApproved: "approved"
    case .open: "waiting"
    case .ended: "ended"
    }
  }
}
