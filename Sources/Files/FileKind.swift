import Database
import Web

/// The kinds of file that are taken in, few on purpose (decision 24).
///
/// What a file is, its bytes say; what whoever sends it calls it counts for nothing.
package enum FileKind: String, Storable, JSONValue, CaseIterable {
  case pdf, png, jpeg, text

  /// What it is called on the wire.
  package var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .text: "text/plain; charset=utf-8"
    }
  }

  /// The endings a name may have; the first is given to a name with another one.
  private var endings: [String] {
    switch self {
    case .pdf: [".pdf"]
    case .png: [".png"]
    case .jpeg: [".jpg", ".jpeg"]
    case .text: [".txt", ".csv", ".md"]
    }
  }

  /// The name with an ending that says what the file is.
  package func name(_ name: String) -> String {
    let lowercased = name.lowercased()
    return endings.contains { lowercased.hasSuffix($0) } ? name : name + endings[0]
  }

  /// What people call it.
  package var label: String {
    switch self {
    case .pdf: "PDF"
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .text: "tekst"
    }
  }

  /// What a browser is told to offer for choosing.
  package static let accepted = "application/pdf,image/png,image/jpeg,text/plain"
}
