package import Kernel

/// Writes each request as a line of JSON.
///
/// Lines hold no query, no header and, unless asked for, no address: what isn't logged cannot leak.
package struct AccessLog: Sendable {
  private let clock: Clock
  private let includesAddress: Bool
  private let write: @Sendable ([UInt8]) -> Void

  /// A log on standard error; tests pass another clock and place to write.
  package init(
    clock: Clock = .system, includesAddress: Bool = false,
    write: (@Sendable ([UInt8]) -> Void)? = nil
  ) {
    self.clock = clock
    self.includesAddress = includesAddress
    self.write = write ?? { Log.write(line: $0) }
  }

  /// Writes one record.
  @Sendable package func record(_ record: AccessRecord) { write(Array(line(record).utf8)) }

  private func line(_ record: AccessRecord) -> String {
    var line = "{\"time\":\"\(clock.now)\",\"method\":"
    JSONText.append(record.method, to: &line)
    line += ",\"path\":"
    JSONText.append(record.path, to: &line)
    line += ",\"status\":\(record.status),\"bytes\":\(record.bytes),\"us\":\(record.microseconds)"
    line += ",\"id\":"
    JSONText.append(record.requestID, to: &line)
    if includesAddress {
      line += ",\"address\":"
      JSONText.append(record.address, to: &line)
    }
    return line + "}\n"
  }
}
