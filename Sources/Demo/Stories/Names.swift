import Kernel

/// Names that are obviously made up.
enum Names {
  /// First names.
  static let first = [
    "Kari", "Ola", "Nora", "Amina", "Per", "Ingrid", "Leif", "Fatima", "Jonas", "Solveig", "Emil",
    "Berit", "Sander", "Mariam", "Odd", "Thea", "Arne", "Samira", "Lars", "Gro", "Elias", "Tone",
    "Iver", "Hanne", "Yusuf", "Marit", "Aksel", "Liv", "Jakob", "Randi", "Daniel", "Else", "Ida",
    "Knut", "Sofie", "Harald", "Anh", "Maja", "Bjarne", "Wenche", "Noah",
  ]

  /// Last names that nobody has.
  static let last = [
    "Eksempel", "Testmoen", "Prøvesen", "Liksom", "Fiksjonsrud", "Demostad", "Påfunnsli",
    "Låtsenes", "Tenkeland", "Papirstad", "Skisserud", "Mønsterlid", "Utkastmo", "Kladdeby",
    "Dikterud", "Fabelhaug", "Modellseth", "Øvelsesmo", "Prøveholt", "Tenktnes", "Oppdikt",
    "Skuebrød", "Blåkopi",
  ]

  /// Every pair of names once, in an order that mixes both.
  ///
  /// There are 41 first and 23 last names, two primes, so walking both lists side by side meets
  /// each pair once.
  static func name(_ number: Int) -> String {
    "\(first[number % first.count]) \(last[number % last.count])"
  }
}

/// A name as it stands in an e-mail address.
enum EmailName {
  static func of(_ name: String) -> String {
    var text = ""
    for character in name.lowercased() {
      switch character {
      case "æ": text += "ae"
      case "ø": text += "o"
      case "å": text += "a"
      case " ": text += "."
      default: text.append(character)
      }
    }
    return text
  }
}
