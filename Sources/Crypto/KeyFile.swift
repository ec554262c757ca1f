import Glibc

/// The file that holds the instance's key.
package enum KeyFile {
  /// Why a file cannot be the key.
  package enum Problem: Error, Hashable {
    case cannotBeRead
    case othersMayReadIt
    case isNotThirtyTwoBytes
  }

  /// Reads the key.
  ///
  /// - Throws: `Problem`; a key that others on the machine may read is none.
  package static func read(_ path: String) throws(Problem) -> InstanceKey {
    guard let key = InstanceKey(try bytes(of: path, atMost: InstanceKey.length)) else {
      throw .isNotThirtyTwoBytes
    }
    return key
  }

  /// Reads the key, or makes a new one where there is no file yet.
  ///
  /// - Throws: `Problem`.
  package static func readOrMake(_ path: String) throws(Problem) -> InstanceKey {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return try read(path) }
    defer { close(file) }
    let key = InstanceKey.random()
    guard Glibc.write(file, key, key.count) == key.count else { throw .cannotBeRead }
    return try read(path)
  }

  /// What another secret file holds, at most 64 KiB.
  ///
  /// - Throws: `Problem`.
  package static func content(of path: String) throws(Problem) -> [UInt8] {
    let content = try bytes(of: path, atMost: 65_536)
    guard content.count <= 65_536 else { throw .cannotBeRead }
    return content
  }

  /// What a file holds that only we may read; one byte more than allowed when it holds more.
  private static func bytes(of path: String, atMost limit: Int) throws(Problem) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .cannotBeRead }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { throw .cannotBeRead }
    guard about.st_mode & S_IRWXO == 0 else { throw .othersMayReadIt }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes {
        let rest = UnsafeMutableRawBufferPointer(rebasing: $0[count...])
        return Glibc.read(file, rest.baseAddress, rest.count)
      }
      if read < 0 && errno == EINTR { continue }
      guard read >= 0 else { throw .cannotBeRead }
      guard read > 0 else { break }
      count += read
    }
    return Array(bytes.prefix(count))
  }
}
