import Kernel

/// What an operator is told, on one line: what a database or a library says may hold line ends that
/// came from somebody else, and anything that looks like an identity number.
enum LogLine {
  static func of(_ text: String) -> String {
    let parts = text.unicodeScalars.split { $0.properties.generalCategory == .control }
    return Screening.redacted(parts.map { String($0) }.joined(separator: " "))
  }
}
