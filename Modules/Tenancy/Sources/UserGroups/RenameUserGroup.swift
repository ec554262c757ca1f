import Database
import Kernel
import UseCases
import Web

/// Gives a user group of the kommune's list another name; rules that name it show the new one (R054).
package struct RenameUserGroup: UseCase, Readable {
  let group: UserGroup

  package static let permission = Permission.changeRules

  package init(_ input: inout Input) {
    group = UserGroup(
      code: input.text("userGroup", max: 40, "The code of the user group."),
      name: Text(
        nb: input.text("name", max: 60, "What they are called, in bokmål."),
        nn: input.text("nameNn", max: 60, "What they are called, in nynorsk.")))
  }

  /// - Throws: `Refusal`; `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> UserGroup {
    try work.require(Self.permission)
    let groups = try UserGroup.all(in: work)
    _ = try groups.first { $0.code == group.code }.orNotFound()
    guard groups.allSatisfy({ $0.code == group.code || !$0.reads(like: group) }) else {
      throw Refusal.nameIsTaken
    }
    try work.run(
      """
      UPDATE tenancy_user_group SET nb = \(group.name.nb), nn = \(group.name.nn)
      WHERE code = \(group.code)
      """)
    try work.record(
      "user-group-renamed", work.newID() as ID<UserGroup>, ["userGroup": group.code])
    return group
  }

  static let routes = Route.changing(
    Self.self, .put, api: TenancyPaths.userGroupInAPI, page: TenancyPaths.userGroup,
    form: TenancyPaths.userGroups, "Gives a user group another name.",
    done: Text(nb: "Navnet er lagret.", nn: "Namnet er lagra."))

  /// Why a user group does not get a name.
  package enum Refusal: Kernel.Refusal {
    case nameIsTaken

    package var kind: RefusalKind { .conflict }
    package var fields: [FieldProblem] { [FieldProblem("name", text)] }
    package var text: Text {
      Text(
        nb: "En brukergruppe på listen heter det samme. Velg et annet navn.",
        nn: "Ei brukargruppe på lista heiter det same. Vel eit anna namn.",
        en: "A user group of the list is called the same. Choose another name.")
    }
  }
}
