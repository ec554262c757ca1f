import CQREncode
import HTML

/// A square of dark and light fields that a phone's camera reads.
package struct QRCode: Sendable {
  /// How many fields wide and high.
  let width: Int
  /// Row by row; true is dark.
  let isDark: [Bool]

  /// The code of a text; nil when it is too long for one.
  package init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    width = Int(code.pointee.width)
    guard let data = code.pointee.data else { return nil }
    isDark = UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
  }

  /// A drawing with the quiet border that readers need; `label` is what it shows, for those who do
  /// not see it.
  package func svg(label: String) -> HTML {
    let rows: [HTML] = (0..<width).flatMap(row)
    let side = width + 8
    return """
      <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(side) \(side)" \
      width="\(side * 5)" height="\(side * 5)" shape-rendering="crispEdges">\
      <path fill="#fff" d="M0 0h\(side)v\(side)h-\(side)z"/>\
      <path fill="#000" d="\(rows)"/></svg>
      """
  }

  /// The dark stretches of one row, each as a rectangle of the drawing's path.
  private func row(_ y: Int) -> [HTML] {
    var stretches: [HTML] = []
    var x = 0
    while x < width {
      let length = isDark[(y * width + x)..<((y + 1) * width)].prefix { $0 }.count
      if length > 0 { stretches.append("M\(x + 4) \(y + 4)h\(length)v1h-\(length)z") }
      x += length + 1
    }
    return stretches
  }
}
