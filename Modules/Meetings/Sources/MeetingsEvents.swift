import Web

extension MeetingsModule {
  /// What can happen here, in words.
  package static let events = [
    EventKind(
      "meeting-planned", nb: "Planla et møte", nn: "Planla eit møte", page: MeetingsPaths.meeting),
    EventKind(
      "agenda-item-added", nb: "Meldte inn en sak", nn: "Melde inn ei sak",
      page: MeetingsPaths.meeting),
    EventKind(
      "paper-attached", nb: "La ved en fil", nn: "La ved ei fil", page: MeetingsPaths.meeting),
    EventKind(
      "paper-removed", nb: "Fjernet et vedlegg", nn: "Fjerna eit vedlegg",
      page: MeetingsPaths.meeting),
    EventKind(
      "agenda-approved", nb: "Godkjente sakslisten", nn: "Godkjende sakslista",
      page: MeetingsPaths.meeting),
    EventKind("meeting-opened", nb: "Åpnet møtet", nn: "Opna møtet", page: MeetingsPaths.meeting),
    EventKind(
      "attendance-recorded", nb: "Førte fremmøtet", nn: "Førte frammøtet",
      page: MeetingsPaths.meeting),
    EventKind("ballot-opened", nb: "Åpnet en votering", nn: "Opna ei votering"),
    EventKind("vote-cast", nb: "Stemte", nn: "Røysta"),
    EventKind("ballot-closed", nb: "Avsluttet en votering", nn: "Avslutta ei votering"),
    EventKind(
      "meeting-ended", nb: "Avsluttet møtet", nn: "Avslutta møtet", page: MeetingsPaths.meeting),
    EventKind(
      "minutes-written", nb: "Skrev referatet", nn: "Skreiv referatet", page: MeetingsPaths.minutes),
    EventKind(
      "minutes-circulated", nb: "Sendte referatet ut til godkjenning",
      nn: "Sende referatet ut til godkjenning", page: MeetingsPaths.minutes),
    EventKind(
      "minutes-approved", nb: "Godkjente referatet", nn: "Godkjende referatet",
      page: MeetingsPaths.minutes),
    EventKind(
      "minutes-published", nb: "Publiserte referatet", nn: "Publiserte referatet",
      page: MeetingsPaths.minutes),
    EventKind(
      "resolution-answered", nb: "Svarte på et vedtak", nn: "Svara på eit vedtak",
      page: MeetingsPaths.resolution),
  ]
}
