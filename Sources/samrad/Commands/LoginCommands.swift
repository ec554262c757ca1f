import Crypto
import Identity
import UseCases
import Web

extension Command {
  static let logins = [addLogin, listLogins, removeLogin]

  private static let name = Option("name", "NAME", "its name in addresses (the profile's)")

  private static let addLogin = Command(
    "login add", ["SLUG"],
    options: [
      .database, .publicURL, .secretFile, .json,
      Option("profile", "PROFILE", "the kind of issuer: \(profiles)"),
      Option("client-id", "ID", "who we are at the issuer"),
      Option("client-secret-file", "FILE", "the client's secret, or its RSA key in PEM"),
      Option("key-id", "ID", "the name the issuer has for that key"),
      Option("issuer", "URL", "the issuer, where the profile does not say"),
      Option("acr", "LEVEL", "the level of assurance that is asked for, at least"),
      Option("scopes", "SCOPES", "what is asked for (openid)"),
      Option("label", "TEXT", "what the button says it leads to"),
      name, Option("test", nil, "the profile's test issuer, or one on this machine"),
    ], does: "lets a kommune's people sign in with an issuer, or changes how"
  ) { arguments in
    let instance = try Instance(arguments)
    guard let key = instance.settings.key else {
      throw UsageError("The option --secret-file is missing: it seals the client's secret.")
    }
    let path = try arguments.required("client-secret-file")
    guard let secret = try? KeyFile.content(of: path) else {
      throw UsageError("The file \(path) cannot be read, or others may read it: chmod 600 \(path).")
    }
    var input = Input(
      values(
        arguments, "profile", "client-id", "key-id", "issuer", "acr", "scopes", "label", "name",
        "test"), lenient: true)
    let action = AddLogin(&input, secret: secret, key: key)
    try input.finish()
    let slug = arguments.positions[0]
    let login = try instance.inKommune(slug) { try $0.perform(action) }
    if arguments.has("json") { return Output.json(login) }
    Output.line("Give the issuer these addresses of ours:")
    let home = "\(instance.settings.publicURL.text)/\(slug)/logg-inn"
    Output.table(
      ["ADDRESS", "FOR"],
      [
        ["\(home)/\(login.name)/svar", "coming back signed in"],
        ["\(home)/\(login.name)/avsluttet", "signing out elsewhere (front-channel logout)"],
        [home, "coming back signed out"],
      ])
  }

  private static let listLogins = Command(
    "login list", ["SLUG"], options: [.database, .json],
    does: "lists the issuers a kommune's people sign in with"
  ) { arguments in
    let logins = try Instance(arguments).perform(ListLogins.self, in: arguments.positions[0], [:])
    if arguments.has("json") { return Output.json(logins) }
    Output.table(
      ["NAME", "PROFILE", "ISSUER", "CLIENT", "LEVEL"],
      logins.map { [$0.name, $0.profile.rawValue, $0.issuer, $0.client, $0.level ?? "-"] })
  }

  private static let removeLogin = Command(
    "login remove", ["SLUG"], options: [.database, .json, name],
    does: "takes a login away at once, and ends the sessions that began with it"
  ) { arguments in
    let login = try Instance(arguments).perform(
      RemoveLogin.self, in: arguments.positions[0],
      ["name": .text(try arguments.required("name"))])
    if arguments.has("json") { return Output.json(login) }
    Output.result("Nobody signs in with \(login.name) any more.")
  }

  private static func values(_ arguments: Arguments, _ names: String...) -> [String: Value] {
    var values: [String: Value] = [:]
    for name in names { values[name] = arguments[name].map(Value.text) }
    return values
  }

  private static let profiles = LoginProfile.allCases.map(\.rawValue).joined(separator: ", ")
}
