internal import Glibc

/// How the server asks after itself.
package struct WatchdogSettings: Sendable {
  /// What it asks for; best something answered without a worker.
  package var path = "/healthz"
  /// The `Host` it names.
  package var host = "localhost"
  package var period = Duration.seconds(5)
  /// Silence for so long is a stall.
  package var patience = Duration.seconds(10)
  /// Hears of a stall; unless told otherwise it logs and ends the process with status 70.
  ///
  /// The library of Debian 12 can skip ready connections forever (fixed upstream in 1.0.3). A fresh
  /// process, started by the supervisor, is the cure.
  package var onStall: @Sendable (String) -> Void = { sentence in
    Log.toStandardError(sentence)
    _exit(70)
  }

  /// The defaults: `/healthz` every 5 seconds, 10 seconds of patience.
  package init() {}
}
