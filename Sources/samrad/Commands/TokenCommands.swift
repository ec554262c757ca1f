import Identity
import UseCases
import Web

extension Command {
  static let tokens = [createToken, listTokens, revokeToken]

  private static let name = Option("name", "NAME", "what the program is called")

  private static let createToken = Command(
    "token create", ["SLUG"],
    options: [
      .database, .json, name,
      Option("role", "ROLE", "what the program may do: \(roles)"),
      Option("expires", "DAYS", "how many days it works, 1 to 730 (365)"),
    ], does: "makes an API token; its secret is shown this once, alone on standard output"
  ) { arguments in
    var values: [String: Value] = [
      "name": .text(try arguments.required("name")), "role": .text(try arguments.required("role")),
    ]
    if let days = arguments["expires"] { values["expires"] = .text(days) }
    let token = try Instance(arguments).perform(
      CreateToken.self, in: arguments.positions[0], values)
    if arguments.has("json") { return Output.json(token) }
    Output.line("The token works until \(token.expiresAt). Its secret, shown this once:")
    Output.result(token.secret)
  }

  private static let listTokens = Command(
    "token list", ["SLUG"], options: [.database, .json], does: "lists a kommune's API tokens"
  ) { arguments in
    let tokens = try Instance(arguments).perform(ListTokens.self, in: arguments.positions[0], [:])
    if arguments.has("json") { return Output.json(tokens) }
    Output.table(
      ["NAME", "ROLE", "EXPIRES", "REVOKED", "LAST USED"],
      tokens.map {
        [
          $0.name, $0.role.rawValue, "\($0.expiresAt)", $0.revokedAt.map { "\($0)" } ?? "-",
          $0.usedAt.map { "\($0)" } ?? "-",
        ]
      })
  }

  private static let revokeToken = Command(
    "token revoke", ["SLUG"], options: [.database, .json, name],
    does: "takes an API token's rights away at once"
  ) { arguments in
    let token = try Instance(arguments).perform(
      RevokeToken.self, in: arguments.positions[0],
      ["name": .text(try arguments.required("name"))])
    if arguments.has("json") { return Output.json(token) }
    Output.result("The token \(token.name) no longer works.")
  }

  private static let roles = CreateToken.roles.map(\.rawValue).joined(separator: ", ")
}
