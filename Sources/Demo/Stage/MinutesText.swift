import Kernel
import Meetings

/// The text of minutes, a paragraph for each item.
struct MinutesText {
  let start: Instant
  let results: [(topic: Topic, result: BallotResult?)]

  var body: String {
    let opening =
      "Møtet ble åpnet klokka \(clock). Innkallingen og sakslisten ble godkjent uten merknader."
    let items = results.enumerated().map { index, entry in
      "Sak \(index + 1): \(entry.topic.title)\(mark(entry.topic.title)) \(entry.topic.said)"
        + (entry.result?.ballot.tally.map { " \(sentence($0))" } ?? "")
    }
    return ([opening] + items + ["Rådets leder takket for et godt møte."]).joined(separator: "\n")
  }

  private var clock: String {
    String(OsloTime(start).clock.map { $0 == ":" ? "." : $0 })
  }

  private func mark(_ title: String) -> String { title.hasSuffix("?") ? "" : "." }

  private func sentence(_ tally: Tally) -> String {
    let blank = tally.blank == 0 ? "" : " \(Self.word(tally.blank)) stemte blankt."
    guard tally.isAdopted else {
      return tally.isTie
        ? "Forslaget fikk like mange stemmer for og mot, og ble derfor ikke vedtatt.\(blank)"
        : "Flertallet ville vente. Forslaget falt med \(tally.no) mot \(tally.yes) \(votes(tally.yes)).\(blank)"
    }
    guard tally.no > 0 else {
      return tally.blank == 0
        ? "Rådet vedtok dette enstemmig." : "Rådet vedtok dette uten stemmer mot.\(blank)"
    }
    return "Rådet vedtok dette med \(tally.yes) mot \(tally.no) \(votes(tally.no)).\(blank)"
  }

  private func votes(_ count: Int) -> String { count == 1 ? "stemme" : "stemmer" }

  private static func word(_ count: Int) -> String {
    count == 1 ? "Én" : count == 2 ? "To" : "\(count)"
  }
}
