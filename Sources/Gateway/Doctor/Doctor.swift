import Database
import Kernel
import UseCases

/// Looks an instance over: its database, what keeps the kommuner apart, and what is set up around it.
package struct Doctor: Sendable {
  let composition: Composition
  let location: DatabaseLocation
  /// Where people reach the instance, when somebody has said so.
  let publicURL: PublicURL?
  /// Whether the host has set a key for what must be sealed.
  let hasKey: Bool
  /// Whether the host has named a mail server.
  let hasMailServer: Bool
  /// Whether to walk through every kommune's event log too.
  let isDeep: Bool
  let clock: Clock

  /// A doctor for the instance at that place.
  package init(
    _ composition: Composition, at location: DatabaseLocation, publicURL: PublicURL?,
    hasKey: Bool = false, hasMailServer: Bool = false, isDeep: Bool = false, clock: Clock = .system
  ) {
    self.composition = composition
    self.location = location
    self.publicURL = publicURL
    self.hasKey = hasKey
    self.hasMailServer = hasMailServer
    self.isDeep = isDeep
    self.clock = clock
  }

  /// Every check, in the order one would ask.
  package func examine() -> [Diagnosis] {
    let store = Store(location)
    let database = asked("database") { [try reach(store)] }
    guard database[0].state == .ok else {
      return database + Self.needDatabase.map(notChecked) + surroundings
    }
    let machine = asked("clock") { [try time(store)] } + asked("files") { try files(store) }
    let migrations = asked("migrations") { [try standing(store)] }
    guard migrations[0].state == .ok else {
      return database + machine + migrations + Self.needTables.map(notChecked) + surroundings
    }
    return database + machine + migrations + asked("isolation") { try isolation(store) }
      + asked("events") { try events(store) } + asked("letters") { try letters(store) }
      + surroundings
  }

  private static let needTables = ["role", "isolation", "events"]
  private static let needDatabase = ["clock", "migrations"] + needTables

  private var surroundings: [Diagnosis] { [links, secret, mail] }

  private func notChecked(_ check: String) -> Diagnosis {
    Diagnosis(check, .notChecked, "Mend what stands above first.")
  }

  /// A question that the database does not answer is a finding too.
  private func asked(_ check: String, _ body: () throws -> [Diagnosis]) -> [Diagnosis] {
    do {
      return try body()
    } catch let error as DatabaseError {
      return [Diagnosis(check, .wrong, "The database cannot be asked: \(error.message).")]
    } catch {
      return [Diagnosis(check, .wrong, "The database cannot be asked: \(error).")]
    }
  }
}
