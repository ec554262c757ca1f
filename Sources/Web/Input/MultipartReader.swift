/// Reads `multipart/form-data` as browsers send it (RFC 7578), and nothing more lenient.
///
/// No preamble, no nested parts, no encodings, `filename*` not heard: whatever two readers could
/// understand in two ways is refused.
package enum MultipartReader {
  private static let mostParts = 20
  private static let longestHead = 4096
  private static let longestText = 200_000

  /// The fields by name; files are parts of the body, which are not copied.
  ///
  /// - Throws: `RequestRefusal.bodyIsNotAForm`.
  package static func fields(
    of body: [UInt8], contentType: String
  ) throws(RequestRefusal) -> [String: Value] {
    guard let boundary = boundary(in: contentType) else { throw .bodyIsNotAForm }
    let opening = Array("--\(boundary)".utf8)
    let delimiter = Array("\r\n".utf8) + opening
    guard body.starts(with: opening) else { throw .bodyIsNotAForm }
    var rest = body[opening.count...]
    var fields: [String: Value] = [:]
    var hasFile = false
    while true {
      if rest.starts(with: "--".utf8) {
        let end = rest.dropFirst(2)
        guard end.isEmpty || end.elementsEqual("\r\n".utf8) else { throw .bodyIsNotAForm }
        return fields
      }
      guard rest.starts(with: "\r\n".utf8), fields.count < mostParts,
        let headEnd = find(Array("\r\n\r\n".utf8), in: rest.dropFirst(2).prefix(longestHead)),
        let part = PartHead(rest[(rest.startIndex + 2)..<headEnd]),
        let end = find(delimiter, in: rest[(headEnd + 4)...])
      else { throw .bodyIsNotAForm }
      let content = rest[(headEnd + 4)..<end]
      let value: Value
      if let name = part.fileName {
        guard !hasFile else { throw .bodyIsNotAForm }
        hasFile = true
        value = .file(SentFile(name: name, bytes: content))
      } else {
        guard content.count <= longestText, !content.contains(0),
          let text = String(validating: content, as: UTF8.self)
        else { throw .bodyIsNotAForm }
        value = .text(text)
      }
      guard fields.updateValue(value, forKey: part.name) == nil else { throw .bodyIsNotAForm }
      rest = rest[(end + delimiter.count)...]
    }
  }

  private static func boundary(in contentType: String) -> String? {
    var pieces = contentType.split(separator: ";", omittingEmptySubsequences: false)[...]
    guard pieces.popFirst()?.lowercased().filter({ $0 != " " }) == "multipart/form-data",
      pieces.count == 1, let parameter = pieces.first?.drop(while: { $0 == " " }),
      parameter.lowercased().hasPrefix("boundary=")
    else { return nil }
    var boundary = parameter.dropFirst(9)
    if boundary.count > 2, boundary.hasPrefix("\""), boundary.hasSuffix("\"") {
      boundary = boundary.dropFirst().dropLast()
    }
    let isFit = boundary.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "'()+_,-./:=?".utf8.contains(byte)
      }
    }
    return isFit && (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
  }

  private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index + wanted.count <= bytes.endIndex {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index }
      index += 1
    }
    return nil
  }
}

/// What stands above a part: its name, and a file's name where it is one.
private struct PartHead {
  let name: String
  let fileName: String?

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      return nil
    }
    var disposition: Substring?
    // A line feed alone is no line end; as one character with the return before it, it is.
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard !line.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }),
        let colon = line.firstIndex(of: ":")
      else { return nil }
      switch line[..<colon].lowercased() {
      case "content-disposition":
        guard disposition == nil else { return nil }
        disposition = line[line.index(after: colon)...].drop { $0 == " " }
      case "content-type": break
      default: return nil
      }
    }
    guard let disposition, let parameters = Self.parameters(of: disposition),
      let name = parameters["name"], !name.isEmpty
    else { return nil }
    self.name = name
    fileName = parameters["filename"]
  }

  /// `form-data; name="…"; filename="…"`, each once; nil for anything else.
  private static func parameters(of disposition: Substring) -> [String: String]? {
    guard disposition.lowercased().hasPrefix("form-data;") else { return nil }
    var rest = disposition.dropFirst(9)
    var parameters: [String: String] = [:]
    while rest.popFirst() == ";" {
      rest = rest.drop { $0 == " " }
      let name = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(name.count)
      if name == "filename*" {
        rest = rest.drop { $0 != ";" }
        continue
      }
      guard name == "name" || name == "filename", rest.hasPrefix("=\"") else { return nil }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(2 + value.count)
      guard rest.popFirst() == "\"", parameters[String(name)] == nil else { return nil }
      parameters[String(name)] = unescaped(value)
    }
    return rest.isEmpty ? parameters : nil
  }

  /// The three characters that browsers write otherwise in a name.
  private static func unescaped(_ value: Substring) -> String {
    var pieces = value.split(separator: "%", omittingEmptySubsequences: false)[...]
    var text = String(pieces.removeFirst())
    for piece in pieces {
      switch piece.prefix(2).uppercased() {
      case "22": text += "\"" + piece.dropFirst(2)
      case "0D": text += "\r" + piece.dropFirst(2)
      case "0A": text += "\n" + piece.dropFirst(2)
      default: text += "%" + piece
      }
    }
    return text
  }
}
