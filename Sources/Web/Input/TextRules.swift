/// What every text that people write goes through.
package enum TextRules {
  /// Line ends as LF, no white space at the ends, and nothing that only seems to be text.
  ///
  /// Word processors leave marks that nobody sees; they are dropped, so that a text of nothing else
  /// counts as empty. The two joiners stay, because emoji and some scripts need them.
  static func normalised(_ raw: String) -> String {
    var text = ""
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      if isUnseen(scalar) { continue }
      if scalar == "\r" {
        text.unicodeScalars.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    let onlyJoiners = text.unicodeScalars.allSatisfy { $0.properties.isJoinControl }
    return onlyJoiners ? "" : String(trimmed(text[...]))
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format && !scalar.properties.isJoinControl
  }

  /// Whether a text has nothing but characters one can see, spaces, tabs and line ends.
  package static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(isPrintable)
  }

  /// As above, for one scalar.
  package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar == "\n" || scalar == "\t"
    case .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
