import Database
import Identity
import Kernel
import Tenancy
import UseCases
import Web

/// Reminds those who see to elections that a council's term ends: 120, 60 and 14 days before, and once
/// when it is over and nobody was chosen (R135).
enum RemindOfTerms {
  static let job = Job("remind-of-terms") { work in
    let today = OsloTime(work.now).day
    for term in try EndingTerm.all(on: today, in: work) {
      guard let stage = term.stage(on: today), try isNew(term, stage, in: work) else { continue }
      for recipient in try recipients(of: term, in: work) {
        try People.write(
          to: recipient, subject(of: term, stage), body(of: term, stage),
          page: CouncilsPaths.council(term.council), useless: work.now.adding(days: 14), in: work)
      }
      try work.record("term-reminded", term.council, ["days": "\(stage)"])
    }
  }

  /// The key decides, so that of two servers one reminds.
  private static func isNew(
    _ term: EndingTerm, _ stage: Int, in work: borrowing Work
  ) throws -> Bool {
    try work.run(
      """
      INSERT INTO councils_reminder (council_id, term_end, days_before, reminded_at)
      VALUES (\(term.council), \(term.lastDay), \(stage), \(work.now)) ON CONFLICT DO NOTHING
      """) == 1
  }

  /// The secretaries and the unit's leader, or the administrators where there is none of these.
  private static func recipients(
    of term: EndingTerm, in work: borrowing Work
  ) throws -> [Recipient] {
    let scopes = [term.council.erased(), term.unit.erased()]
    var found = try People.recipients(holding: .secretary, in: scopes, work)
    for leader in try People.recipients(holding: .unitLeader, in: scopes, work)
    where !found.contains(where: { $0.id == leader.id }) { found.append(leader) }
    guard found.isEmpty else { return found }
    return try People.recipients(holding: .administrator, in: scopes, work)
  }

  private static func subject(of term: EndingTerm, _ stage: Int) -> Text {
    stage < 0
      ? Text(nb: "\(term.name) har ingen medlemmer", nn: "\(term.name) har ingen medlemmer")
      : Text(nb: "Snart valg: \(term.name)", nn: "Snart val: \(term.name)")
  }

  private static func body(of term: EndingTerm, _ stage: Int) -> Text {
    let nb = Moment.text(term.lastDay, in: .bokmål)
    let nn = Moment.text(term.lastDay, in: .nynorsk)
    guard stage >= 0 else {
      return Text(
        nb: """
          Perioden til medlemmene i \(term.name) var over \(nb), og ingen er valgt for tiden etter.
          Rådet kan ikke gi råd før det har medlemmer. Be dem som velger, om å velge nå, og før dem
          inn på siden til rådet:
          """,
        nn: """
          Perioden til medlemmene i \(term.name) var over \(nn), og ingen er valde for tida etter.
          Rådet kan ikkje gi råd før det har medlemmer. Be dei som vel, om å velje no, og før dei
          inn på sida til rådet:
          """)
    }
    return Text(
      nb: """
        Perioden til medlemmene i \(term.name) er over \(nb), og ingen er valgt for tiden etter.
        Be dem som velger, om å sette opp valget. De som blir valgt, føres inn på siden til rådet:
        """,
      nn: """
        Perioden til medlemmene i \(term.name) er over \(nn), og ingen er valde for tida etter.
        Be dei som vel, om å setje opp valet. Dei som blir valde, blir førte inn på sida til rådet:
        """)
  }
}
