import CPostgreSQL

/// Runs `body` with the values as libpq wants them, in one buffer, null where there is none: their
/// places, their lengths, and 1 for each that is bytes and not text.
func withParameters<Result>(
  _ values: [BoundValue],
  _ body: (
    UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>,
    _ formats: UnsafePointer<Int32>
  ) -> Result
) -> Result {
  var buffer: [UInt8] = []
  var offsets: [Int?] = []
  // One more than there are values, so that the lists have an address when there are none.
  var lengths = [Int32](repeating: 0, count: values.count + 1)
  var formats = lengths
  for (index, value) in values.enumerated() {
    if case .bytes(let bytes) = value {
      offsets.append(buffer.count)
      buffer.append(contentsOf: bytes)
      buffer.append(0)
      (lengths[index], formats[index]) = (Int32(bytes.count), 1)
    } else if let text = postgresText(value) {
      offsets.append(buffer.count)
      buffer.append(contentsOf: text.utf8)
      buffer.append(0)
    } else {
      offsets.append(nil)
    }
  }
  return buffer.withUnsafeBytes { bytes in
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
    return pointers.withUnsafeBufferPointer { body($0.baseAddress, lengths, formats) }
  }
}

/// Runs `body` with a null-terminated list of C strings.
func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
  withParameters(texts.map { .text($0) }) { pointers, _, _ in
    var list = (0..<texts.count).map { pointers?[$0] }
    list.append(nil)
    return list.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

private func postgresText(_ value: BoundValue) -> String? {
  switch value {
  case .null, .bytes: nil
  case .integer(let number): "\(number)"
  case .text(let text): text
  case .flag(let flag): flag ? "t" : "f"
  }
}

/// The error of a result, sorted by its SQLSTATE.
func postgresError(_ result: OpaquePointer, statement: SQL?) -> DatabaseError {
  func field(_ code: Int32) -> String? {
    PQresultErrorField(result, code).map { String(cString: $0) }
  }
  let state = field(Int32(UInt8(ascii: "C"))) ?? ""
  let message = field(Int32(UInt8(ascii: "M"))) ?? "unknown error"
  let constraint = field(Int32(UInt8(ascii: "n")))
  return DatabaseError(
    kind(ofState: state), "\(message) (\(state))", constraint: constraint,
    statement: statement?.text)
}

private func kind(ofState state: String) -> DatabaseError.Kind {
  switch state {
  case "23505": .alreadyExists
  case "23503": .missingReference
  case "23514", "23502": .checkFailed
  case frozenState: .recordIsFrozen
  case "40001", "40P01", "55P03": .conflict
  case "57014": .timeout
  case "57P01", "57P02", "57P03", "25006": .connectionLost
  case "53100", "58030": .notWritable
  case let other where other.hasPrefix("08"): .connectionLost
  default: .other
  }
}

/// The SQLSTATE our triggers raise when a record may not change any more.
let frozenState = "SR001"

extension String {
  /// The text without white space at its ends; libpq ends its messages with a line feed.
  var trimmed: String {
    var slice = self[...]
    while slice.last?.isWhitespace == true { slice.removeLast() }
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    return String(slice)
  }
}
