/// Words that make no password, however many of them and whatever figures and marks stand around them.
struct RefusedWords {
  private let words: Set<[Character]>

  init(_ texts: [String]) { words = Set(texts.flatMap(Self.parts)) }

  private init(words: Set<[Character]>) { self.words = words }

  /// These words, and those that stand in some texts.
  func and(_ texts: [String]) -> RefusedWords {
    RefusedWords(words: words.union(texts.flatMap(Self.parts)))
  }

  /// Whether the letters of a password are these words one after the other, or there are none.
  func make(_ password: String) -> Bool {
    let letters = Self.plain(password.filter(\.isLetter))
    var ends: Set<Int> = [0]
    for start in letters.indices where ends.contains(start) {
      for word in words where letters[start...].starts(with: word) {
        ends.insert(start + word.count)
      }
    }
    return ends.contains(letters.count)
  }

  /// The words of a text; a single letter is none.
  private static func parts(_ text: String) -> [[Character]] {
    text.split { !$0.isLetter }.map { plain(String($0)) }.filter { $0.count > 1 }
  }

  /// As addresses on the net spell it, so that `samrad` is no better than `samråd`.
  private static func plain(_ text: String) -> [Character] {
    text.lowercased().flatMap { letter -> [Character] in
      switch letter {
      case "å": ["a"]
      case "ø": ["o"]
      case "æ": ["a", "e"]
      default: [letter]
      }
    }
  }
}
