import Glibc

/// SIGTERM and SIGINT, waited for on the main thread.
enum Signals {
  /// Keeps the signals from ending the process; threads made afterwards inherit this.
  static func block() {
    var set = stopSignals()
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Waits until one of them comes.
  static func wait() {
    var set = stopSignals()
    var received: Int32 = 0
    sigwait(&set, &received)
  }

  private static func stopSignals() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    return set
  }
}
