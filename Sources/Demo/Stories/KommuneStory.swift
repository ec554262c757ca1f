import Tenancy

/// One kommune of the demo.
struct KommuneStory: Sendable {
  let number: String
  /// Its name in URLs, which is also its preset's.
  let slug: String
  /// The password of all who can sign in.
  let password: String
  let secretary: String
  let administrator: String
  let politician: String
  let auditor: String
  /// Whether its rules give every user representative a personal deputy.
  let hasDeputies: Bool
  /// The places where councils meet, besides their own house.
  let units: [UnitStory]

  /// Every kommune, in the order they come to the instance.
  static let all = [trondheim, bærum, ringebu]

  /// The address of the account that `samrad tenant add` would ask for; the mark of a demo.
  var mark: String { "demo@\(slug).example" }

  func email(of name: String) -> String { EmailName.of(name) + "@\(slug).example" }
}

/// A unit and, where it has one, its council.
struct UnitStory: Sendable {
  let type: UnitType
  let name: String
  let area: String
  let council: CouncilStory?

  init(_ type: UnitType, _ name: String, _ area: String, _ council: CouncilStory? = nil) {
    self.type = type
    self.name = name
    self.area = area
    self.council = council
  }

  /// Its line in a file of units.
  var line: String { "\(type.rawValue),\(name),\(area),,\(serviceArea)" }

  private var serviceArea: String {
    switch type {
    case .school: "skole"
    case .kindergarten: "barnehage"
    default: "helse-og-omsorg"
    }
  }
}

/// Who sits in a council, and how often it meets.
struct CouncilStory: Sendable {
  /// The codes of the groups of its user representatives, the leader's first.
  let groups: [String]
  let meetingsAYear: Int
  /// Where the meeting that was just held, and the next one, have come to.
  let latest: Fate
  let next: Fate
  let place: String
  /// Whether an answer is long overdue.
  let isOwedAnAnswer: Bool
  /// Whether it was constituted only a year ago.
  let isNew: Bool
  /// Whether its elections were held with the help of Samråd; of the others only the result is known.
  let isElectedHere: Bool
  /// Whether it is being elected now, so that it has not met.
  let isForming: Bool
  /// Whether somebody has left whose place nobody has taken.
  let isShort: Bool
  /// Where it deviates from the rules of its type, and why.
  let deviations: [(field: String, value: String)]
  let reason: String

  init(
    _ groups: String, _ meetingsAYear: Int, _ latest: Fate, _ next: Fate, at place: String,
    isOwedAnAnswer: Bool = false, isNew: Bool = false, isElectedHere: Bool = false,
    isForming: Bool = false, isShort: Bool = false,
    deviating deviations: KeyValuePairs<String, String> = [:],
    because reason: String = ""
  ) {
    self.groups = groups.split(separator: " ").map(String.init)
    self.meetingsAYear = meetingsAYear
    self.latest = latest
    self.next = next
    self.place = place
    self.isOwedAnAnswer = isOwedAnAnswer
    self.isNew = isNew
    self.isElectedHere = isElectedHere
    self.isShort = isShort
    self.isForming = isForming
    self.deviations = deviations.map { ($0.key, $0.value) }
    self.reason = reason
  }

  /// A council that is being elected now; where and how often it meets, it decides when it is there.
  static func forming(_ groups: String) -> CouncilStory {
    CouncilStory(groups, 0, .planned, .planned, at: "", isElectedHere: true, isForming: true)
  }
}

/// How far a meeting has come.
enum Fate: Int, Sendable, Comparable {
  case planned
  case approvedByUnitLeader
  case approvedByCouncilLeader
  case agendaSet
  case open
  case ended
  case drafted
  case circulated
  case approved
  case published
  case answered

  static func < (a: Fate, b: Fate) -> Bool { a.rawValue < b.rawValue }
}
