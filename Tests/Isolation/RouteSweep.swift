import Kernel
import TestKit
import UseCases
import Web

/// Goes through every route as everybody, with everything of B that could be put into a request to A,
/// and compares each answer with that to a value which does not exist.
final class RouteSweep {
  private let two: TwoKommuner
  private let good: [GoodRequest]
  private let loot: Loot
  private var finder: Finder
  private(set) var counts = Counts()
  /// What was found, a sentence each.
  private(set) var findings: [String] = []

  struct Counts {
    var requests = 0
    var substitutions = 0
    var knocks = 0
  }

  /// How many bytes were searched for marks.
  var searched: Int { finder.searched }
  /// Everybody who knocks on A's door: its own people, and B's with what opens B's.
  let own: [Principal]
  let strangers: [Principal]

  init(_ two: TwoKommuner, _ good: [GoodRequest], _ loot: Loot) {
    self.two = two
    self.good = good
    self.loot = loot
    finder = Finder(for: two.b)
    own = two.a.cast.principals
    strangers = two.b.cast.principals.filter { $0.secret != nil }
  }

  /// Sweeps every route; stops telling after so many findings, for they tend to be the same.
  func run() throws {
    let before = try two.b.kommune.fingerprint()
    for good in good {
      for principal in own { try sweep(good, as: principal) }
      for stranger in strangers { try compare(good, stranger) }
      if try two.b.kommune.fingerprint() != before {
        note("\(good.name): something of the other kommune changed")
        try two.restore(two.b)
      }
      try two.restore(two.a)
    }
    if let leak = finder.find(in: Array(two.log.text.utf8) + [0]) { note("the log: «\(leak)»") }
  }

  /// One route as one of A's own.
  private func sweep(_ good: GoodRequest, as principal: Principal) throws {
    counts.knocks += 1
    search(try answer(good, good.values, principal), good, principal, "as it should be used")
    for place in Place.all(of: good.route, in: good.values) {
      try visitOwn(good, at: place, principal)
      // Whoever does not get in with good values learns nothing more from a text.
      guard place.kind != .text || principal.name == good.principal.name else { continue }
      try substitute(good, at: place, principal)
    }
  }

  /// Every record of A's own that fits, whatever state it is in.
  private func visitOwn(_ good: GoodRequest, at place: Place, _ principal: Principal) throws {
    guard place.kind == .id, good.route.method.isSafe else { return }
    for id in FieldFiller(neighbour: two.a).ids(named: place.field) {
      let found = try answer(good, place.putting(id, into: good.values), principal)
      search(found, good, principal, "with its own \(id)")
    }
  }

  private func substitute(_ good: GoodRequest, at place: Place, _ principal: Principal) throws {
    var values = loot.fitting(place, insteadOf: place.value(in: good.values))
    if principal.name == good.principal.name { values += loot.strange(place) }
    var unknown: Answer?
    for value in values {
      counts.substitutions += 1
      let found = try answer(good, place.putting(value, into: good.values), principal)
        .without(value)
      let what = "with \(value) of the other kommune as \(place.field)"
      search(found, good, principal, what)
      // All ids that do not exist are answered alike, so one of them will do.
      if unknown == nil || place.kind != .id {
        let twin = two.b.mark.twin(of: value)
        unknown = try answer(good, place.putting(twin, into: good.values), principal)
          .without(twin)
      }
      guard let unknown, found != unknown else { continue }
      let mark = two.a.mark
      let (one, other) = (
        found.withoutChance(keeping: mark), unknown.withoutChance(keeping: mark)
      )
      if one != other {
        note("\(good.name) as \(principal.name) \(what): \(one.difference(from: other))")
      }
    }
  }

  /// One of B's people at A's door is nobody, the same as one who shows what nobody was given.
  private func compare(_ good: GoodRequest, _ stranger: Principal) throws {
    counts.knocks += 1
    let nobody = stranger.unknown(two.b.mark)
    guard let secret = stranger.secret, let unknown = nobody.secret else { return }
    counts.substitutions += 1
    let found = try answer(good, good.values, stranger).without(secret)
    search(found, good, stranger, "of the other kommune")
    let expected = try answer(good, good.values, nobody).without(unknown)
    let mark = two.a.mark
    if found.withoutChance(keeping: mark) != expected.withoutChance(keeping: mark) {
      note("\(good.name): \(stranger.name) of the other kommune is known here")
    }
  }

  private func answer(
    _ good: GoodRequest, _ values: [String: Value], _ principal: Principal
  ) throws -> Answer {
    counts.requests += 1
    let response = two.send(good.request(values, as: principal, to: two.a))
    if good.route.mayHaveChanged(response) { try two.restore(two.a) }
    checkHeaders(response, good)
    return Answer(response)
  }

  /// Nothing leads out of the kommune but to its own issuer, and no cookie is sent along to the next one.
  private func checkHeaders(_ response: Response, _ good: GoodRequest) {
    for (name, value) in response.headers.fields {
      let places = ["\(two.a.base)/", "\(IssuerOfKommune(two.a.mark).name)/"]
      let leadsOut = name == "Location" && !places.contains { value.hasPrefix($0) }
      let isForOthers = name == "Set-Cookie" && !value.contains("; Path=\(two.a.base);")
      if leadsOut || isForOthers { note("\(good.name) answers \(name): \(value)") }
    }
  }

  private func search(
    _ answer: Answer, _ good: GoodRequest, _ principal: Principal, _ what: String
  ) {
    if let leak = finder.find(in: answer.bytes) {
      note("\(good.name) as \(principal.name) \(what) shows «\(leak)»")
    }
  }

  private func note(_ finding: String) { findings.append(finding) }
}

extension Principal {
  /// The same with a secret of the same kind that nobody was given.
  func unknown(_ mark: Mark) -> Principal {
    let credential: Credential =
      switch credential {
      case .none: .none
      case .session(let secret): .session(mark.twin(of: secret))
      case .token(let secret): .token(mark.twin(of: secret))
      }
    return Principal(name: name, credential: credential, kind: kind)
  }
}
