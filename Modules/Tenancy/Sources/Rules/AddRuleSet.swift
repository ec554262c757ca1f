import Kernel
import UseCases
import Web

/// Adds a type of council with the rules of another kommune, to be changed from there.
package struct AddRuleSet: UseCase, Readable {
  let library: String
  let code: String
  let name: Text?
  let decided: Decided

  package static let permission = Permission.changeRules

  package init(_ input: inout Input) {
    library = input.text("library", max: 60, "The code of the rules to start from.")
    code = input.text(
      "code", max: 60, "The code it gets: small letters from a to z, digits and hyphens.")
    let nb = input.optionalText(
      "name", max: 100, "What it is called, in bokmål; as in the library if left out.")
    let nn = input.optionalText("nameNn", max: 100, "What it is called, in nynorsk.")
    name = (nb ?? nn).map { Text(nb: nb ?? $0, nn: nn ?? $0) }
    decided = Decided(&input)
  }

  /// - Throws: `Refusal`; `RuleDraftRefusal` when it is decided on a day to come.
  package func perform(in work: borrowing Work) throws -> RuleSet {
    try work.require(Self.permission)
    guard var rules = RuleLibrary.all.first(where: { $0.code == library }) else {
      throw Refusal.libraryHasNoSuchRules
    }
    // The page for a new rule set is at `nytt`.
    guard code != "nytt", PathCode.isGood(code) else { throw Refusal.codeIsNoCode }
    // What the list holds stays on it until the rules that name it are there.
    _ = try RuleSets.held(in: work)
    rules.code = code
    rules.name = name ?? rules.name
    let today = OsloTime(work.now).day
    let decision = decided.holding(from: today)
    try decision.mustBeTaken(by: today)
    rules.groups = try rules.groups.map { try listed($0, in: work) }
    guard try RuleSets.add(rules, decision, in: work) else { throw Refusal.codeIsTaken }
    try work.record(
      "rule-set-added", work.newID() as ID<Never>, ["ruleSet": code, "library": library])
    return rules
  }

  /// The group with a user group of the kommune's list: the one of its code, or called the same, or
  /// else the usual one, which is put on the list so that the council speaks for whom it should.
  private func listed(_ group: SeatGroup, in work: borrowing Work) throws -> SeatGroup {
    guard let usual = group.userGroup else { return group }
    let list = try UserGroup.all(in: work)
    let own = list.first { $0.code == usual.code } ?? list.first { $0.reads(like: usual) }
    if own == nil, try usual.add({ try work.run($0) }) {
      try work.record(
        "user-group-added", work.newID() as ID<UserGroup>, ["userGroup": usual.code])
    }
    return group.speaking(for: own ?? usual)
  }

  static let routes = Route.changing(
    Self.self, api: "/rule-sets", page: TenancyPaths.newRuleSet, form: TenancyPaths.newRuleSet,
    "Adds a type of council from the library.",
    done: Text(
      nb: "Regelsettet er lagt til. Se over det, og endre det som skal være annerledes.",
      nn: "Regelsettet er lagt til. Sjå over det, og endre det som skal vere annleis."),
    location: { TenancyPaths.ruleSetInAPI($0.code) }, then: { TenancyPaths.ruleSet($0.code) })

  /// Why a type of council is not added.
  package enum Refusal: Kernel.Refusal {
    case libraryHasNoSuchRules
    case codeIsNoCode
    case codeIsTaken

    package var kind: RefusalKind { self == .codeIsTaken ? .conflict : .invalid }

    package var text: Text {
      switch self {
      case .libraryHasNoSuchRules:
        Text(
          nb: "Velg en av typene på listen.", nn: "Vel ein av typane på lista.",
          en: "The library has no such rules. See /rule-library.")
      case .codeIsNoCode:
        Text(
          nb: "Skriv en kode av små bokstaver fra a til z, tall og bindestrek.",
          nn: "Skriv ein kode av små bokstavar frå a til z, tal og bindestrek.",
          en: "Write a code of small letters from a to z, digits and hyphens.")
      case .codeIsTaken:
        Text(
          nb: "Kommunen har et regelsett med denne koden. Velg en annen kode, eller endre det.",
          nn: "Kommunen har eit regelsett med denne koden. Vel ein annan kode, eller endre det.",
          en: "The kommune has a rule set of this code. Choose another code, or change that one.")
      }
    }

    package var fields: [FieldProblem] {
      [FieldProblem(self == .libraryHasNoSuchRules ? "library" : "code", text)]
    }
  }
}
