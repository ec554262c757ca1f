import Councils
import Kernel
import Tenancy
import TestKit
import UseCases
import Web

/// What the register has of the scenario: who has duties, where the kommune tells more, and a council
/// that another one took over after.
struct RegisterSteps {
  private let kommune: TestKit.Kommune
  private let mark: Mark
  private let secretary: Actor

  init(in kommune: TestKit.Kommune, _ mark: Mark, by secretary: Actor) {
    self.kommune = kommune
    self.mark = mark
    self.secretary = secretary
  }

  func play(from former: CouncilDetails, to council: CouncilDetails) throws {
    let text = Value.text("\(mark.text) rektor")
    try kommune.run(
      SetDutyHolder.self, ["unit": .text("\(council.unit.id)"), "title": text, "law": text])
    try kommune.run(
      SetInfoLink.self, ["ruleSet": "trondheim-skole", "link": .text(Self.link(mark))])
    try kommune.run(
      ChangeCouncilStatus.self, as: secretary,
      [
        "council": .text("\(former.id)"), "version": .number(former.version),
        "status": "dissolved", "reason": .text("\(mark.text) ble slått sammen med naboen"),
        "decidedBy": .text("\(mark.text) kommunestyret"),
        "successor": .text("\(council.id)"),
        "nobodyTakesOver": .text("\(mark.text) bare halve skolen"),
      ])
  }

  /// An address of the kommune's own.
  static func link(_ mark: Mark) -> String { "https://eksempel.no/\(mark.text)" }

  /// A file with a council more.
  static func councilFile(_ mark: Mark) -> SentFile {
    let groups = [("forelder", 2), ("elev", 3), ("ansatt", 1)]
    let lines = groups.flatMap { group, count in
      (0..<count).map { number in
        let code = "\(group)\(number)"
        let hasDeputy = group != "ansatt"
        return [
          "\(mark.text) Berg", "", "\(mark.text) fra fil", "2026-08-01", group,
          "\(mark.text) \(code)", mark.email("fil-\(code)"),
          hasDeputy ? "\(mark.text) vara \(code)" : "",
          hasDeputy ? mark.email("fil-vara-\(code)") : "", code == "forelder0" ? "ja" : "nei",
        ].joined(separator: ",")
      }
    }
    let head = """
      unit,ruleSet,name,termStart,group,memberName,memberEmail,deputyName,deputyEmail,leader
      """
    let bytes = Array(([head] + lines).joined(separator: "\n").utf8)
    return SentFile(name: "\(mark.text).csv", bytes: bytes[...])
  }
}
