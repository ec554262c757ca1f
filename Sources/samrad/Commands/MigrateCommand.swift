import Database
import Kernel

extension Command {
  static let migrate = Command(
    "migrate", options: [.database],
    does: "brings the database up to date; safe to run twice and from two machines at once"
  ) { arguments in
    let instance = try Instance(arguments)
    let store = Store(instance.location)
    try store.refuseAllButTheOwner()
    let steps = try Instance.composition.migrator.migrate(store, at: Clock.system.now)
    for step in steps { Output.line("applied \(step)") }
    Output.result(steps.isEmpty ? "The database was up to date." : "The database is up to date.")
  }
}
