import Glibc

/// A folder that is removed with everything in it when the value goes away.
package final class TemporaryFolder: Sendable {
  package let path: String

  /// A new, empty folder, where `TMPDIR` says; `Tests/run.sh` removes that with all that is left.
  package init() throws {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/samrad-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestKitError.cannotMakeFolder }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// Copies every file of this folder to another one.
  package func copy(to other: TemporaryFolder) throws {
    for name in names { try File.write(File.read("\(path)/\(name)"), to: "\(other.path)/\(name)") }
  }

  private var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}

/// What keeps a test from being set up.
package enum TestKitError: Error {
  case cannotMakeFolder
  case cannotReadFile(String)
  case cannotSign
  case noPostgreSQL
}

/// Whole files, for tests.
package enum File {
  /// The bytes of a file.
  package static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw TestKitError.cannotReadFile(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Writes a file anew.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw TestKitError.cannotReadFile(path) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw TestKitError.cannotReadFile(path)
    }
  }
}
