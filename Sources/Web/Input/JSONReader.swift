import CJansson

extension Value {
  /// Reads a JSON object with jansson: strict UTF-8, no duplicate keys, bounded depth.
  ///
  /// - Throws: `RequestRefusal.bodyIsNotJSON` when it is anything else.
  package init(json bytes: [UInt8]) throws(RequestRefusal) {
    guard nesting(of: bytes) <= maximumNesting else { throw .bodyIsNotJSON }
    var error = json_error_t()
    let root = bytes.withUnsafeBytes { buffer in
      json_loadb(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count,
        Int(JSON_REJECT_DUPLICATES), &error)
    }
    guard let root else { throw .bodyIsNotJSON }
    defer { samrad_json_release(root) }
    guard root.pointee.type == JSON_OBJECT, let value = Value(root) else { throw .bodyIsNotJSON }
    self = value
  }

  /// Copies one jansson value; nil for what no field takes, such as fractions.
  private init?(_ json: UnsafeMutablePointer<json_t>) {
    switch json.pointee.type {
    case JSON_NULL: self = .null
    case JSON_TRUE: self = .flag(true)
    case JSON_FALSE: self = .flag(false)
    case JSON_INTEGER: self = .number(Int(json_integer_value(json)))
    case JSON_REAL:
      // `3.0` is a whole number too, by JSON Schema; beyond 2^53 nobody could tell which one.
      let real = json_real_value(json)
      guard let whole = Int(exactly: real), whole.magnitude <= 1 << 53 else { return nil }
      self = .number(whole)
    case JSON_STRING:
      let bytes = UnsafeRawBufferPointer(
        start: json_string_value(json), count: json_string_length(json))
      self = .text(String(decoding: bytes, as: UTF8.self))
    case JSON_ARRAY:
      var list: [Value] = []
      for index in 0..<json_array_size(json) {
        guard let item = json_array_get(json, index), let value = Value(item) else { return nil }
        list.append(value)
      }
      self = .list(list)
    case JSON_OBJECT:
      var object: [String: Value] = [:]
      var iterator = json_object_iter(json)
      while let current = iterator {
        guard let key = json_object_iter_key(current), let item = json_object_iter_value(current),
          let value = Value(item)
        else { return nil }
        // Two keys may differ in bytes and yet be the same text.
        guard object.updateValue(value, forKey: String(cString: key)) == nil else { return nil }
        iterator = json_object_iter_next(json, current)
      }
      self = .object(object)
    default: return nil
    }
  }
}

/// No record of ours is nested deeper.
private let maximumNesting = 32

/// How deep brackets are nested, looked at before a parser that recurses sees them.
private func nesting(of bytes: [UInt8]) -> Int {
  var depth = 0
  var deepest = 0
  var inText = false
  var escaped = false
  for byte in bytes {
    if inText {
      if escaped {
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\"") {
        inText = false
      }
      continue
    }
    switch byte {
    case UInt8(ascii: "\""): inText = true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      deepest = max(deepest, depth)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    default: break
    }
  }
  return deepest
}
