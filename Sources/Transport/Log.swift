internal import Glibc

/// Sentences for the operator on standard error.
package enum Log {
  /// Writes one line; a single call so that lines of several threads never mix.
  @Sendable package static func toStandardError(_ sentence: String) {
    write(line: Array("samrad: \(sentence)\n".utf8))
  }

  static func write(line: [UInt8]) {
    _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
