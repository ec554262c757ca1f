import Database

extension TenancyModule {
  /// The kommune's list of whom members speak for, which a group of seats may name.
  static let userGroups = Migration(
    "tenancy", "0006-user-groups",
    [
      Table(
        "tenancy_user_group",
        .column("code", .text), .column("nb", .text), .column("nn", .text),
        .primaryKey(["code"]),
        .unique(["nb"]),
        .unique(["nn"]),
        .check("code_is_not_blank", "length(trim(code)) > 0"),
        .check("name_is_not_blank", "length(trim(nb)) > 0 AND length(trim(nn)) > 0"))
    ],
    reshaping: [groupOfRules], altering: [indexOfGroups], copying: usualUserGroups)

  /// What has been decided stays as it was: older versions name no user group.
  private static let groupOfRules = Table(
    "tenancy_rules_group",
    .column("rule_set", .text),
    .column("version", .integer),
    .column("code", .text),
    .column("position", .integer),
    .column("nb", .text),
    .column("nn", .text),
    .column("kind", .text),
    .column("number", .text),
    .column("votes", .flag),
    .column("may_propose", .flag),
    .column("may_speak", .flag),
    .column("chosen_by", .text),
    .column("chosen_by_nb", .text, optional: true),
    .column("chosen_by_nn", .text, optional: true),
    .column("names_are_public", .flag),
    .column("user_group", .text, optional: true),
    .primaryKey(["rule_set", "version", "code"]),
    .references(["rule_set", "version"], "tenancy_rules", ["rule_set", "version"]),
    .references(["user_group"], "tenancy_user_group", ["code"]),
    .check("code_is_not_blank", "length(trim(code)) > 0"))

  private static let indexOfGroups = Table(
    "tenancy_rules_group", .index(["user_group"], where: "user_group IS NOT NULL"))

  /// Every kommune has each word once, so this gives it each group once.
  private static let usualUserGroups = [
    ("elev", "elever", "elevar"), ("forelder", "foreldre", "foreldre"),
    ("pasient", "pasienter", "pasientar"), ("parorende", "pårørende", "pårørande"),
    ("eldre", "eldre", "eldre"), ("beboer", "beboere", "bebuarar"),
    ("tjenestemottaker", "tjenestemottakere", "tenestemottakarar"),
  ].map { code, nb, nn in
    Copying(
      "tenancy_word", to: "tenancy_user_group", where: "code = 'user_council'",
      ["code": "'\(code)'", "nb": "'\(nb)'", "nn": "'\(nn)'"])
  }
}
