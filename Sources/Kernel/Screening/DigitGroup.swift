/// A run of digits in a text, in whatever script, and how it stands to the run before it.
struct DigitGroup {
  private(set) var digits: [UInt8]
  private(set) var range: Range<String.Index>
  /// Whether nothing but a few spaces, dashes, dots or slashes stands between it and the run before.
  let follows: Bool
  /// Whether it is the digits behind a decimal point.
  let isFraction: Bool
  /// Whether a letter of hexadecimal stands before it or after it, as in an id.
  private(set) var isPartOfAnID: Bool

  /// The runs of a text, from first to last.
  static func all(in text: String) -> [DigitGroup] {
    var groups: [DigitGroup] = []
    var gap = Gap()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if let digit = value(scalar) {
        if gap.isEmpty, !groups.isEmpty {
          groups[groups.count - 1].append(digit, until: next)
        } else {
          groups.append(DigitGroup(digit, index..<next, behind: gap, first: groups.isEmpty))
        }
        gap = Gap(isEmpty: true)
      } else if !isUnseen(scalar) {
        if gap.isEmpty, isHexadecimal(scalar), !groups.isEmpty {
          groups[groups.count - 1].isPartOfAnID = true
        }
        gap.add(scalar)
      }
      index = next
    }
    return groups
  }

  private init(_ digit: UInt8, _ range: Range<String.Index>, behind gap: Gap, first: Bool) {
    digits = [digit]
    self.range = range
    follows = !first && gap.isSeparator
    isFraction = !first && gap.isDecimalPoint
    isPartOfAnID = gap.last.map(Self.isHexadecimal) == true
  }

  private mutating func append(_ digit: UInt8, until end: String.Index) {
    digits.append(digit)
    range = range.lowerBound..<end
  }

  private static func value(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      return (48...57).contains(scalar.value) ? UInt8(scalar.value - 48) : nil
    }
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { UInt8($0) }
  }

  /// Marks without a width of their own, which somebody's word processor may leave between digits.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    return switch scalar.properties.generalCategory {
    case .format, .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isASCIIHexDigit
  }
}

/// What stands between two runs of digits.
private struct Gap {
  private(set) var isEmpty = false
  private(set) var last: Unicode.Scalar?
  private var count = 0
  private var holdsOthers = false

  init(isEmpty: Bool = false) { self.isEmpty = isEmpty }

  /// People write at most a dash with a space on each side.
  var isSeparator: Bool { !holdsOthers && count > 0 }
  var isDecimalPoint: Bool { count == 1 && (last == "." || last == ",") }

  mutating func add(_ scalar: Unicode.Scalar) {
    isEmpty = false
    last = scalar
    count += 1
    holdsOthers = holdsOthers || count > 3 || !Self.separates(scalar)
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", ".", "/", "_", ":", "\n", "\t", "\u{B7}", "\u{2212}", "\u{2022}": true
    case _ where scalar.isASCII: false
    default:
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
    }
  }
}
