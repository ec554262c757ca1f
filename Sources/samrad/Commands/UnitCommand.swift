import Glibc
import Tenancy

extension Command {
  static let importUnits = Command(
    "unit import", ["SLUG"],
    options: [
      .database, .json,
      Option("file", "FILE", "CSV: type,name,area,organisation_number,service_area"),
    ], does: "imports schools, kindergartens, homes: all of the file, or nothing"
  ) { arguments in
    let file = try WholeFile.read(try arguments.required("file"))
    let outcome = try Instance(arguments).inKommune(arguments.positions[0]) { work in
      try work.perform(ImportUnits(file: file))
    }
    if arguments.has("json") { return Output.json(outcome) }
    Output.result(
      "\(outcome.added) added, \(outcome.changed) changed, \(outcome.unchanged) as they were.")
  }
}

/// A file given to a command.
enum WholeFile {
  /// - Throws: `InstanceRefusal.fileCannotBeRead`.
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw InstanceRefusal.fileCannotBeRead(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    guard ferror(file) == 0 else { throw InstanceRefusal.fileCannotBeRead(path) }
    return bytes
  }
}
