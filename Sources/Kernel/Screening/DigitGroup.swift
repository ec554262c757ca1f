/// A run of digits in a text, in whatever script, and how it stands to the run before it.
struct DigitGroup {
  private(set) var digits: [UInt8]
  private(set) var range: Range<String.Index>
  /// Whether nothing but a few spaces, dashes, dots or slashes stands between it and the run before.
  let follows: Bool
  /// Whether it is the digits behind a decimal point.
  let isFraction: Bool
  /// Whether the word it stands in has letters, all of them hexadecimal, as the parts of an id have.
  private(set) var isPartOfAnID: Bool

  /// The runs of a text, from first to last.
  static func all(in text: String) -> [DigitGroup] {
    var groups: [DigitGroup] = []
    var gap = Gap()
    var word = Word()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if let digit = value(scalar) {
        word.holdsDigits(of: groups.count - (gap.isEmpty ? 1 : 0))
        if gap.isEmpty, !groups.isEmpty {
          groups[groups.count - 1].append(digit, until: next)
        } else {
          groups.append(DigitGroup(digit, index..<next, behind: gap, first: groups.isEmpty))
        }
        gap = Gap(isEmpty: true)
      } else if !isUnseen(scalar) {
        gap.add(scalar)
        if !word.goesOn(with: scalar) {
          word.mark(&groups)
          word = Word()
        }
      }
      index = next
    }
    word.mark(&groups)
    return groups
  }

  private init(_ digit: UInt8, _ range: Range<String.Index>, behind gap: Gap, first: Bool) {
    digits = [digit]
    self.range = range
    follows = !first && gap.isSeparator
    isFraction = !first && gap.isDecimalPoint
    isPartOfAnID = false
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

  /// Letters and digits without anything between them.
  private struct Word {
    private var groups: Range<Int>?
    private var hasLetters = false
    private var isHexadecimal = true

    mutating func holdsDigits(of group: Int) {
      groups = (groups?.lowerBound ?? group)..<(group + 1)
    }

    /// Whether this scalar still belongs to the word.
    mutating func goesOn(with scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII {
        let lower = scalar.value | 0x20
        guard (97...122).contains(lower) else { return false }
        if lower <= 102 { hasLetters = true } else { isHexadecimal = false }
        return true
      }
      guard scalar.properties.isAlphabetic else { return false }
      isHexadecimal = false
      return true
    }

    /// Marks the digits of a word that is a part of an id.
    func mark(_ all: inout [DigitGroup]) {
      guard hasLetters, isHexadecimal, let groups else { return }
      for index in groups { all[index].isPartOfAnID = true }
    }
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
