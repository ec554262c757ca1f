import Database
import Kernel
import UseCases

/// Deletes what people wrote when they wanted to take part, once its day has passed or the council is no
/// more: they were promised that.
enum ForgetInterests {
  static let job = Job("forget-interests") { work in
    try work.run(
      """
      DELETE FROM councils_interest WHERE kept_until < \(OsloTime(work.now).day)
        OR EXISTS (SELECT 1 FROM councils_council c WHERE c.id = council_id
          AND c.status = \(CouncilStatus.dissolved))
      """)
  }
}
