import Database
import Web

/// Who people are in a kommune, and how they show it.
package enum IdentityModule {
  /// The tables of people, their roles, and what opens the door to them.
  package static let migrations = [
    Migration(
      "identity", "0001-people",
      Table(
        "identity_person",
        .column("id", .id),
        .column("name", .text),
        .column("email", .text),
        .column("password_hash", .text, optional: true),
        .column("status", .text),
        .column("created_at", .instant),
        .primaryKey(["id"]),
        .unique(["email"]),
        .index(["name", "id"]),
        .check("name_is_not_blank", "length(trim(name)) > 0"),
        .check("status_is_known", "status IN ('active', 'disabled')")),
      Table(
        "identity_grant",
        .column("id", .id),
        .column("person_id", .id),
        .column("role", .text),
        .column("scope_id", .id, optional: true),
        .primaryKey(["id"]),
        .unique(["person_id", "role"], where: "scope_id IS NULL"),
        .unique(["person_id", "role", "scope_id"], where: "scope_id IS NOT NULL"),
        .index(["person_id"]),
        .index(["scope_id", "role"]),
        .references("person_id", "identity_person")),
      Table(
        "identity_session",
        .column("token_hash", .text),
        .column("person_id", .id),
        .column("created_at", .instant),
        .column("expires_at", .instant),
        .primaryKey(["token_hash"]),
        .index(["person_id"]),
        .references("person_id", "identity_person")),
      Table(
        "identity_invitation",
        .column("token_hash", .text),
        .column("person_id", .id),
        .column("expires_at", .instant),
        .column("used_at", .instant, optional: true),
        .primaryKey(["token_hash"]),
        .index(["person_id"]),
        .references("person_id", "identity_person")),
      Table(
        "identity_token",
        .column("id", .id),
        .column("name", .text),
        .column("role", .text),
        .column("token_hash", .text),
        .column("created_at", .instant),
        .column("expires_at", .instant),
        .column("revoked_at", .instant, optional: true),
        .primaryKey(["id"]),
        .unique(["token_hash"]),
        .unique(["name"], where: "revoked_at IS NULL"))),
    Migration(
      "identity", "0002-sign-in",
      [
        Table(
          "identity_throttle",
          .column("key", .text),
          .column("tries", .integer),
          .column("open_at", .instant),
          .column("forgotten_at", .instant),
          .primaryKey(["key"]),
          .index(["forgotten_at"])),
        Table(
          "identity_device",
          .column("mark_hash", .text),
          .column("person_id", .id),
          .column("expires_at", .instant),
          .primaryKey(["mark_hash"]),
          .index(["person_id"]),
          .index(["expires_at"]),
          .references("person_id", "identity_person")),
        Table(
          "identity_one_time_code",
          .column("person_id", .id),
          .column("sealed_seed", .text),
          .column("last_step", .integer),
          .column("confirmed_at", .instant, optional: true),
          .primaryKey(["person_id"]),
          .references("person_id", "identity_person")),
        Table(
          "identity_recovery_code",
          .column("code_hash", .text),
          .column("person_id", .id),
          .primaryKey(["person_id", "code_hash"]),
          .references(["person_id"], "identity_one_time_code", ["person_id"])),
      ],
      altering: [
        Table(
          "identity_session",
          .column("idle_at", .instant, optional: true),
          .column("awaits_code", .flag, default: "false"),
          .index(["expires_at"])),
        Table("identity_token", .column("used_at", .instant, optional: true)),
      ]),
    Migration(
      "identity", "0003-logins",
      [
        Table(
          "identity_login",
          .column("id", .id),
          .column("name", .text),
          .column("profile", .text),
          .column("issuer", .text),
          .column("client", .text),
          .column("sealed_secret", .text),
          .column("key_name", .text, optional: true),
          .column("scopes", .text),
          .column("level", .text, optional: true),
          .column("label", .text),
          .primaryKey(["id"]),
          .unique(["name"]),
          .unique(["issuer"]),
          .check("secret_is_sealed", "sealed_secret LIKE 'sealed1.%'")),
        Table(
          "identity_external",
          .column("issuer", .text),
          .column("subject", .text),
          .column("person_id", .id),
          .column("linked_at", .instant),
          .primaryKey(["issuer", "subject"]),
          .unique(["person_id", "issuer"]),
          .references("person_id", "identity_person")),
        Table(
          "identity_login_answer",
          .column("attempt_hash", .text),
          .column("forgotten_at", .instant),
          .primaryKey(["attempt_hash"]),
          .index(["forgotten_at"])),
        Table(
          "identity_organisation",
          .column("one", .integer),
          .column("number", .text),
          .primaryKey(["one"]),
          .check("there_is_one", "one = 1"),
          .check("number_has_nine_digits", "length(number) = 9")),
      ],
      altering: [
        Table(
          "identity_session",
          .column("issuer", .text, optional: true),
          .column("issuer_session", .text, optional: true),
          .index(["issuer", "issuer_session"]))
      ]),
    Migration(
      "identity", "0004-demanded-codes",
      Table(
        "identity_code_demand",
        .column("one", .integer),
        .column("demanded_of", .text),
        .primaryKey(["one"]),
        .check("there_is_one", "one = 1"),
        .check(
          "demanded_of_is_known", "demanded_of IN ('nobody', 'responsible', 'everyone')"))),
  ]

  /// Every way in.
  package static var routes: [Route] {
    ShowSignIn.routes + SignIn.routes + SignOut.routes + SignOutEverywhere.routes
      + ShowOneTimeCode.routes + EnterOneTimeCode.routes + ReadOwnAccount.routes
      + ShowForgottenPassword.routes + RequestPasswordReset.routes
      + ShowPassword.routes + ChangePassword.routes + ReadOneTimeCode.routes
      + StartOneTimeCode.routes + ConfirmOneTimeCode.routes + RemoveOneTimeCode.routes
      + ShowInvitation.routes + AcceptInvitation.routes + AcceptInvitationWithLogin.routes
      + StartLogin.routes + FinishLogin.routes + LeaveIssuer.routes + EndIssuerSession.routes
      + ReadCodeDemand.routes + DemandOneTimeCodes.routes
      + ListOwnSessions.routes + EndOwnSession.routes
      + ShowOwnLogins.routes + LinkLogin.routes + UnlinkLogin.routes
  }

  /// The ways to the event log, where every module's events have their words.
  package static func eventRoutes(naming kinds: [EventKind]) -> [Route] {
    ListEvents.routes(naming: kinds) + ExportEvents.routes + ShowPersonLookUp.routes
      + LookUpPerson.routes
  }
}

