import Glibc

/// Bytes that wait on disk instead of in memory, in a file without a name that is gone when nobody
/// holds it: what one sends or fetches slowly costs no memory meanwhile.
package final class Spool: Sendable {
  /// The file, open for as long as this object lives.
  package let descriptor: Int32

  /// An empty file in `TMPDIR`, or else in `/var/tmp`, which is on a disk.
  ///
  /// - Throws: `SpoolError` when it cannot be made there.
  package init() throws(SpoolError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    var path = Array("\(folder)/samrad-XXXXXX".utf8CString)
    let made = mkstemp(&path)
    guard made >= 0 else { throw SpoolError() }
    unlink(path)
    _ = fcntl(made, F_SETFD, FD_CLOEXEC)
    descriptor = made
  }

  deinit { close(descriptor) }

  /// How many bytes there are.
  package var count: Int {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `SpoolError` when the disk is full.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(SpoolError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(descriptor, piece.baseAddress, piece.count)
      guard count > 0 || errno == EINTR else { throw SpoolError() }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// As above.
  ///
  /// - Throws: `SpoolError` when the disk is full.
  package func append(_ bytes: [UInt8]) throws(SpoolError) {
    let result: Result<Void, SpoolError> = bytes.withUnsafeBytes { bytes in
      do throws(SpoolError) { return .success(try append(bytes)) } catch { return .failure(error) }
    }
    try result.get()
  }

  /// Everything, in memory.
  ///
  /// - Throws: `SpoolError` when the disk fails.
  package func contents() throws(SpoolError) -> [UInt8] {
    let size = count
    var read = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while read < size {
        let count = pread(descriptor, buffer.baseAddress?.advanced(by: read), size - read, read)
        guard count > 0 else { break }
        read += count
      }
      initialized = read
    }
    guard read == size else { throw SpoolError() }
    return bytes
  }
}

/// The disk would not have what was to wait there.
package struct SpoolError: Error {
  /// What happened, for the log.
  package init() {}
}
