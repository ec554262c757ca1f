import Database
import Kernel
import Tenancy
import UseCases

/// For how many terms one may sit in a council by its rules (R135, K17).
struct TermLimit {
  let council: ID<Council>
  /// The most terms; 0 is any number.
  let terms: Int

  init(_ council: ID<Council>, _ rules: RuleSet) {
    self.council = council
    terms = rules.mayBeReelected ? rules.maxTerms : 1
  }

  /// Counts terms one was chosen for; taking over from somebody else for the rest of theirs is none.
  ///
  /// - Throws: `SeatRefusal.memberMayNotSitLonger`.
  func mustAllow(
    _ person: ID<Person>, votes: Bool, from day: Day, at place: String = "",
    in work: borrowing Work
  ) throws {
    guard terms > 0, votes else { return }
    let held: Int? = try work.value(
      """
      SELECT count(DISTINCT term_start) FROM councils_seat
      WHERE council_id = \(council) AND person_id = \(person) AND votes AND replaces_id IS NULL
        AND term_start < \(day)
      """)
    guard held ?? 0 < terms else {
      throw SeatRefusal.memberMayNotSitLonger(at: place, terms: terms)
    }
  }
}
