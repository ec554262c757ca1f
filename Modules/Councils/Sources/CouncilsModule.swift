import Database
import Web

/// User councils: which there are, who sits in them, and who may do what there.
package enum CouncilsModule {
  /// The tables of councils and seats.
  package static let migrations = [
    Migration(
      "councils", "0001-councils-seats",
      Table(
        "councils_council",
        .column("id", .id),
        .column("unit_id", .id),
        .column("name", .text),
        .column("rule_set", .text),
        .column("legal_basis", .text),
        .column("status", .text),
        .column("constituted_on", .day),
        .column("version", .integer),
        .primaryKey(["id"]),
        .unique(["unit_id", "name"]),
        .index(["name", "id"]),
        .references("unit_id", "tenancy_unit"),
        .references(["rule_set"], "tenancy_rule_set", ["code"]),
        .check("name_is_not_blank", "length(trim(name)) > 0"),
        .check("status_is_known", "status IN ('constituted', 'inactive', 'dissolved')")),
      Table(
        "councils_seat",
        .column("id", .id),
        .column("council_id", .id),
        .column("group_code", .text),
        .column("votes", .flag),
        .column("person_id", .id),
        .column("deputy_id", .id, optional: true),
        .column("is_leader", .flag),
        .column("term_start", .day),
        .column("term_end", .day),
        .primaryKey(["id"]),
        // What an attendance refers to, so that only user representatives can have a vote (R101).
        .unique(["id", "votes"]),
        .unique(["council_id", "person_id", "term_start"]),
        .unique(["council_id", "deputy_id", "term_start"], where: "deputy_id IS NOT NULL"),
        .unique(["council_id", "term_start"], where: "is_leader"),
        .index(["person_id"]),
        .index(["deputy_id"], where: "deputy_id IS NOT NULL"),
        .references("council_id", "councils_council"),
        .references("person_id", "identity_person"),
        .references("deputy_id", "identity_person"),
        .check("term_has_an_end", "term_end > term_start"),
        .check("deputy_is_another_person", "deputy_id IS NULL OR deputy_id <> person_id"),
        .check("leader_is_a_user_representative", "votes OR NOT is_leader"))),
    Migration(
      "councils", "0002-types-of-council",
      reshaping: [CouncilTables.council(["constituted", "inactive", "dissolved"])]),
    Migration("councils", "0003-deviations", DeviationTables.deviation),
    Migration(
      "councils", "0004-status-history", [StatusTable.status],
      altering: [StatusTable.guardOfCouncil], copying: StatusTable.copies),
    Migration(
      "councils", "0005-people", [PeopleTables.organisation, PeopleTables.deputy],
      reshaping: [PeopleTables.seat], altering: [replacement]),
    Migration(
      "councils", "0006-elections",
      [ElectionTables.election, ElectionTables.candidate, ElectionTables.interest],
      reshaping: [
        CouncilTables.council(["forming", "constituted", "inactive", "dissolved"])
      ]),
    Migration(
      "councils", "0007-terms", [TermTables.reminder], altering: [TermTables.endOfSeat]),
    Migration(
      "councils", "0008-onboarding", OnboardingTables.welcome, OnboardingTables.confidentiality,
      OnboardingTables.declaration, OnboardingTables.training),
    Migration(
      "councils", "0009-by-type", altering: [Table("councils_council", .index(["rule_set"]))]),
    Migration("councils", "0011-one-place-each", altering: PeopleTables.onePlaceEach),
    Migration(
      "councils", "0012-deviations", [DeviationTables.decision], copying: DeviationTables.copies,
      dropping: ["councils_deviation"]),
    ElectionGuards.step,
  ]

  /// One seat is taken over by one person.
  private static let replacement = Table(
    "councils_seat", .unique(["replaces_id"], where: "replaces_id IS NOT NULL"))

  /// What happens by itself.
  package static let jobs = [RemindOfTerms.job, ForgetInterests.job]

  /// Every way in.
  package static var routes: [Route] {
    councils + register + lives + people + onboarding + rules
      + electionRoutes
  }

  private static var rules: [Route] {
    PrepareRuleChange.routes + PreviewRuleChange.routes + ChangeRuleSet.routes
      + ListDeviations.routes + PrepareDeviations.routes + ChangeDeviations.routes
  }

  private static var onboarding: [Route] {
    ReadWelcome.routes + ChangeWelcome.routes + ReadOwnOnboarding.routes
      + DemandConfidentiality.routes + SignDeclaration.routes + ListTraining.routes
      + RecordTraining.routes
  }

  private static var councils: [Route] {
    ReadCouncil.routes + ConstituteCouncil.routes + PrepareCouncil.routes + ChooseUnit.routes
      + ListOwnCouncils.routes
  }

  private static var people: [Route] {
    ReadSeats.routes + LeaveSeat.routes + FillSeat.routes + NameDeputy.routes
      + ChooseLeaders.routes + AddDeputies.routes + EndDeputy.routes + PrepareTerm.routes
      + RenewCouncil.routes + ListOrganisations.routes + ListRepresentatives.routes
      + ExportRepresentatives.routes
  }

  private static var register: [Route] {
    ListCouncils.routes + SearchCouncils.routes + ExportRegister.routes
      + ListMissingCouncils.routes + ReadCoverage.routes + PrepareCouncilImport.routes
      + TryCouncilImport.routes + ImportCouncils.routes
  }

  private static var lives: [Route] {
    PrepareStatusChange.routes + ChangeCouncilStatus.routes + PrepareCorrection.routes
      + CorrectCouncil.routes
  }
}

