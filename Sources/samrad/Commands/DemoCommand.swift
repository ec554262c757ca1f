import Crypto
import Database
import Demo
import Gateway
import Glibc
import Kernel
import UseCases
import Web

extension Command {
  static let demo = Command(
    "demo",
    options: [
      Option("port", "PORT", "the port on 127.0.0.1 (8080)"),
      Option("data", "FOLDER", "where to keep the data (a folder that is removed at the end)"),
      .json,
    ], does: "serves three kommuner with two years of lifelike council work"
  ) { arguments in
    guard let port = Int(arguments["port"] ?? "8080") else {
      throw UsageError("The port is a number.")
    }
    Signals.block()
    let folder = try DemoFolder(arguments["data"])
    defer { folder.remove() }
    let location = DatabaseLocation.sqlite(folder: folder.path)
    let accounts = try DemoData.build(at: location, Instance.composition.migrator)
    try Instance.refuseUnlessApart(Store(location))
    let application = Application(
      Instance.composition, at: location,
      settings: InstanceSettings(publicURL: .loopback(port: port), key: try folder.key()),
      log: { Output.line($0) })
    let server = try Server(application, host: "127.0.0.1", port: port, logsRequests: false)
    let address = "http://127.0.0.1:\(server.port)"
    if arguments.has("json") {
      Output.json(DemoSheet(url: address, accounts: accounts))
    } else {
      Output.result("Samråd: \(address)\n")
      Output.table(
        ["KOMMUNE", "ROLE", "NAME", "E-MAIL", "PASSWORD"],
        accounts.map { [$0.slug, $0.role, $0.name, $0.email, $0.password] })
      Output.result("\nStop with Ctrl-C.")
    }
    Signals.wait()
    server.stop()
  }
}

/// What `samrad demo --json` prints.
struct DemoSheet: JSONRecord {
  let url: String
  let accounts: [DemoAccount]

  static let shape = Shape<DemoSheet>(
    "Demo",
    [
      Field("url", "Where it answers.") { $0.url },
      Field("accounts", "Who can sign in.") { $0.accounts },
    ])
}

/// Where the demo keeps its data.
struct DemoFolder {
  let path: String
  private let isTemporary: Bool

  /// The folder that was named, or a new one that is removed at the end.
  ///
  /// - Throws: `InstanceRefusal` when no folder can be made.
  init(_ named: String?) throws {
    isTemporary = named == nil
    if let named {
      path = named
      return
    }
    var template = Array("/tmp/samrad-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw InstanceRefusal.fileCannotBeRead("/tmp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The key of the demo's instance, which stays with its data.
  func key() throws -> InstanceKey { try KeyFile.readOrMake("\(path)/instance.key") }

  /// Removes the folder unless it was named.
  func remove() {
    guard isTemporary, let directory = opendir(path) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink("\(path)/\(name)")
    }
    rmdir(path)
  }
}
