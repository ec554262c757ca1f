import Database
import Web

/// Kommuner with their words, rules, service areas and units.
package enum TenancyModule {
  /// The tables of a kommune's own words, rules and units.
  package static let migrations = [
    Migration(
      "tenancy", "0001-words-rules-units",
      Table(
        "tenancy_word",
        .column("code", .text), .column("nb", .text), .column("nn", .text),
        .primaryKey(["code"])),
      Table(
        "tenancy_service_area",
        .column("code", .text), .column("nb", .text), .column("nn", .text),
        .primaryKey(["code"])),
      Table(
        "tenancy_rule_set",
        .column("code", .text),
        .column("nb", .text),
        .column("nn", .text),
        .column("sizes", .text),
        .column("term_years", .integer),
        .column("deputies", .text),
        .column("quorum", .text),
        .column("answer_days", .integer),
        .primaryKey(["code"]),
        .check("term_is_one_to_four_years", "term_years BETWEEN 1 AND 4"),
        .check("deputies_are_known", "deputies IN ('none', 'personal')"),
        .check("quorum_is_known", "quorum IN ('none', 'half')"),
        .check("answer_days_are_positive", "answer_days > 0")),
      Table(
        "tenancy_rule_unit_type",
        .column("rule_set", .text), .column("unit_type", .text), .column("is_mandatory", .flag),
        .primaryKey(["unit_type", "rule_set"]),
        .references(["rule_set"], "tenancy_rule_set", ["code"])),
      Table(
        "tenancy_seat_group",
        .column("rule_set", .text),
        .column("code", .text),
        .column("position", .integer),
        .column("nb", .text),
        .column("nn", .text),
        .column("minimum", .integer),
        .column("maximum", .integer),
        .column("votes", .flag),
        .column("chosen_by_nb", .text),
        .column("chosen_by_nn", .text),
        .primaryKey(["rule_set", "code"]),
        .references(["rule_set"], "tenancy_rule_set", ["code"]),
        .check("numbers_make_sense", "minimum >= 0 AND maximum >= minimum")),
      Table(
        "tenancy_unit",
        .column("id", .id),
        .column("type", .text),
        .column("name", .text),
        .column("area", .text),
        .column("organisation_number", .text, optional: true),
        .column("service_area", .text),
        .primaryKey(["id"]),
        .unique(["type", "name"]),
        .unique(["organisation_number"], where: "organisation_number IS NOT NULL"),
        .index(["name", "id"]),
        .references(["service_area"], "tenancy_service_area", ["code"]),
        .check("name_is_not_blank", "length(trim(name)) > 0"))),
    Migration("tenancy", "0002-rules-in-full", ruleTables, copying: ruleCopies),
  ]

  /// What goes when no other module's tables refer to it any more, and the steps since.
  package static let laterMigrations = [
    Migration(
      "tenancy", "0003-without-the-first-rules",
      dropping: ["tenancy_seat_group", "tenancy_rule_unit_type", "tenancy_rule_set"]),
    Migration("tenancy", "0004-duties-and-links", DutyHolder.table, InfoLink.table),
    Migration(
      "tenancy", "0005-purposes",
      altering: [
        Table(
          "tenancy_rules",
          .column("purpose", .text, default: "''"), .column("purpose_nn", .text, default: "''"))
      ]),
    userGroups,
    Migration("tenancy", "0007-rule-withdrawals", RuleWithdrawal.table),
  ]

  /// Every way in.
  package static var routes: [Route] {
    ShowKommune.routes + ListUnits.routes + ReadUnit.routes + ListRuleSets.routes
      + ReadRuleSet.routes + AddRuleSet.routes + PrepareRuleSet.routes + SetDutyHolder.routes
      + ReadInfoLink.routes + SetInfoLink.routes + ListUserGroups.routes + AddUserGroup.routes
      + RenameUserGroup.routes + RemoveUserGroup.routes + ReadRuleVersion.routes
      + WithdrawRules.routes
  }
}

/// The paths of this module.
package enum TenancyPaths {
  package static let front: Path = "/"
  package static let units: Path = "/enheter"
  package static let unit: Path = "/enheter/{unit}"
  /// Where the form on a unit's page is sent that says who has the duty.
  static let duty: Path = "/enheter/{unit}/ansvar"
  package static let rules: Path = "/regler"
  package static let ruleSet: Path = "/regler/{ruleSet}"
  /// The form to add a type of council from the library.
  static let newRuleSet: Path = "/regler/nytt"
  /// The form to change a rule set, which the module that knows the councils shows.
  package static let ruleChange: Path = "/regler/{ruleSet}/endring"
  /// One version of a rule set, whether it holds or not.
  package static let ruleVersion: Path = "/regler/{ruleSet}/utgaver/{number}"
  /// Where the form is sent that withdraws what is decided for later.
  static let ruleWithdrawal: Path = "/regler/{ruleSet}/tilbaketrekking"
  package static let ruleSetInAPI: Path = "/rule-sets/{ruleSet}"
  /// The kommune's own page about a type of council.
  package static let infoLink: Path = "/regler/{ruleSet}/lenke"
  static let infoLinkInAPI: Path = "/rule-sets/{ruleSet}/info-link"
  /// Whom members speak for: the list, and where its forms are sent.
  package static let userGroups: Path = "/brukergrupper"
  static let userGroup: Path = "/brukergrupper/{userGroup}"
  static let userGroupRemoval: Path = "/brukergrupper/{userGroup}/fjerning"
  static let userGroupInAPI: Path = "/user-groups/{userGroup}"
}
