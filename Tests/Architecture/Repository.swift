import Glibc
import TestKit

/// The project's own files, found from where this one stands.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = String(#filePath.dropLast("/Tests/Architecture/Repository.swift".count))

  /// The code of the product: the platform and the modules, without their tests.
  static let product = swiftFiles(under: "Sources") + modules.filter { !$0.isTest }

  /// The code of the modules' tests and of those that no single module can have.
  static let tests = modules.filter(\.isTest) + swiftFiles(under: "Tests")

  private static let modules = swiftFiles(under: "Modules")

  /// The text of a file, named from the root.
  static func text(of path: String) throws -> String {
    String(decoding: try File.read("\(root)/\(path)"), as: UTF8.self)
  }

  /// Whether there is such a file, named from the root.
  static func has(_ path: String) -> Bool { access("\(root)/\(path)", R_OK) == 0 }

  private static func swiftFiles(under folder: String) -> [SourceFile] {
    paths(under: folder).filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(path, (try? text(of: path)) ?? "")
    }
  }

  private static func paths(under folder: String) -> [String] {
    guard let directory = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var paths: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = "\(folder)/\(name)"
      let isFolder = Int32(entry.pointee.d_type) == Int32(DT_DIR)
      paths += isFolder ? self.paths(under: path) : [path]
    }
    return paths
  }
}
