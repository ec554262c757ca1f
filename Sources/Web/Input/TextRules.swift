/// What every text that people write goes through.
package enum TextRules {
  /// Line ends as LF, and no white space at the ends.
  static func normalised(_ raw: String) -> String {
    var text = ""
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      if scalar == "\r" {
        text.unicodeScalars.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return String(trimmed(text[...]))
  }

  /// Whether a text has nothing but characters one can see, spaces, tabs and line ends.
  package static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n" || scalar == "\t"
      case .surrogate, .unassigned, .privateUse: false
      default: true
      }
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
