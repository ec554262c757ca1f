/// One word of a draft, and what it may tell of a person.
struct DraftWord {
  /// The word without the marks around it; with its dots when it is initials.
  let text: String
  /// The same with the marks behind it, for the middle of a phrase.
  let withMarks: String
  /// Whether a sentence ends behind it.
  let endsSentence: Bool
  private let raw: String
  private let lower: String

  /// Some words in a row, as they stand in the draft.
  static func phrase(_ words: ArraySlice<DraftWord>) -> String {
    (words.dropLast().map(\.withMarks) + words.suffix(1).map(\.text)).joined(separator: " ")
  }

  init(_ raw: Substring) {
    self.raw = String(raw)
    let core = raw.drop { !$0.isLetter && !$0.isNumber }
    let end = core.lastIndex { $0.isLetter || $0.isNumber }
    text = end.map { String(core[...$0]) } ?? ""
    withMarks = String(core)
    lower = text.lowercased()
    endsSentence = raw.last.map { ".?!:;".contains($0) } == true
  }

  var isOwner: Bool { Self.owners.contains(lower) }
  var isKin: Bool { Self.kin.contains(lower) }
  /// Whether it is somebody in particular in most sentences: «eleven», «naboen».
  var isOnePerson: Bool { Self.onePerson.contains(lower) }
  var isCalled: Bool { ["heter", "heiter", "kalles", "kallast", "het", "heitte"].contains(lower) }
  var isCapitalised: Bool { text.count > 1 && text.first?.isUppercase == true }
  var isHealth: Bool { Self.health.contains { lower.hasPrefix($0) } || text == "MS" }
  var isRoom: Bool { Self.rooms.contains(lower) }
  var isNumberWord: Bool { ["nr", "nummer", "no"].contains(lower) }
  var isNumber: Bool { text.first?.isNumber == true }
  var isInitial: Bool { text.count == 1 && text.first?.isUppercase == true && raw.hasSuffix(".") }
  /// Whether it is two or three, as in `K.N.` or `K.A.N.`.
  var isInitials: Bool {
    let letters = text.split(separator: ".", omittingEmptySubsequences: false)
    return (2...3).contains(letters.count)
      && letters.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  /// Whether it is a whole date, such as `3.4.2012`, `03/04/12` or `2012-04-03`.
  var isDate: Bool {
    let parts = text.split { ".-/".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, (1...12).contains(numbers[1]) else { return false }
    let isForward = (1...31).contains(numbers[0]) && [2, 4].contains(parts[2].count)
    return isForward || (1900...2100).contains(numbers[0]) && (1...31).contains(numbers[2])
  }
  var isDayOfMonth: Bool { Int(text).map { (1...31).contains($0) } == true }
  var isMonth: Bool { Self.months.contains(lower) }
  var isYear: Bool { Int(text).map { (1900...2100).contains($0) } == true }

  private static let owners: Set = [
    "min", "mi", "mitt", "mine", "vår", "vårt", "våre", "hans", "hennes", "hennar",
  ]
  private static let kin: Set = [
    "mor", "mora", "moren", "mamma", "mammaen", "far", "faren", "pappa", "pappaen", "sønn",
    "sønnen", "son", "sonen", "datter", "dattera", "datteren", "dotter", "dottera", "barn",
    "barnet", "gutt", "gutten", "gut", "guten", "jente", "jenta", "kone", "kona", "mann", "mannen",
    "ektefelle", "samboer", "samboeren", "sambuar", "bror", "broren", "søster", "søsteren",
    "søstera", "syster", "systera", "bestemor", "bestefar", "svigermor", "svigerfar", "tante",
    "onkel", "nabo", "naboen", "venn", "ven", "venninne",
  ]
  private static let onePerson: Set = [
    "eleven", "pasienten", "beboeren", "bebuaren", "brukeren", "brukaren", "læreren", "læraren",
    "naboen", "jenta", "gutten", "guten", "sykepleieren", "sjukepleiaren", "assistenten", "vikaren",
  ]
  private static let health = [
    "adhd", "autis", "asperger", "demens", "dement", "alzheimer", "kreft", "diabet", "epilep",
    "depre", "angst", "psykose", "psykotisk", "schizo", "hjerneslag", "parkinson", "anoreksi",
    "ptsd", "tourette", "bipolar", "downs",
  ]
  private static let rooms: Set = ["rom", "rommet", "leilighet", "leilegheit", "seng"]
  private static let months: Set = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
  ]
}
