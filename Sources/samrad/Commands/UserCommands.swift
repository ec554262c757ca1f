import Identity
import Kernel
import Tenancy
import UseCases
import Web

extension Command {
  static let users = [addUser, listUsers, disableUser, resetUser]

  private static let addUser = Command(
    "user add", ["SLUG"],
    options: [
      .database, .json, .email,
      Option("name", "NAME", "the person's name"),
      Option("role", "ROLE", "kommune_administrator, secretary, auditor or unit_leader"),
      Option("unit", "UNIT", "the unit the role is held in, by name or id"),
    ] + Option.posting, does: "adds a person, or gives one a role, and makes an invitation"
  ) { arguments in
    let instance = try Instance(arguments)
    let slug = arguments.positions[0]
    var values: [String: Value] = [
      "name": .text(try arguments.required("name")),
      "email": .text(try arguments.required("email")),
    ]
    if let role = arguments["role"] { values["role"] = .text(role) }
    if let unit = arguments["unit"] {
      let id = try instance.inKommune(slug, .read) { try ServiceUnit.matching(unit, in: $0).id }
      values["scope"] = .text("\(id)")
    } else if arguments["role"] == Role.unitLeader.rawValue {
      throw UsageError("Say which unit they lead: --unit NAME.")
    }
    show(try instance.perform(AddPerson.self, in: slug, values), instance, arguments)
  }

  private static let listUsers = Command(
    "user list", ["SLUG"], options: [.database, .json], does: "lists the people of a kommune"
  ) { arguments in
    let people = try Instance(arguments).perform(ListPeople.self, in: arguments.positions[0], [:])
    if arguments.has("json") { return Output.json(people) }
    Output.table(
      ["NAME", "EMAIL", "STATUS"], people.map { [$0.name, $0.email, $0.status.rawValue] })
  }

  private static let disableUser = Command(
    "user disable", ["SLUG"], options: [.database, .json, .email],
    does: "keeps a person from signing in, and signs them out everywhere"
  ) { arguments in
    let person = try Instance(arguments).perform(
      DisablePerson.self, in: arguments.positions[0],
      ["email": .text(try arguments.required("email"))])
    if arguments.has("json") { return Output.json(person) }
    Output.result("\(person.name) can no longer sign in.")
  }

  private static let resetUser = Command(
    "user reset", ["SLUG"],
    options: [
      .database, .json, .email,
      Option("without-code", nil, "turn their one-time codes off, for somebody who lost the phone"),
    ] + Option.posting,
    does: "makes a fresh invitation for a person who has no password, or forgot it"
  ) { arguments in
    let instance = try Instance(arguments)
    let invitation = try instance.perform(
      InvitePerson.self, in: arguments.positions[0],
      [
        "email": .text(try arguments.required("email")),
        "withoutCode": .flag(arguments.has("without-code")),
      ])
    show(invitation, instance, arguments)
  }

  private static func show(
    _ invitation: Invitation, _ instance: Instance, _ arguments: Arguments
  ) {
    let link = InvitationLink(invitation, arguments.positions[0], instance.settings.publicURL)
    arguments.has("json") ? Output.json(link) : link.print()
  }
}
