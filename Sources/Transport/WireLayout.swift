internal import CMicroHTTPD

/// Whether the parts of a header lie in memory exactly as a strict sender puts them on the wire.
///
/// The library hides bare line feeds, folded lines, fields without a name and what follows a NUL.
/// But it parses in place, so what it hides shows as a gap: every line must be followed by the next
/// after exactly CR LF. Only places are compared; nothing outside the parts is read.
struct WireLayout {
  /// Whether the library in use is the one whose ways these are.
  static let isKnown = MHD_get_version().map { String(cString: $0) } == "0.9.75"

  private let start: UInt
  private var next: UInt
  private var isExact: Bool

  init(method: Place, target: Place, version: Place) {
    start = method.start
    next = version.end &+ 2
    isExact = target.start == method.end &+ 1 && version.start == target.end &+ 1
  }

  mutating func add(name: Place, value: Place) {
    if name.start != next || name.isEmpty || value.start <= name.end { isExact = false }
    next = value.end &+ 2
  }

  /// `size` is how many bytes the library counted from the method to the empty line's end.
  func isExact(size: Int) -> Bool { isExact && next &+ 2 == start &+ UInt(bitPattern: size) }

  /// Where a part lies.
  struct Place {
    var start: UInt
    var count: Int

    var end: UInt { start &+ UInt(bitPattern: count) }
    var isEmpty: Bool { count == 0 }
  }
}

extension WireLayout.Place {
  init(_ pointer: UnsafePointer<CChar>?, _ count: Int) {
    self.init(start: UInt(bitPattern: pointer), count: count)
  }
}
