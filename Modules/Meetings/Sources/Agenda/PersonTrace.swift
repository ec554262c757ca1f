import Kernel
import Web

/// Something in a draft that points to one person.
///
/// It knows a few words, not people: it misses much, and what it finds may be harmless. It only ever
/// points out.
package struct PersonTrace: JSONRecord, Hashable {
  let kind: Kind
  /// The words, as they stand in the draft.
  let words: String

  package static let shape = Shape<PersonTrace>(
    "PersonTrace",
    [
      Field("kind", "What it is.") { $0.kind },
      Field("words", "The words, as they stand in the draft.") { $0.words },
    ])

  enum Kind: String, JSONValue, CaseIterable {
    case person, name, date, room, health, initials

    /// What to write instead.
    var advice: Text {
      switch self {
      case .person:
        Text(
          nb: "peker på én. Skriv hvem det gjelder for, som «elever» eller «pårørende».",
          nn: "peikar på éin. Skriv kven det gjeld for, som «elevar» eller «pårørande».")
      case .name:
        Text(nb: "kan være et navn. Ta det bort.", nn: "kan vere eit namn. Ta det bort.")
      case .date:
        Text(
          nb: "kan vise hvem det er. Skriv heller «i vinter» eller «flere ganger».",
          nn: "kan vise kven det er. Skriv heller «i vinter» eller «fleire gonger».")
      case .room:
        Text(
          nb: "viser hvem som bor der. Skriv heller avdelingen eller huset.",
          nn: "viser kven som bur der. Skriv heller avdelinga eller huset.")
      case .health:
        Text(
          nb: "er helse. Skriv hva tjenesten kan gjøre, ikke hva noen feiler.",
          nn: "er helse. Skriv kva tenesta kan gjere, ikkje kva nokon feilar.")
      case .initials:
        Text(
          nb: "kan være forbokstavene til noen. Ta dem bort.",
          nn: "kan vere førebokstavane til nokon. Ta dei bort.")
      }
    }
  }

  /// What a text holds, in the order it stands there, each thing once.
  static func all(in text: String) -> [PersonTrace] {
    let words = text.split(whereSeparator: \.isWhitespace).map(DraftWord.init)
    var traces: [PersonTrace] = []
    for index in words.indices {
      for trace in found(at: index, words) where !traces.contains(trace) { traces.append(trace) }
    }
    return traces
  }

  private static func found(at index: Int, _ words: [DraftWord]) -> [PersonTrace] {
    let word = words[index]
    let next = words.dropFirst(index + 1).first
    var traces: [PersonTrace] = []
    func note(_ kind: Kind, _ count: Int) {
      let found = words[index..<min(index + count, words.endIndex)]
      traces.append(PersonTrace(kind: kind, words: DraftWord.phrase(found)))
    }
    if word.isInitials { note(.initials, 1) }
    if word.isInitial, next?.isInitial == true { note(.initials, 2) }
    if word.isDate { note(.date, 1) }
    if word.isDayOfMonth, next?.isMonth == true, words.dropFirst(index + 2).first?.isYear == true {
      note(.date, 3)
    }
    if word.isHealth { note(.health, 1) }
    if word.isRoom, next?.isNumber == true { note(.room, 2) }
    if word.isRoom, next?.isNumberWord == true { note(.room, 3) }
    if let next, word.isOwner && next.isKin || word.isKin && next.isOwner {
      note(.person, 2)
    } else if word.isOnePerson {
      note(.person, 1)
    }
    if word.isOnePerson || word.isKin || word.isCalled, next?.isCapitalised == true,
      !word.endsSentence
    {
      let last =
        words.dropFirst(index + 2).first?.isCapitalised == true && next?.endsSentence == false
      let names = words[(index + 1)...(last ? index + 2 : index + 1)]
      traces.append(PersonTrace(kind: .name, words: DraftWord.phrase(names)))
    }
    return traces
  }
}
