import Database
import Kernel
import UseCases
import Web

/// Of whom a kommune demands one-time codes.
package enum CodeDemand: String, Storable, JSONValue, CaseIterable {
  case nobody
  /// Whoever holds a role in which they change things for others, or watch over them.
  case responsible
  case everyone

  /// Whether it is demanded of somebody with these roles, wherever they hold them.
  func isMade(of grants: [Grant]) -> Bool {
    switch self {
    case .nobody: false
    case .responsible: grants.contains { $0.role.isResponsible }
    case .everyone: true
    }
  }

  /// What the kommune demands now; nobody is asked until somebody has decided.
  static func current(in work: borrowing Work) throws -> CodeDemand {
    try work.value("SELECT demanded_of FROM identity_code_demand WHERE one = 1") ?? .nobody
  }
}

extension Role {
  /// Whether its holders change things for others, or read what everybody did.
  fileprivate var isResponsible: Bool {
    switch self {
    case .administrator, .secretary, .unitLeader, .auditor: true
    case .visitor, .userRepresentative, .personalDeputy, .councilLeader, .staffParticipant,
      .politician:
      false
    }
  }
}

/// What is set, as it is read.
package struct CodeDemandSetting: JSONRecord {
  let demandedOf: CodeDemand

  package static let shape = Shape<CodeDemandSetting>(
    "CodeDemand", [Field("demandedOf", "Who must use one-time codes.") { $0.demandedOf }])
}
