import Database
import Kernel
import UseCases

/// That the minutes of a meeting are open to everybody.
enum Publication {
  /// When the minutes of a meeting were published; nil while they are not.
  static func time(of meeting: ID<Meeting>, in work: borrowing Work) throws -> Instant? {
    try work.value("SELECT published_at FROM meetings_publication WHERE meeting_id = \(meeting)")
  }
}
