import Tenancy
import TestKit

@testable import Councils

/// Files of school councils, as somebody writes them in a spreadsheet.
enum CouncilRows {
  static let header = CouncilFile.columns.joined(separator: ",") + "\n"

  /// The lines of a school's council, with people of its own: two parents, three pupils and one of the
  /// staff.
  static func lines(of unit: String, name: String = "", mark: String = "") -> [String] {
    [("forelder", 2), ("elev", 3), ("ansatt", 1)].flatMap { group, count in
      (0..<count).map { number in
        let who = "\(mark)\(group)\(number)"
        let deputy = group == "ansatt" ? "," : "Vara \(who),vara-\(who)@example.org"
        let leader = group == "forelder" && number == 0 ? "ja" : ""
        return "\(unit),trondheim-skole,\(name),2026-08-01,\(group),Navn \(who),"
          + "\(who)@example.org,\(deputy),\(leader)"
      }
    }
  }

  static func file(_ lines: [String]) -> [UInt8] {
    Array((header + lines.joined(separator: "\n")).utf8)
  }
}
