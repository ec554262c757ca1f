import Kernel
import Web

extension SeatGroup {
  /// Reads a group; nil for a form's row that was not used, and for one that could not be read.
  init?(_ input: inout Input) {
    guard !input.isLeftBlank("code", "name") else { return nil }
    let code = input.text("code", max: 40, "Its code, to name it by: letters, digits, hyphens.")
    let name = Text(
      nb: input.text("name", max: 60, "What it is called, in bokmål."),
      nn: input.text("nameNn", max: 60, "What it is called, in nynorsk."))
    let kind = input.choice("kind", of: GroupKind.self, "Whom its members speak for.")
    let number = input.numberRule(
      "number", "How many, such as `3`, `3,5`, `2-6`, `=code` or `org:11`; empty for any number.")
    let votes = input.flag("votes", "Whether its members vote.")
    let mayPropose = input.flag("mayPropose", "Whether its members may propose items.")
    let maySpeak = input.flag("maySpeak", "Whether its members may speak in meetings.")
    let chosenBy = input.choice("chosenBy", of: ElectingBody.self, "Who chooses its members.")
    let nb = input.optionalText(
      "electors", max: 100, "What that body is called here, in bokmål, if not as usual.")
    let nn = input.optionalText("electorsNn", max: 100, "The same, in nynorsk.")
    let namesArePublic = input.flag(
      "namesArePublic", "Whether everybody can read who its members are.")
    let userGroup = input.optionalText(
      "userGroup", max: 40, "The code of the user group its members speak for.")
    guard let kind, let number, let chosenBy else { return nil }
    self.init(
      code, name, kind, number, votes: votes, mayPropose: mayPropose, maySpeak: maySpeak,
      by: chosenBy, called: Self.name(nb, nn, insteadOf: chosenBy.text),
      namesArePublic: namesArePublic,
      for: userGroup.map { UserGroup(code: $0, name: Text(same: $0)) })
  }

  /// A name of its own, unless it is the usual one, which whoever sends back what they have read repeats.
  private static func name(_ nb: String?, _ nn: String?, insteadOf usual: Text) -> Text? {
    guard let first = nb ?? nn else { return nil }
    let name = Text(nb: nb ?? first, nn: nn ?? first)
    return name.nb == usual.nb && name.nn == usual.nn ? nil : name
  }
}
