import Glibc

/// The files of an instance on SQLite.
///
/// No path is ever made from what a request says.
struct SQLiteFolder {
  let path: String

  init(_ path: String) { self.path = path }

  var catalog: String { "\(path)/catalog.sqlite" }

  func kommune(_ tenant: TenantID) -> String { "\(path)/\(Self.name(of: tenant))" }

  /// The name of a kommune's file.
  static func name(of tenant: TenantID) -> String { "kommune-\(tenant.number).sqlite" }

  /// The kommuner that have a file here, whether they are in the catalog or not.
  func tenants() throws(DatabaseError) -> Set<TenantID> {
    guard let directory = opendir(path) else {
      throw DatabaseError(.unreachable, "cannot read the folder \(path)")
    }
    defer { closedir(directory) }
    var tenants: Set<TenantID> = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let digits = name.wholeMatch(of: /kommune-([0-9]+)\.sqlite/)?.output.1,
        let number = Int(digits)
      else { continue }
      tenants.insert(TenantID(number))
    }
    return tenants
  }

  /// Whose data a kommune's file says it holds, 0 when it does not say; nil when there is no file,
  /// or it is no database.
  func mark(of tenant: TenantID) -> Int? {
    let file = Glibc.open(kommune(tenant), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    // SQLite's `user_version`, in the header of the file.
    var header = [UInt8](repeating: 0, count: 64)
    let count = read(file, &header, header.count)
    guard count == header.count, header.starts(with: "SQLite format 3\0".utf8) else {
      return count == 0 ? 0 : nil
    }
    return header[60...].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Makes an empty file for a new kommune.
  func make(_ tenant: TenantID) throws(DatabaseError) { try make(kommune(tenant)) }

  /// Makes an empty file, readable by its owner alone, where it is missing.
  private func make(_ path: String) throws(DatabaseError) {
    let file = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw DatabaseError(.notWritable, "cannot write the file \(path)") }
    close(file)
  }

  /// Removes a kommune's file and its journal, if they are there.
  func remove(_ tenant: TenantID) {
    unlink(kommune(tenant))
    unlink(kommune(tenant) + "-journal")
  }

  /// Whether a kommune has a file.
  func has(_ tenant: TenantID) -> Bool { Glibc.access(kommune(tenant), F_OK) == 0 }

  /// Makes the folder and the catalog's file where they are missing.
  func create() throws(DatabaseError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST, access(path, W_OK | X_OK) == 0 else {
      throw DatabaseError(.notWritable, "cannot write to the folder \(path)")
    }
    try make(catalog)
  }
}
