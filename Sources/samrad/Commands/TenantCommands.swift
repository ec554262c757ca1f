import Database
import Identity
import Kernel
import Tenancy
import Web

extension Command {
  static let tenants = [
    addTenant, listTenants, showTenant, setTenant, suspendTenant, resumeTenant, renameTenant,
    verifyTenant, eraseTenant,
  ]

  private static let addTenant = Command(
    "tenant add", ["NUMBER"],
    options: [
      .database, .json,
      Option("slug", "SLUG", "its name in URLs, such as trondheim"),
      Option("preset", "PRESET", "words and rules: \(presets) (trondheim)"),
      Option("language", "nb|nn", "the language its pages open in (nb)"),
      Option("host", "HOST", "a host name of its own"),
      Option("admin", "EMAIL", "its administrator, who gets an invitation"),
      organisation,
    ] + Option.posting, does: "onboards a kommune, with an invitation for its administrator"
  ) { arguments in
    let instance = try Instance(arguments)
    let language = arguments["language"] ?? "nb"
    guard let language = Language(rawValue: language), language != .english else {
      throw UsageError("The language is nb or nn.")
    }
    let number = try arguments["organisation-number"].map(organisationNumber)
    let outcome = try AddTenant(
      number: arguments.positions[0], slug: try arguments.required("slug"),
      preset: arguments["preset"] ?? "trondheim", language: language, host: arguments["host"],
      administrator: try arguments.required("admin")
    ).perform(
      in: try instance.openAsOwner(), migrator: Instance.composition.migrator, at: Clock.system.now,
      ids: IDSource(), of: instance.settings)
    if let number {
      _ = try instance.inKommune(outcome.tenant.slug) {
        try $0.perform(SetOrganisationNumber(number))
      }
    }
    let link = InvitationLink(outcome.invitation, outcome.tenant.slug, instance.settings.publicURL)
    if arguments.has("json") { return Output.json(AddedTenant(tenant: outcome.tenant, link: link)) }
    Output.line("\(outcome.tenant.name) is onboarded as \(outcome.tenant.slug).")
    link.print()
  }

  private static let listTenants = Command(
    "tenant list", options: [.database, .json], does: "lists the kommuner on this instance"
  ) { arguments in
    let tenants = try Instance(arguments).open().catalog { try $0.tenants() }
    if arguments.has("json") { return Output.json(tenants.map(TenantRecord.init)) }
    Output.table(
      ["SLUG", "NAME", "COUNTY", "STATUS"],
      tenants.map { [$0.slug, $0.name, $0.county, $0.status.rawValue] })
  }

  private static let showTenant = Command(
    "tenant show", ["SLUG"], options: [.database, .json], does: "shows one kommune"
  ) { arguments in
    let tenant = try Instance(arguments).inKommune(arguments.positions[0], .read) { try $0.tenant }
    show(tenant, arguments)
  }

  private static let setTenant = Command(
    "tenant set", ["SLUG"], options: [.database, organisation],
    does: "says which organisation a kommune is, for programs with a token of Maskinporten"
  ) { arguments in
    let number = try organisationNumber(try arguments.required("organisation-number"))
    let slug = arguments.positions[0]
    _ = try Instance(arguments).inKommune(slug) { try $0.perform(SetOrganisationNumber(number)) }
    Output.result("\(slug) is the organisation \(number.text).")
  }

  private static let organisation = Option(
    "organisation-number", "NUMBER", "its nine digits in the register of organisations")

  private static func organisationNumber(_ text: String) throws -> OrganisationNumber {
    guard let number = OrganisationNumber(text) else {
      throw UsageError("The organisation number has nine digits, of which the last one checks.")
    }
    return number
  }

  private static let suspendTenant = Command(
    "tenant suspend", ["SLUG"], options: [.database, .json],
    does: "stops serving a kommune at once; its data stays"
  ) { try setStatus(.suspended, $0) }

  private static let resumeTenant = Command(
    "tenant resume", ["SLUG"], options: [.database, .json], does: "serves a suspended kommune again"
  ) { try setStatus(.active, $0) }

  private static func setStatus(_ status: TenantStatus, _ arguments: Arguments) throws {
    let store = try Instance(arguments).openAsOwner()
    show(
      try SetTenantStatus(slug: arguments.positions[0], status: status).perform(in: store),
      arguments)
  }

  private static let renameTenant = Command(
    "tenant rename", ["SLUG"],
    options: [
      .database, .json,
      Option("slug", "SLUG", "its new name in URLs"),
      Option("host", "HOST", "its new host name"),
      Option("no-host", nil, "takes its host name away"),
    ], does: "gives a kommune another slug or host name; the old ones end at once"
  ) { arguments in
    let host: RenameTenant.Host
    switch (arguments["host"], arguments.has("no-host")) {
    case (nil, false): host = .unchanged
    case (nil, true): host = .none
    case (let name?, false): host = .named(name)
    default: throw UsageError("Use --host or --no-host, not both.")
    }
    guard arguments["slug"] != nil || host != .unchanged else {
      throw UsageError("Say what to change: --slug, --host or --no-host.")
    }
    let rename = RenameTenant(
      slug: arguments.positions[0], newSlug: arguments["slug"], host: host)
    show(try rename.perform(in: try Instance(arguments).openAsOwner()), arguments)
  }

  static func show(_ tenant: Tenant, _ arguments: Arguments) {
    if arguments.has("json") { return Output.json(TenantRecord(tenant)) }
    Output.table(
      ["SLUG", "NAME", "COUNTY", "HOST", "LANGUAGE", "PRESET", "STATUS"],
      [
        [
          tenant.slug, tenant.name, tenant.county, tenant.host ?? "-", tenant.language.rawValue,
          tenant.preset, tenant.status.rawValue,
        ]
      ])
  }

  private static let presets = Preset.all.map(\.code).joined(separator: ", ")
}
