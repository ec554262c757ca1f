import Web

extension IdentityModule {
  /// What can happen here, in words.
  package static let events = [
    EventKind("person-added", nb: "La til en person", nn: "La til ein person"),
    EventKind("person-invited", nb: "Laget en invitasjon", nn: "Laga ein invitasjon"),
    EventKind("person-enabled", nb: "Åpnet for innlogging igjen", nn: "Opna for innlogging igjen"),
    EventKind(
      "person-disabled", nb: "Stengte innlogging for en person",
      nn: "Stengde innlogging for ein person"),
    EventKind("role-granted", nb: "Ga en person en rolle", nn: "Gav ein person ei rolle"),
    EventKind("password-chosen", nb: "Valgte passord", nn: "Valde passord"),
    EventKind(
      "password-accepted", nb: "Skrev riktig passord, og manglet engangskoden",
      nn: "Skreiv rett passord, og mangla eingongskoden"),
    EventKind(
      "password-reset-requested", nb: "Ba om nytt passord", nn: "Bad om nytt passord"),
    EventKind("sign-in-refused", nb: "Slapp ikke inn", nn: "Slapp ikkje inn"),
    EventKind("password-changed", nb: "Byttet passord", nn: "Bytte passord"),
    EventKind(
      "password-change-refused", nb: "Fikk ikke byttet passord", nn: "Fekk ikkje bytt passord"),
    EventKind(
      "one-time-code-started", nb: "Begynte å sette opp engangskode",
      nn: "Byrja å setje opp eingongskode"),
    EventKind(
      "one-time-code-turned-on", nb: "Slo på engangskode", nn: "Slo på eingongskode"),
    EventKind(
      "one-time-code-turned-off", nb: "Slo av engangskode", nn: "Slo av eingongskode"),
    EventKind(
      "one-time-codes-demanded", nb: "Bestemte hvem som må bruke engangskode",
      nn: "Bestemte kven som må bruke eingongskode"),
    EventKind(
      "own-password-refused", nb: "Skrev feil passord", nn: "Skreiv feil passord"),
    EventKind(
      "one-time-code-removed", nb: "Tok bort engangskoden til en person",
      nn: "Tok bort eingongskoden til ein person"),
    EventKind(
      "one-time-code-refused", nb: "Skrev feil engangskode", nn: "Skreiv feil eingongskode"),
    EventKind(
      "recovery-code-used", nb: "Brukte en reservekode", nn: "Brukte ein reservekode"),
    EventKind("signed-in", nb: "Logget inn", nn: "Logga inn"),
    EventKind("signed-out", nb: "Logget ut", nn: "Logga ut"),
    EventKind("signed-out-everywhere", nb: "Logget ut overalt", nn: "Logga ut overalt"),
    EventKind(
      "session-ended", nb: "Avsluttet en av innloggingene sine",
      nn: "Avslutta ei av innloggingane sine"),
    EventKind("login-added", nb: "La til en innlogging", nn: "La til ei innlogging"),
    EventKind("login-removed", nb: "Tok bort en innlogging", nn: "Tok bort ei innlogging"),
    EventKind(
      "login-asked-for", nb: "Gikk for å hente en innlogging",
      nn: "Gjekk for å hente ei innlogging"),
    EventKind("login-linked", nb: "Fikk en innlogging", nn: "Fekk ei innlogging"),
    EventKind("login-unlinked", nb: "Ga fra seg en innlogging", nn: "Gav frå seg ei innlogging"),
    EventKind(
      "organisation-set", nb: "Satte organisasjonsnummeret", nn: "Sette organisasjonsnummeret"),
    EventKind("token-created", nb: "Ga et program tilgang", nn: "Gav eit program tilgang"),
    EventKind(
      "token-revoked", nb: "Tok tilgangen fra et program", nn: "Tok tilgangen frå eit program"),
    EventKind("people-listed", nb: "Leste listen over personer", nn: "Las lista over personar"),
    EventKind("events-read", nb: "Leste hendelsesloggen", nn: "Las hendingsloggen"),
    EventKind(
      "events-exported", nb: "Tok ut hendelsesloggen som fil", nn: "Tok ut hendingsloggen som fil"),
    EventKind(
      "person-looked-up", nb: "Lette etter en person i loggen",
      nn: "Leita etter ein person i loggen"),
    EventKind(
      "access-refused", nb: "Ble nektet noe uten tilgang", nn: "Vart nekta noko utan tilgang"),
  ]
}
