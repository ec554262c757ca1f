import Kernel
import Tenancy
import UseCases
import Web

/// A file of councils on its way in: all of it, or nothing with every bad line named.
struct CouncilImport {
  let bytes: [UInt8]

  static let largest = 1 << 20

  /// Constitutes every council of the file, each as if it were sent alone.
  ///
  /// Nothing is written before all that can be told from the file has been held against the rules, so
  /// that a large file with a mistake is refused at once.
  ///
  /// - Throws: `InvalidInput` with a problem for each bad line.
  func perform(in work: borrowing Work) throws -> ImportedCouncils {
    let today = OsloTime(work.now).day
    let file = try CouncilFile(bytes, today: today)
    var rules = RulesByDay(today: try RuleSets.held(in: work), since: today)
    let units = try Units(ServiceUnit.all(in: work))
    var problems: [FieldProblem] = []
    var requests: [(lines: CouncilLines, request: ConstituteCouncil)] = []
    for lines in file.councils {
      try Self.noting(&problems, in: lines) {
        let unit = try units.named(lines.unit)
        var input = Input(lines.values(at: unit), today: today)
        let request = ConstituteCouncil(&input)
        try input.finish()
        let all = try rules.on(request.termStart, in: work)
        try Self.mustHaveColumns(
          for: request, under: unit.rules(named: request.ruleSet, among: all))
        _ = try request.checked(at: unit, under: all, on: today)
        requests.append((lines, request))
      }
      problems += lines.contradictions
    }
    guard problems.isEmpty else { throw InvalidInput(problems: problems) }
    for (lines, request) in requests {
      try Self.noting(&problems, in: lines) {
        _ = try request.constitute(under: rules.on(request.termStart, in: work), in: work)
      }
    }
    guard problems.isEmpty else { throw InvalidInput(problems: problems) }
    return ImportedCouncils(
      councils: requests.count, seats: requests.reduce(0) { $0 + $1.request.seats.count })
  }

  /// Refuses a council with what the file has no columns for.
  private static func mustHaveColumns(
    for request: ConstituteCouncil, under rules: RuleSet
  ) throws {
    let asksForOrganisations = request.seats.contains { seat in
      if case .onePerOrganisation = rules.group(seat.group)?.number { true } else { false }
    }
    guard !rules.hasCommonDeputies, !asksForOrganisations else {
      throw ImportRefusal.makeThisCouncilOnThePage(rules.name)
    }
  }

  private static func noting(
    _ problems: inout [FieldProblem], in lines: CouncilLines, _ body: () throws -> Void
  ) throws {
    do { try body() } catch let refusal as any Refusal {
      problems += lines.problems(of: refusal)
    }
  }
}

/// How many councils and seats a file has.
package struct ImportedCouncils: JSONRecord {
  package let councils: Int
  package let seats: Int

  package static let shape = Shape<ImportedCouncils>(
    "ImportedCouncils",
    [
      Field("councils", "How many councils the file has.") { $0.councils },
      Field("seats", "How many seats they have in all.") { $0.seats },
    ])
}

/// The rules on the days on which terms begin, read once for each.
private struct RulesByDay {
  private let today: Day
  private var known: [Day: [RuleSet]]

  init(today rules: [RuleSet], since today: Day) {
    self.today = today
    known = [today: rules]
  }

  mutating func on(_ day: Day, in work: borrowing Work) throws -> [RuleSet] {
    let day = max(day, today)
    if let rules = known[day] { return rules }
    let rules = try RuleSets.all(on: day, in: work)
    known[day] = rules
    return rules
  }
}

/// The kommune's units by id and by name.
private struct Units {
  private let all: [String: [ServiceUnit]]

  init(_ units: [ServiceUnit]) {
    all = Dictionary(grouping: units) { $0.name.lowercased() }
      .merging(units.map { ("\($0.id)", [$0]) }) { $1 }
  }

  func named(_ text: String) throws -> ServiceUnit {
    guard let found = all[text.lowercased()] else { throw ImportRefusal.thereIsNoSuchUnit(text) }
    guard found.count == 1 else { throw ImportRefusal.severalUnitsHaveThisName(text) }
    return found[0]
  }
}

/// Why a line names no unit, or begins a council that no file can hold.
enum ImportRefusal: Refusal, Equatable {
  case thereIsNoSuchUnit(String)
  case severalUnitsHaveThisName(String)
  case makeThisCouncilOnThePage(Text)

  var kind: RefusalKind { .invalid }

  var text: Text {
    switch self {
    case .thereIsNoSuchUnit(let name):
      Text(
        nb: "Ingen enhet heter «\(name)». Skriv navnet som det står på siden Enheter.",
        nn: "Inga eining heiter «\(name)». Skriv namnet som det står på sida Einingar.",
        en: "There is no unit «\(name)». See the list: GET /units")
    case .severalUnitsHaveThisName(let name):
      Text(
        nb: "Flere enheter heter «\(name)». Skriv id-en til den du mener.",
        nn: "Fleire einingar heiter «\(name)». Skriv id-en til den du meiner.",
        en: "Several units are called «\(name)». Write the id of the one you mean.")
    case .makeThisCouncilOnThePage(let type):
      Text(
        nb: "Filen har ikke kolonner for organisasjoner eller vara for hele rådet, som typen"
          + " «\(type.nb)» skal ha. Opprett rådet på siden Nytt råd.",
        nn: "Fila har ikkje kolonnar for organisasjonar eller vara for heile rådet, som typen"
          + " «\(type.nn)» skal ha. Opprett rådet på sida Nytt råd.",
        en: "The file has no columns for organisations or deputies of the whole council, which the"
          + " type «\(type.en)» has. Constitute it by itself: POST /councils")
    }
  }
}