/// The paths of this module.
package enum CouncilsPaths {
  package static let councils: Path = "/rad"
  package static let council: Path = "/rad/{council}"
  /// Where one chooses the unit of a new council.
  package static let newCouncil: Path = "/nytt-rad"
  /// The form for a new council of a unit under a rule set.
  ///
  /// Both stand in the path, so that a refused form is shown again for the same unit and rules.
  package static let newCouncilAt: Path = "/nytt-rad/{unit}/{ruleSet}"
  /// Where files of councils are read in, and where they are tried first.
  static let councilImport: Path = "/rad/import"
  static let importTrial: Path = "/rad/import/prove"
  static let registerFile: Path = "/rad/fil"
  /// Everybody who represents users in the councils at work (R002).
  package static let representatives: Path = "/rad/representanter"
  static let representativeFile: Path = "/rad/representanter/fil"
  package static let status: Path = "/rad/{council}/status"
  package static let ownCouncils: Path = "/mine-rad"
  package static let missingCouncils: Path = "/rad-som-mangler"
  /// A council's meetings, which the module of meetings shows.
  package static let meetings: Path = "/rad/{council}/moter"
  /// A council's resolutions, which the module of meetings shows.
  package static let resolutions: Path = "/rad/{council}/vedtak"
  static let ruleSaving: Path = "/regler/{ruleSet}/lagring"
  /// Where those who sit in a council are changed.
  package static let seats: Path = "/rad/{council}/plasser"
  package static let newSeat: Path = "/rad/{council}/plasser/ny"
  package static let leaving: Path = "/rad/{council}/plasser/{seat}/slutt"
  package static let deputy: Path = "/rad/{council}/plasser/{seat}/vara"
  package static let leaders: Path = "/rad/{council}/ledere"
  package static let deputies: Path = "/rad/{council}/varaer"
  package static let deputyLeaving: Path = "/rad/{council}/varaer/{deputy}/slutt"
  package static let terms: Path = "/rad/{council}/perioder"
  package static let organisations: Path = "/organisasjoner"
  /// For those who are new in a council (R053).
  package static let welcome: Path = "/velkommen"
  package static let onboarding: Path = "/min-side/oppstart"
  package static let declaration: Path = "/min-side/oppstart/erklaering"
  package static let confidentiality: Path = "/min-side/oppstart/taushet"
  package static let training: Path = "/rad/{council}/opplaering"
  /// Where a council does otherwise than its type, and where that is decided.
  package static let deviations: Path = "/rad/{council}/avvik"
  static let deviationChange: Path = "/rad/{council}/avvik/endring"
  static let deviationsInAPI: Path = "/councils/{council}/deviations"
  /// Where a council's name and what it stands on are put right.
  static let correction: Path = "/rad/{council}/retting"
  static let councilInAPI: Path = "/councils/{council}"
}
