/// JSON strings for the two places that write JSON before anything else is up.
enum JSONText {
  /// Appends text in quotes, with everything escaped that could end the string or the line.
  static func append(_ text: String, to json: inout String) {
    json += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\u{20}"..."\u{7E}": json.unicodeScalars.append(scalar)
      default: appendEscape(of: scalar, to: &json)
      }
    }
    json += "\""
  }

  private static func appendEscape(of scalar: Unicode.Scalar, to json: inout String) {
    for unit in String(scalar).utf16 {
      let hex = String(unit, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }
}
