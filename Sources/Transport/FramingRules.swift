/// Where a body ends; the one question on which smuggling depends.
enum FramingRules {
  /// The announced length, 0 for none, nil for chunks.
  static func bodyLength(_ fields: [RawField]) throws(RequestRefusal) -> Int? {
    let lengths = try only("content-length", in: fields)
    let codings = try only("transfer-encoding", in: fields)
    if let coding = codings {
      guard lengths == nil else { throw .malformed("A body has a length or chunks, not both.") }
      guard coding.hasValue("chunked") else {
        throw .malformed("The only transfer coding here is “chunked”.")
      }
      return nil
    }
    return try lengths.map(number) ?? 0
  }

  /// The one field of that name; names that merely start so are refused.
  ///
  /// The library glues a folded value to its name (`Transfer-Encodingchunked`) and keeps a blank
  /// before the colon as part of it.
  private static func only(
    _ name: StaticString, in fields: [RawField]
  ) throws(RequestRefusal) -> RawField? {
    let found = fields.filter { $0.nameStarts(with: name) }
    guard found.count <= 1, found.allSatisfy({ $0.hasName(name) }) else {
      throw .malformed("\(name) is repeated or malformed.")
    }
    return found.first
  }

  private static func number(_ field: RawField) throws(RequestRefusal) -> Int {
    let isDigits = !field.value.isEmpty && field.value.allSatisfy { (0x30...0x39).contains($0) }
    guard isDigits else { throw .malformed("Content-Length is not a number.") }
    guard let length = Int(String(decoding: field.value, as: UTF8.self)) else {
      throw .bodyTooLarge
    }
    return length
  }
}
