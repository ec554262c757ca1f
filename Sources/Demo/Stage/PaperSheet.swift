/// A sheet of paper as a PDF: a heading and lines, one page, nothing else.
struct PaperSheet {
  let heading: String
  let lines: [String]

  var pdf: [UInt8] {
    var file = latin("%PDF-1.4\n")
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.count)
      file += latin("\(index + 1) 0 obj\n") + object + latin("\nendobj\n")
    }
    let start = file.count
    let entries = places.map { place in
      String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    file += latin("xref\n0 \(places.count + 1)\n0000000000 65535 f \n\(entries.joined())")
    return file
      + latin("trailer\n<< /Size \(places.count + 1) /Root 1 0 R /Info 6 0 R >>\n")
      + latin("startxref\n\(start)\n%%EOF\n")
  }

  private var objects: [[UInt8]] {
    let content = latin(
      "BT /F1 18 Tf 72 760 Td (\(escaped(heading))) Tj /F1 11 Tf 18 TL 0 -18 Td "
        + lines.map { "(\(escaped($0))) ' " }.joined() + "ET")
    return [
      latin("<< /Type /Catalog /Pages 2 0 R >>"),
      latin("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
      latin(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
          + " /Resources << /Font << /F1 5 0 R >> >> >>"),
      latin("<< /Length \(content.count) >>\nstream\n") + content + latin("\nendstream"),
      latin(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
      latin("<< /Title (\(escaped(heading))) >>"),
    ]
  }

  private func escaped(_ text: String) -> String {
    text.map { #"()\"#.contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// The alphabet of the font; what it lacks becomes a question mark.
  private func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: $0 == "–" ? "-" : "?") }
  }
}
