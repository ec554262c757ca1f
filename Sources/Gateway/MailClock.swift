import Kernel
import Notices
import SMTPClient
import Synchronization
import Transport

/// The mail server that takes the instance's letters, and whom they are from.
package struct Mail: Sendable {
  let server: SMTPServer
  let sender: MailAddress

  /// A mail server and the address that answers and refusals go to.
  package init(server: SMTPServer, sender: MailAddress) {
    self.server = server
    self.sender = sender
  }

  func deliver(_ message: MailMessage, greeting: String) -> Delivery {
    do {
      try SMTPClient.send(
        message.bytes, from: message.sender.text, to: message.recipient.text, through: server,
        greeting: greeting)
      return .delivered
    } catch {
      return Self.delivery(error)
    }
  }

  private static func delivery(_ failure: SMTPClient.Failure) -> Delivery {
    switch failure {
    case .cannotBeReached: .noServer("the mail server cannot be reached")
    case .tookTooLong: .noServer("the mail server took too long")
    case .isNotSafe: .noServer("the mail server offers no TLS, or its certificate does not hold")
    case .refusedOurPassword: .noServer("the mail server wants another user or password")
    case .refusedForNow(let code): .later("the mail server said \(code)")
    case .refusedForGood(let code): .refused("the mail server said \(code)")
    }
  }
}

/// The thread that sends what is due, beside the workers and with connections of its own.
final class MailClock: Sendable {
  private let ticker: Ticker
  private let stopping: StopSignal
  private let last: Board

  /// The last round, for the metrics.
  private final class Board: Sendable {
    let standing = Mutex(LetterStanding())
  }

  /// Starts it.
  ///
  /// - Throws: `TransportError` when no thread can be made.
  init(_ application: Application, _ mail: Mail) throws {
    let (stopping, last) = (StopSignal(), Board())
    (self.stopping, self.last) = (stopping, last)
    ticker = try Ticker(every: .seconds(2)) {
      let postman = application.postman(mail)
      var pace = Pace()
      var isCutOff = false
      return {
        guard pace.isDue else { return }
        do {
          let standing = try postman.round { stopping.isRaised }
          last.standing.withLock { $0 = standing }
          isCutOff = false
          if !standing.isDue(at: application.clock.now) { pace.rest() }
        } catch {
          if !isCutOff { application.log("letters wait: \(error)") }
          isCutOff = true
        }
      }
    }
  }

  /// How the outboxes of all kommuner stood in the last round.
  var standing: LetterStanding { last.standing.withLock { $0 } }

  /// Has it take up no further letter.
  func beginStopping() { stopping.raise() }

  /// Waits for the letter that is under way.
  func stop() {
    beginStopping()
    ticker.stop()
  }
}

/// With very many kommuner, looking into outboxes where nothing is due takes at most a twentieth
/// of the time.
private struct Pace {
  private let clock = ContinuousClock()
  private var began = ContinuousClock.now
  private var next = ContinuousClock.now

  var isDue: Bool {
    mutating get {
      began = clock.now
      return began >= next
    }
  }

  mutating func rest() { next = clock.now + (clock.now - began) * 20 }
}

extension Application {
  fileprivate func postman(_ mail: Mail) -> Postman {
    let host = publicURL.host
    let greeting = host.hasPrefix("[") ? "localhost" : host
    return Postman(
      at: location, of: settings, from: mail.sender, clock: clock, statements: statements, log: log
    ) { mail.deliver($0, greeting: greeting) }
  }
}
