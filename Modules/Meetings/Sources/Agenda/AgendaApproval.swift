import Councils
import Database
import Kernel
import UseCases
import Web

/// One of the two approvals that set an agenda (R108).
package struct AgendaApproval: JSONRecord {
  package let role: AgendaParty
  /// Who approved it, for those who work with the council (R109); nil to everybody else.
  package private(set) var name: String?
  package let approvedAt: Instant
  private let person: ID<Person>

  package static let shape = Shape<AgendaApproval>(
    "AgendaApproval",
    [
      Field("role", "As what the agenda was approved.") { $0.role },
      Field("name", "The name of whoever approved it; null to the public.") { $0.name },
      Field("approvedAt", "When.") { $0.approvedAt },
    ])

  /// The approval as everybody may see it.
  var withoutName: AgendaApproval {
    var approval = self
    approval.name = nil
    return approval
  }

  /// The approval as whoever the names are hidden from may see it.
  func hidden(by hidden: HiddenPeople) -> AgendaApproval {
    guard let alias = hidden.alias(of: person) else { return self }
    var approval = self
    approval.name = alias.name
    return approval
  }

  /// Who has approved the agenda of a meeting.
  static func all(of meeting: ID<Meeting>, in work: borrowing Work) throws -> [AgendaApproval] {
    try work.rows(
      """
      SELECT a.role, p.name, a.approved_at, a.person_id
      FROM meetings_agenda_approval a JOIN identity_person p ON p.id = a.person_id
      WHERE a.meeting_id = \(meeting) ORDER BY a.approved_at, a.role
      """, as: AgendaApproval.init)
  }
}

/// The two who set an agenda together (R108).
package enum AgendaParty: String, Storable, JSONValue, CaseIterable {
  case unitLeader = "unit_leader"
  case councilLeader = "council_leader"

  var role: Role {
    switch self {
    case .unitLeader: .unitLeader
    case .councilLeader: .councilLeader
    }
  }

  /// What somebody with these roles approves as; nil when they set no agendas.
  static func party(of roles: Set<Role>) -> AgendaParty? {
    allCases.first { roles.contains($0.role) }
  }
}
