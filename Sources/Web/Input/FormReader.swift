import Kernel

extension Value {
  /// Reads `application/x-www-form-urlencoded`; `seats.0.name=Kari` becomes a list in a record.
  ///
  /// - Throws: `RequestRefusal.bodyIsNotAForm` when a percent code or its UTF-8 is broken, or a
  ///   field comes twice.
  package init(form text: some StringProtocol) throws(RequestRefusal) {
    var root = FormNode()
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = percentDecoded(halves[0], plusIsSpace: true),
        let value = percentDecoded(halves.count > 1 ? halves[1] : "", plusIsSpace: true)
      else { throw .bodyIsNotAForm }
      let path = name.split(separator: ".", omittingEmptySubsequences: false)
      guard path.count <= 4, root.insert(value, at: path[...]) else { throw .bodyIsNotAForm }
    }
    self = root.value
  }
}

/// A form while it is read; becomes a list where all names are numbers.
private struct FormNode {
  var text: String?
  var children: [String: FormNode] = [:]

  mutating func insert(_ value: String, at path: ArraySlice<Substring>) -> Bool {
    guard let name = path.first else {
      guard text == nil, children.isEmpty else { return false }
      text = value
      return true
    }
    guard text == nil else { return false }
    return children[String(name), default: FormNode()].insert(value, at: path.dropFirst())
  }

  var value: Value {
    if let text { return .text(text) }
    let numbered = children.compactMap { name, node in Int(name).map { ($0, node) } }
    if !children.isEmpty, numbered.count == children.count {
      return .list(numbered.sorted { $0.0 < $1.0 }.map(\.1.value))
    }
    return .object(children.mapValues(\.value))
  }
}

/// Text with its percent codes decoded; nil when a code or the UTF-8 is broken, or it holds NUL.
package func percentDecoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%") {
      guard let high = rest.popFirst().flatMap(hexValue),
        let low = rest.popFirst().flatMap(hexValue)
      else { return nil }
      bytes.append(high << 4 | low)
    } else {
      bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
    }
  }
  return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
}

/// Text as it stands in a URL: everything but letters, digits and `-._~` as percent codes.
package func percentEncoded(_ text: some StringProtocol) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      bytes.append(byte)
    default:
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
