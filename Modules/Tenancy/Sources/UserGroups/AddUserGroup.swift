import Kernel
import UseCases
import Web

/// Adds a user group to the kommune's list (R054).
package struct AddUserGroup: UseCase, Readable {
  let group: UserGroup

  package static let permission = Permission.changeRules

  package init(_ input: inout Input) {
    group = UserGroup(
      code: input.text(
        "code", max: 40, "The code it gets: small letters from a to z, digits and hyphens."),
      name: Text(
        nb: input.text("name", max: 60, "What they are called, in bokmål."),
        nn: input.text("nameNn", max: 60, "What they are called, in nynorsk.")))
  }

  /// - Throws: `Refusal`.
  package func perform(in work: borrowing Work) throws -> UserGroup {
    try work.require(Self.permission)
    guard PathCode.isGood(group.code) else { throw Refusal.codeIsNoCode }
    let isFree = try UserGroup.all(in: work).allSatisfy {
      $0.code == group.code || !$0.reads(like: group)
    }
    guard isFree else { throw Refusal.nameIsTaken }
    // The keys decide, so that of two people at once one is told.
    guard try group.add({ try work.run($0) }) else {
      let sameCode = try UserGroup.find(group.code, in: work)
      throw sameCode == nil ? Refusal.nameIsTaken : .codeIsTaken
    }
    try work.record(
      "user-group-added", work.newID() as ID<UserGroup>, ["userGroup": group.code])
    return group
  }

  static let routes = Route.changing(
    Self.self, api: "/user-groups", page: TenancyPaths.userGroups, form: TenancyPaths.userGroups,
    "Adds a user group to the kommune's list.",
    done: Text(nb: "Brukergruppen er lagt til.", nn: "Brukargruppa er lagd til."),
    location: { TenancyPaths.userGroupInAPI($0.code) })

  /// Why a user group is not added.
  package enum Refusal: Kernel.Refusal {
    case codeIsNoCode
    case codeIsTaken
    case nameIsTaken

    package var kind: RefusalKind { self == .codeIsNoCode ? .invalid : .conflict }

    package var text: Text {
      switch self {
      case .codeIsNoCode:
        Text(
          nb: "Skriv en kode av små bokstaver fra a til z, tall og bindestrek.",
          nn: "Skriv ein kode av små bokstavar frå a til z, tal og bindestrek.",
          en: "Write a code of small letters from a to z, digits and hyphens.")
      case .codeIsTaken:
        Text(
          nb: "En brukergruppe på listen har denne koden. Velg en annen kode.",
          nn: "Ei brukargruppe på lista har denne koden. Vel ein annan kode.",
          en: "A user group of the list has this code. Choose another.")
      case .nameIsTaken: RenameUserGroup.Refusal.nameIsTaken.text
      }
    }

    package var fields: [FieldProblem] {
      [FieldProblem(self == .nameIsTaken ? "name" : "code", text)]
    }
  }
}
