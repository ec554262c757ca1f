import Transport

/// The thread that does what happens by itself: a round soon after the start, and one every quarter of an
/// hour.
final class JobClock: Sendable {
  private let ticker: Ticker
  private let stopping: StopSignal

  /// Starts it.
  ///
  /// - Throws: `TransportError` when no thread can be made.
  init(_ application: Application) throws {
    let stopping = StopSignal()
    self.stopping = stopping
    ticker = try Ticker(every: .seconds(5)) {
      let chores = Chores(application)
      var next = ContinuousClock.now
      return {
        guard ContinuousClock.now >= next else { return }
        next = .now + .seconds(900)
        do {
          try chores.round { stopping.isRaised }
        } catch {
          application.log("a job waits for the next round: \(error)")
        }
      }
    }
  }

  /// Waits for the job that is under way.
  func stop() {
    stopping.raise()
    ticker.stop()
  }
}
