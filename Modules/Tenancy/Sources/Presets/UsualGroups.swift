import Kernel

extension SeatGroup {
  /// An exact number of parents, usually chosen by FAU.
  static func parents(_ count: Int, by body: ElectingBody = .parentCommittee) -> SeatGroup {
    parents(in: count...count, by: body)
  }

  /// Parents, usually chosen by FAU.
  static func parents(
    in range: ClosedRange<Int>, by body: ElectingBody = .parentCommittee
  ) -> SeatGroup {
    SeatGroup(
      "forelder", Text(nb: "forelder", nn: "forelder"), .parent, .range(range), by: body,
      for: .parents)
  }

  /// Pupils, chosen by elevrådet.
  static func pupils(_ count: Int) -> SeatGroup { pupils(in: count...count) }

  /// Pupils, chosen by elevrådet.
  ///
  /// They are children, so their names are for those who work with the council until the kommune
  /// decides otherwise.
  static func pupils(in range: ClosedRange<Int>) -> SeatGroup {
    SeatGroup(
      "elev", Text(nb: "elev", nn: "elev"), .pupil, .range(range), by: .pupilCouncil,
      namesArePublic: false, for: .pupils)
  }

  /// Those who receive the service; whom they are is said where the kommune's own rules say it.
  static func users(
    in range: ClosedRange<Int>, by body: ElectingBody = .users, for userGroup: UserGroup? = nil
  ) -> SeatGroup {
    SeatGroup(
      "bruker", Text(nb: "bruker", nn: "brukar"), .user, .range(range), by: body, for: userGroup)
  }

  /// Their next of kin.
  static func relatives(in range: ClosedRange<Int>) -> SeatGroup {
    SeatGroup(
      "pårørende", Text(nb: "pårørende", nn: "pårørande"), .relative, .range(range), by: .users,
      for: .relatives)
  }

  /// Some who speak for user organisations.
  static func organisations(
    in range: ClosedRange<Int>, by body: ElectingBody = .users
  ) -> SeatGroup {
    SeatGroup(
      "organisasjon", Text(nb: "brukerorganisasjon", nn: "brukarorganisasjon"), .organisation,
      .range(range), by: body)
  }

  /// One from each user organisation, named by itself (R014).
  static func eachOrganisation(atMost most: Int) -> SeatGroup {
    SeatGroup(
      "organisasjon", Text(nb: "brukerorganisasjon", nn: "brukarorganisasjon"), .organisation,
      .onePerOrganisation(atMost: most), by: .organisation)
  }

  /// Co-workers of the unit leader, who take part without a vote (R099).
  static func staff(
    in range: ClosedRange<Int>, by body: ElectingBody = .unitLeader, votes: Bool = false
  ) -> SeatGroup {
    SeatGroup(
      "ansatt", Text(nb: "ansatt", nn: "tilsett"), .staff, .range(range), votes: votes, by: body)
  }

  /// Politicians, named by kommunestyret.
  static func politicians(_ number: NumberRule, votes: Bool = true) -> SeatGroup {
    SeatGroup(
      "politiker", Text(nb: "politiker", nn: "politikar"), .politician, number, votes: votes,
      by: .assembly)
  }
}