/// The paths of this part of the platform.
package enum IdentityPaths {
  package static let signIn: Path = "/logg-inn"
  static let code: Path = "/logg-inn/kode"
  package static let signOut: Path = "/logg-ut"
  static let signOutEverywhere: Path = "/logg-ut/overalt"
  package static let account: Path = "/min-side"
  static let password: Path = "/min-side/passord"
  package static let oneTimeCode: Path = "/min-side/engangskode"
  static let oneTimeCodeConfirmation: Path = "/min-side/engangskode/bekreftelse"
  static let oneTimeCodeRemoval: Path = "/min-side/engangskode/sletting"
  package static let codeDemand: Path = "/innstillinger/engangskode"
  package static let forgottenPassword: Path = "/glemt-passord"
  package static let invitation: Path = "/invitasjon/{token}"
  package static let events: Path = "/hendelser"
  static let personInEvents: Path = "/hendelser/person"
  static let eventFile: Path = "/hendelser/fil"
  static let invitationWithLogin: Path = "/invitasjon/{token}/{login}"
  static let login: Path = "/logg-inn/{login}"
  static let answer: Path = "/logg-inn/{login}/svar"
  static let ended: Path = "/logg-inn/{login}/avsluttet"
  static let leave: Path = "/logg-ut/{login}"
  static let ownLogins: Path = "/min-side/innlogginger"
  static let ownLogin: Path = "/min-side/innlogginger/{login}"
  static let ownSessions: Path = "/min-side/okter"
  static let endOwnSession: Path = "/min-side/okter/{session}/avslutt"
  static let unlinkOwnLogin: Path = "/min-side/innlogginger/{login}/fjern"
}
